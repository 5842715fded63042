"""The readable text of StreamFields and rich text, block by block.

Wagtail's own `get_searchable_content` leaves out tables, adds the labels of choices in whatever
language the editor happens to use, and turns an empty value into the word "None".
"""

from collections.abc import Iterable, Iterator

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText, get_text_for_indexing

from courseware.catalogue.blocks import QuestionBlock
from courseware.catalogue.blocks.record.history import PertinentBlock
from home.streams import walk_page

# Of a question the stem alone: its options and explanations are the answer. What a patient does not have
# is no word of the text, but may be looked for: `absent`.
_ONLY: dict[type[blocks.Block], set[str]] = {QuestionBlock: {"stem"}, PertinentBlock: {"positives"}}
_TEXT_BLOCKS = (blocks.CharBlock, blocks.TextBlock)


def of_fields(page: Page, names: Iterable[str]) -> Iterator[str]:
    """The texts of the named fields of `page`, in order."""
    for name in names:
        field = page._meta.get_field(name)
        value = field.value_from_object(page)
        if isinstance(field, StreamField):
            yield from of_block(field.stream_block, value)
        elif isinstance(field, RichTextField):
            yield get_text_for_indexing(value or "")
        elif value:
            yield str(value)


def absent(page: Page, names: Iterable[str]) -> Iterator[str]:
    """The pertinent negatives in the named StreamFields."""
    for block, value in walk_page(page, names):
        if isinstance(block, PertinentBlock) and value:
            yield from value["negatives"]


def of_block(block: blocks.Block, value: object) -> Iterator[str]:
    """The texts in a block's value, in reading order; none of pictures, numbers and choices."""
    match value:
        case blocks.StreamValue():
            for child in value:
                yield from of_block(child.block, child.value)
        case blocks.StructValue():
            wanted = next((names for kind, names in _ONLY.items() if isinstance(block, kind)), value.keys())
            for name in value:
                if name in wanted:
                    yield from of_block(block.child_blocks[name], value[name])
        case blocks.list_block.ListValue():
            for item in value:
                yield from of_block(block.child_block, item)
        case TypedTable():
            yield value.caption or ""
            yield from (column["heading"] for column in value.columns)
            for row in value.rows:
                for cell in row:
                    yield from of_block(cell.block, cell.value)
        case RichText():
            yield get_text_for_indexing(value.source)
        case str() if isinstance(block, _TEXT_BLOCKS):
            yield value
