"""Translations and the texts that they translate."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.cache import cache
from django.core.exceptions import ObjectDoesNotExist
from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from courseware.review import quantities

HOUR = 60 * 60


@dataclass(frozen=True)
class Discrepancy:
    """A passage of a translation that lacks quantities of its source."""

    path: str
    passage: str
    lost: tuple[quantities.Quantity, ...]


def translation_of(page: Page) -> Translation | None:
    """The record by which `page` is a translation of another page; None for an original."""
    records = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    )
    return records.exclude(source__locale_id=page.locale_id).select_related("source").first()


def source_of(page: Page) -> Page | None:
    """The page that `page` translates, as readers see it; None for an original."""
    record = translation_of(page)
    if record is None:
        return None
    try:
        return record.source.get_source_instance()
    except ObjectDoesNotExist:
        return None


def is_translation_of_approved(page: Page) -> bool:
    """Whether `page` translates a text that is public as it was translated: then it needs no whole review."""
    record, source = translation_of(page), source_of(page)
    if source is None or not source.live:
        return False
    if source.live_revision_id is None:
        return _is_translated_as_public(record, source)
    # Asked many times in a review, and the texts are long. Neither changes without its mark.
    marks = (source.pk, source.live_revision_id, record.source_id, record.source.last_updated_at.timestamp())
    key = f"translated-as-public-{'-'.join(map(str, marks))}"
    return cache.get_or_set(key, lambda: _is_translated_as_public(record, source), timeout=HOUR)


def _is_translated_as_public(record: Translation, source: Page) -> bool:
    return _words(source) == _words(record.source.as_instance())


def _words(page: Page) -> list[tuple[str, str]]:
    return [(segment.path, segment.string.data) for segment in _texts(page)]


def _texts(page: Page) -> Iterator[StringSegmentValue]:
    return (segment for segment in extract_segments(page) if isinstance(segment, StringSegmentValue))


def discrepancies(source: Page, translation: Page) -> list[Discrepancy]:
    """Passages of `source` whose quantities do not all stand in the same place of `translation`, in order."""
    theirs: dict[str, list[str]] = {}
    for segment in _texts(translation):
        theirs.setdefault(segment.path, []).append(segment.string.data)
    ours: dict[str, list[str]] = {}
    for segment in _texts(source):
        ours.setdefault(segment.path, []).append(segment.string.data)
    found = []
    for path, passages in ours.items():
        # A block is compared as a whole: sentences may change places within it.
        original, copy = (strip_tags(" ".join(parts)) for parts in (passages, theirs.get(path, [])))
        if copy and (lost := quantities.missing(original, copy)):
            found.append(Discrepancy(path, copy, tuple(lost)))
    return found


def untranslated(page: Page) -> list[str]:
    """Passages of a translation that still stand in the language of the source."""
    record = translation_of(page)
    if record is None:
        return []
    segments = record.source.stringsegment_set.annotate_translation(page.locale).select_related("string")
    return [segment.string.data for segment in segments if segment.translation is None]
