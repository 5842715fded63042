"""The site's locales without a query for each page: there are two rows, and they hardly ever change."""

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils.translation import get_language
from wagtail.models import Locale

_by_pk: dict[int, Locale] = {}


def _known() -> dict[int, Locale]:
    if not _by_pk:
        _by_pk.update(Locale.objects.in_bulk())
    return _by_pk


@receiver([post_save, post_delete], sender=Locale)
def forget(**kwargs) -> None:
    """Ask the database again at the next use."""
    _by_pk.clear()


def locale_of(page) -> Locale:
    """The locale of a page; a locale that another process has just made is looked up."""
    if page.locale_id not in _known():
        forget()
    return _known()[page.locale_id]


def language_of(page) -> str:
    """The language code of a page."""
    return locale_of(page).language_code


def active_locale() -> Locale:
    """The locale of the request's language, else of the site's first language."""
    codes = {locale.language_code: locale for locale in _known().values()}
    return codes.get(get_language() or "") or codes[settings.LANGUAGE_CODE]
