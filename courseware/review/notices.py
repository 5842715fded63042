"""Mails about reviews: written in the recipient's language, queued with the action, sent after it."""

from collections.abc import Callable, Iterable
from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from courseware.review.models.notices import Notice
from home.models import User

Compose = Callable[[], tuple[str, str]]


def language_of(user: User) -> str:
    """The language in which somebody works in the admin."""
    profile = UserProfile.objects.filter(user=user).first()
    chosen = profile.preferred_language if profile else ""
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def post(recipients: Iterable[User], compose: Compose) -> None:
    """Queue a mail to each of `recipients`; `compose` gives subject and text in the language that is active."""
    for user in recipients:
        if user.is_active and user.email:
            post_to(user.email, language_of(user), compose)


def post_to(address: str, language: str, compose: Compose) -> None:
    """Queue a mail to an address; it is sent when the action is done."""
    with translation.override(language):
        subject, text = compose()
    notice = Notice.objects.create(address=address, subject=subject[:200], text=text)
    transaction.on_commit(partial(send, notice))


def send(notice: Notice) -> bool:
    """Hand a mail to the mail server, and forget it; False when the server is down: the next run tries again."""
    try:
        send_mail(notice.subject, notice.text, None, [notice.address])
    except OSError:  # SMTPException is one
        return False
    Notice.objects.filter(pk=notice.pk).delete()
    return True


def send_waiting() -> tuple[int, int]:
    """Try again what could not be sent; how many went out, how many still wait."""
    sent = [send(notice) for notice in Notice.objects.order_by("pk")]
    return sum(sent), len(sent) - sum(sent)


def link(name: str, *args) -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse(name, args=args)
