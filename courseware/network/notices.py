"""Mails about agreements that lapse soon."""

from collections.abc import Iterator

from django.core.mail import send_mail
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from courseware.network.enums import Role
from courseware.network.models import Agreement, Membership

WARNINGS = (60, 14)  # days before the last day


def due_warnings() -> Iterator[tuple[Agreement, int]]:
    """Agreements whose parties are to be told now, with the warning that is due."""
    for agreement in Agreement.objects.current().filter(valid_to__isnull=False):
        due = [days for days in WARNINGS if agreement.days_left <= days]
        if due and (agreement.warned_at_days is None or min(due) < agreement.warned_at_days):
            yield agreement, min(due)


def warn(agreement: Agreement, days: int) -> int:
    """Tell those who answer for an agreement that it lapses; how many were told. Nobody is told twice.

    OSError (SMTPException) when the mail server does not take it: the next run tries again.
    """
    addresses = sorted(_responsible(agreement).values_list("email", flat=True))
    if addresses:
        send_mail(_subject(agreement), _in_both_languages(agreement), None, addresses)
    Agreement.objects.filter(pk=agreement.pk).update(warned_at_days=days)
    return len(addresses)


def forget_renewed() -> None:
    """An agreement that was prolonged is to be warned of again when its new end is near."""
    for agreement in Agreement.objects.filter(warned_at_days__isnull=False):
        if agreement.days_left is None or agreement.days_left > max(WARNINGS):
            Agreement.objects.filter(pk=agreement.pk).update(warned_at_days=None)


def _responsible(agreement: Agreement):
    """Lead teachers of the parties and the chief editors."""
    parties = agreement.parties.values("institution")
    rows = Membership.objects.current().filter(
        Q(role=Role.LEAD_TEACHER, institution__in=parties) | Q(role=Role.CHIEF_EDITOR)
    )
    return rows.accounts()


def _subject(agreement: Agreement) -> str:
    with translation.override("zh-hans"):
        return _("%(title)s lapses in %(days)d days") % {"title": agreement, "days": agreement.days_left}


def _in_both_languages(agreement: Agreement) -> str:
    return "\n\n----\n\n".join(_text(agreement, language) for language in ("zh-hans", "en"))


def _text(agreement: Agreement, language: str) -> str:
    with translation.override(language):
        return _(
            "The co-construction agreement “%(title)s” holds until %(date)s, for %(days)d more days.\n\n"
            "What its parties have published together stays public after that, but nothing new or changed of it is "
            "published until a new agreement is recorded."
        ) % {"title": agreement, "date": agreement.valid_to, "days": agreement.days_left}
