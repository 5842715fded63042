"""The same page in the other language, or that there is none yet."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language

OWN_NAMES = {"zh-hans": "中文", "en": "English"}


@dataclass(frozen=True)
class Alternate:
    """One language of the site; `url` is empty when the page is not translated into it."""

    code: str
    name: str
    url: str
    is_current: bool


def language_name(code: str) -> str:
    """The name of a language in that language."""
    return OWN_NAMES.get(code, code)


def alternates(request, page=None) -> list[Alternate]:
    """Every language of the site for a Wagtail page, or for the address of a view. One query for a page."""
    current = get_language()
    addresses = _page_addresses(request, page) if page is not None and page.pk else _view_addresses(request)
    return [
        Alternate(code=code, name=language_name(code), url=addresses.get(code, ""), is_current=code == current)
        for code, _label in settings.LANGUAGES
    ]


def _page_addresses(request, page) -> dict[str, str]:
    copies = page.get_translations(inclusive=True).live().select_related("locale")
    return {copy.locale.language_code: copy.get_url(request) for copy in copies}


def _view_addresses(request) -> dict[str, str]:
    path = request.get_full_path()
    return {code: translate_url(path, code) for code, _label in settings.LANGUAGES}
