"""Pages of the catalogue as cards."""

from collections.abc import Sequence

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language

from courseware.network.territory import institutions_of
from home.cards import Card

COVER = "fill-640x360|format-webp"


def cards_for(request, pages: Sequence) -> list[Card]:
    """A card for each page, in order. Two queries, and two more where there are covers."""
    pages = list(pages)
    if not pages:
        return []
    institutions = institutions_of(pages)
    prefetch_related_objects(pages, "locale", "cover__renditions")
    reader = get_language()
    return [
        Card(
            kind=page.kind.value,
            kind_label=str(page.kind.label),
            title=page.title,
            url=page.get_url(request) or "",
            language=page.locale.language_code,
            is_foreign=page.locale.language_code != reader,
            summary=page.summary,
            institution=institutions[page.pk].short_name if page.pk in institutions else "",
            facts=page.facts,
            cover=page.cover.get_rendition(COVER) if page.cover else None,
        )
        for page in pages
    ]
