"""Walking through the blocks of a StreamField, whatever their nesting."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import prefetch_related_objects
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtailmedia.blocks import AbstractMediaChooserBlock


def walk(block: blocks.Block, value: Any) -> Iterator[tuple[blocks.Block, Any]]:
    """Every (block, value) below `block`, itself first, in reading order."""
    yield block, value
    if value is None:
        return
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from walk(child, value.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in value:
            yield from walk(block.child_block, item)
    elif isinstance(block, blocks.StreamBlock):
        for child in value:
            yield from walk(child.block, child.value)


def walk_page(page, field_names: Iterable[str] | None = None) -> Iterator[tuple[blocks.Block, Any]]:
    """Every block of the page's StreamFields, or of those named."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField) and (field_names is None or field.name in field_names):
            yield from walk(field.stream_block, field.value_from_object(page))


def media_of(page, field_names: Iterable[str] | None = None) -> list:
    """The videos and recordings in the page's StreamFields, or in those named."""
    return _chosen(walk_page(page, field_names), AbstractMediaChooserBlock)


def _chosen(found: Iterable[tuple[blocks.Block, Any]], kind: type[blocks.Block]) -> list:
    return [value for block, value in found if value is not None and isinstance(block, kind)]


def prefetch_files(page, field_names: Iterable[str] | None = None) -> None:
    """Load renditions of all images and captions of all videos of a page: two queries, not one each."""
    found = list(walk_page(page, field_names))
    if images := _chosen(found, ImageChooserBlock):
        prefetch_related_objects(images, "renditions")
    if media := _chosen(found, AbstractMediaChooserBlock):
        prefetch_related_objects(media, "tracks")
