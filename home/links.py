"""Internal links in rich text at a constant number of queries.

Stock Wagtail asks the database once per rich text value (and once more per link for the translation),
so a lesson of twenty blocks with links costs some seventy queries. Here all links of a page are looked
up together before it is rendered, in the reader's language, and links to unpublished pages lose
their address instead of leading to a 404.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from home.locales import active_locale

_PAGE_LINK = re.compile(r"<a [^>]*linktype=\"page\"[^>]*>")
_ID = re.compile(r"\bid=\"(\d+)\"")
_addresses: ContextVar[dict[str, str] | None] = ContextVar("addresses", default=None)


@contextmanager
def serving_links(page: Page, request) -> Iterator[None]:
    """While open, links in `page`'s rich text are answered from one lookup."""
    token = _addresses.set(_look_up(_linked_ids(page), request))
    try:
        yield
    finally:
        _addresses.reset(token)


def known_address(pk: str) -> str | None:
    """Address of a linked page in the page being served; None when it was not looked up."""
    return (_addresses.get() or {}).get(pk)


def _linked_ids(page: Page) -> set[str]:
    html = []
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField):
            html.append(field.value_from_object(page) or "")
        elif isinstance(field, StreamField):
            raw = json.dumps(list(field.value_from_object(page).raw_data), cls=DjangoJSONEncoder)
            html.append(raw.replace('\\"', '"'))
    return {found.group(1) for link in _PAGE_LINK.findall("".join(html)) if (found := _ID.search(link))}


def _look_up(ids: set[str], request) -> dict[str, str]:
    """Address by id, as text; an empty address for pages that are gone or unpublished."""
    addresses = dict.fromkeys(ids, "")
    if not ids:
        return addresses
    same_work = Page.objects.filter(pk__in=ids).values("translation_key")
    copies = list(Page.objects.filter(translation_key__in=same_work))
    reader = active_locale().pk
    own_language = {page.translation_key: page for page in copies if page.live and page.locale_id == reader}
    for page in copies:
        best = own_language.get(page.translation_key, page)
        if str(page.pk) in addresses and best.live:
            addresses[str(page.pk)] = best.get_url(request) or ""
    return addresses
