"""The same page in the other language, or that there is none yet."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language

from home.frame import Frame

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
        Alternate(
            code=code, name=language_name(code), url=addresses.get(code, ""), is_current=code == current
        )
        for code, _label in settings.LANGUAGES
    ]


def alternates_once(request, page=None) -> list[Alternate]:
    """The same, computed once per request: the header, the head and a course's page all show it."""
    if not hasattr(request, "_language_alternates"):
        request._language_alternates = alternates(request, page)
    return request._language_alternates


def _page_addresses(request, page) -> dict[str, str]:
    copies = Frame.of(request, page).copies
    return {code: copy.get_url(request) for code, copy in copies.items()}


def _view_addresses(request) -> dict[str, str]:
    path = request.get_full_path()
    return {code: translate_url(path, code) for code, _label in settings.LANGUAGES}
