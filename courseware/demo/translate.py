"""English copies through wagtail-localize, so that they can be edited there like any other."""

import json

from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Locale
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from courseware.demo.review import review
from courseware.demo.texts import LibraryError
from home.streams import walk_page


def translate(page, english_values: dict, *, cover: int | None = None) -> None:
    """Publish the English copy of `page`, whose fields in English are `english_values`.

    `cover` is the id of the English cover, where the page has one.
    """
    locale = Locale.objects.get(language_code="en")
    words = _words(page, english_values)
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    missing = []
    segments = StringSegment.objects.filter(source=source).select_related("string", "context")
    for segment in segments:
        text = words.get(segment.context.path + "|" + segment.string.data)
        if text is None:
            missing.append(f"{segment.context.path}: {segment.string.data[:60]}")
            continue
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={"data": text, "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL},
        )
    if missing:
        raise LibraryError(f"{page.title}: no English for {missing[:5]} (+{max(0, len(missing) - 5)})")
    _override_images(source, locale, page, english_values, cover)
    translation.save_target(publish=True)
    review(translation.get_target_instance())


def _words(page, english_values: dict) -> dict[str, str]:
    """English by place and Chinese: the two copies have the same blocks in the same order."""
    copy = type(page).objects.get(pk=page.pk)
    _fill(copy, english_values)
    ours = [segment for segment in extract_segments(page) if isinstance(segment, StringSegmentValue)]
    theirs: dict[str, list] = {}
    for segment in extract_segments(copy):
        if isinstance(segment, StringSegmentValue):
            theirs.setdefault(segment.path, []).append(segment)
    words = {}
    counts: dict[str, int] = {}
    for segment in ours:
        place = counts.get(segment.path, 0)
        counts[segment.path] = place + 1
        there = theirs.get(segment.path, [])
        if place < len(there):
            words[f"{segment.path}|{segment.string.data}"] = there[place].string.data
    for path, number in counts.items():
        if len(theirs.get(path, [])) != number:
            raise LibraryError(
                f"{page.title}: {path} has {number} texts in Chinese, {len(theirs.get(path, []))} in English"
            )
    return words


def _fill(page, values: dict) -> None:
    for name, value in values.items():
        field = page._meta.get_field(name)
        if isinstance(field, StreamField):
            value = field.stream_block.to_python(value)
        elif isinstance(field, RichTextField):
            value = str(value)
        setattr(page, name, value)


def _override_images(source, locale, page, english_values: dict, cover: int | None) -> None:
    """Figures carry words: the English page shows the English drawing."""
    copy = type(page).objects.get(pk=page.pk)
    _fill(copy, english_values)

    def images(of):
        return [value.pk for block, value in walk_page(of) if isinstance(block, ImageChooserBlock) and value]

    replaced = dict(zip(images(page), images(copy), strict=True))
    for segment in OverridableSegment.objects.filter(source=source).select_related("context"):
        ours = json.loads(segment.data_json)
        if segment.context.path == "cover" and cover:
            SegmentOverride.objects.update_or_create(
                locale=locale, context=segment.context, defaults={"data_json": json.dumps(cover)}
            )
        elif isinstance(ours, int) and ours in replaced and "image" in segment.context.path:
            SegmentOverride.objects.update_or_create(
                locale=locale, context=segment.context, defaults={"data_json": json.dumps(replaced[ours])}
            )
