"""From the library's blocks to the raw data of a StreamField, checked against the blocks' declaration."""

from decimal import Decimal
from typing import Any, Protocol
from uuid import NAMESPACE_URL, uuid5

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtailmedia.blocks import AbstractMediaChooserBlock

from courseware.demo.texts import LibraryError, chinese, english, to_html

EMPTY_TEXTS = (blocks.CharBlock, blocks.TextBlock, blocks.URLBlock)


class Shelves(Protocol):
    """What a key of the library stands for."""

    def page_id(self, key: str) -> int: ...
    def image_id(self, name: str, language: str) -> int: ...
    def media_id(self, key: str) -> int: ...
    def competency_id(self, code: str) -> int: ...


class Converter:
    """Turns values into raw data in one language; ids are stable, so both languages share them."""

    def __init__(self, shelves: Shelves, language: str):
        self.shelves = shelves
        self.language = language

    def text(self, value: Any) -> str:
        found = chinese(value) if self.language == "zh" else english(value)
        if found is None:
            raise LibraryError(f"English is missing: {value!r:.160}")
        return found

    def rich_text(self, value: Any) -> str:
        return to_html(self.text(value), self.shelves.page_id)

    def stream(self, block: blocks.StreamBlock, value: list, where: str) -> list[dict]:
        data = []
        for place, entry in enumerate(value or []):
            if not isinstance(entry, dict) or len(entry) != 1:
                raise LibraryError(f"{where}[{place}]: an entry has one key, the name of its block")
            ((name, content),) = entry.items()
            path = f"{where}[{place}].{name}"
            if name not in block.child_blocks:
                raise LibraryError(f"{path}: no such block; there are {', '.join(block.child_blocks)}")
            child = block.child_blocks[name]
            data.append(
                {
                    "type": name,
                    "value": self.value(child, content, path),
                    "id": str(uuid5(NAMESPACE_URL, path)),
                }
            )
        return data

    def value(self, block: blocks.Block, value: Any, where: str) -> Any:
        match block:
            case TypedTableBlock():
                return self._table(block, value)
            case blocks.StructBlock():
                unknown = set(value) - set(block.child_blocks)
                if unknown:
                    raise LibraryError(f"{where}: unknown fields {', '.join(sorted(unknown))}")
                return {
                    name: self.value(child, value[name], f"{where}.{name}")
                    # As the editor's form does: a text that was left out is empty, not absent.
                    if value.get(name) is not None
                    else ""
                    for name, child in block.child_blocks.items()
                    if value.get(name) is not None or isinstance(child, EMPTY_TEXTS)
                }
            case blocks.ListBlock():
                return [
                    {
                        "type": "item",
                        "value": self.value(block.child_block, item, f"{where}[{place}]"),
                        "id": str(uuid5(NAMESPACE_URL, f"{where}[{place}]")),
                    }
                    for place, item in enumerate(value)
                ]
            case blocks.StreamBlock():
                return self.stream(block, value, where)
            case blocks.RichTextBlock():
                return self.rich_text(value)
            case blocks.PageChooserBlock():
                return self.shelves.page_id(value)
            case ImageChooserBlock():
                return self.shelves.image_id(value, self.language)
            case AbstractMediaChooserBlock():
                return self.shelves.media_id(value)
            case SnippetChooserBlock():
                return self.shelves.competency_id(value)
            case blocks.ChoiceBlock():
                if str(value) not in {str(key) for key, _label in block.field.choices}:
                    raise LibraryError(f"{where}: {value!r} is not a choice")
                return str(value)
            case blocks.BooleanBlock():
                return bool(value)
            case blocks.IntegerBlock():
                return int(value)
            case blocks.DecimalBlock():
                return str(Decimal(str(value)))
            case blocks.DateBlock():
                return str(value)
        return self.text(value)

    def _table(self, block: TypedTableBlock, value: dict) -> dict:
        return {
            "caption": self.text(value.get("caption", "")),
            "columns": [{"type": "text", "heading": self.text(heading)} for heading in value["columns"]],
            "rows": [{"values": [self.text(cell) for cell in row]} for row in value["rows"]],
        }
