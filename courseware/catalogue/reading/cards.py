"""Pages of the catalogue as cards."""

from collections.abc import Sequence

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language

from courseware.network.territory import Territory
from home.cards import Card
from home.locales import language_of

COVER = "max-640x400|format-webp"


def cards_for(request, pages: Sequence) -> list[Card]:
    """A card for each page, in order. One query for the covers, one a request for the institutions."""
    pages = list(pages)
    if not pages:
        return []
    territory = Territory.of(request)
    covers = [page.cover for page in pages if page.cover_id]
    if covers:
        prefetch_related_objects(covers, "renditions")
    reader = get_language()
    return [
        Card(
            kind=page.kind.value,
            kind_label=str(page.kind.label),
            title=page.title,
            url=page.get_url(request) or "",
            language=language_of(page),
            is_foreign=language_of(page) != reader,
            summary=page.summary,
            institution=owner.short_name if (owner := territory.institution_of(page)) else "",
            facts=page.facts,
            cover=page.cover.get_rendition(COVER) if page.cover_id else None,
        )
        for page in pages
    ]
