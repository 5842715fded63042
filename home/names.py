"""Names kept in both scripts on one row, so that a credit line needs no translated page."""

from django.utils.translation import get_language


def in_reader_language(*, zh: str, en: str) -> str:
    """The text in the language of the request; the other one when that is empty."""
    return (en or zh) if get_language() == "en" else (zh or en)
