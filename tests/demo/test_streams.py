"""From the library's blocks to raw data, with every mistake named."""

from decimal import Decimal

import pytest

from courseware.catalogue.blocks import LessonBody, OutlineBlock
from courseware.catalogue.blocks.record import STAGE_BLOCKS
from courseware.catalogue.enums import Stage
from courseware.demo.streams import Converter
from courseware.demo.texts import LibraryError


@pytest.fixture
def convert(numbers):
    """Raw data of a lesson's text without the ids of its blocks."""

    def values(content: list, language: str = "zh", block=None) -> list[tuple]:
        data = Converter(numbers, language).stream(block or LessonBody(), content, "body")
        return [(entry["type"], entry["value"]) for entry in data]

    return values


def problem(convert, content: list, **options) -> str:
    with pytest.raises(LibraryError) as refused:
        convert(content, **options)
    return str(refused.value)


TEXT = {"text": {"zh": "**中**", "en": "**en**"}}


@pytest.mark.parametrize(("language", "value"), [("zh", "<p><b>中</b></p>"), ("en", "<p><b>en</b></p>")])
def test_a_text_is_taken_in_the_language_asked_for(convert, language, value):
    assert convert([TEXT], language) == [("text", value)]


def test_both_languages_share_the_ids_of_their_blocks(numbers):
    ids = [
        Converter(numbers, language).stream(LessonBody(), [TEXT, TEXT], "body") for language in ("zh", "en")
    ]
    assert [[entry["id"] for entry in data] for data in ids] == [[entry["id"] for entry in ids[0]]] * 2
    assert len({entry["id"] for entry in ids[0]}) == 2


def test_a_figure_is_taken_by_its_name(convert):
    figure = {"image": "jaundice-nomogram", "alt": {"zh": "图"}}
    assert convert([{"figure": figure}]) == [("figure", {"image": 2, "alt": "图", "caption": ""})]


def test_a_dose_keeps_the_digits_that_were_typed(convert):
    dose = {
        "drug": {"zh": "药"},
        "dose": 0.05,
        "unit": "mg",
        "basis": "kg",
        "per": "dose",
        "route": "iv",
        "source": "X",
    }
    ((_name, value),) = convert([{"drug_dose": dose}])
    assert (Decimal(value["dose"]), value["note"], "max_amount" in value) == (Decimal("0.05"), "", False)


def test_a_table_is_taken_cell_by_cell(convert):
    table = {"caption": {"zh": "表"}, "columns": [{"zh": "甲"}, "B"], "rows": [[{"zh": "一"}, 2]]}
    assert convert([{"table": table}]) == [
        (
            "table",
            {
                "caption": "表",
                "columns": [{"type": "text", "heading": "甲"}, {"type": "text", "heading": "B"}],
                "rows": [{"values": ["一", "2"]}],
            },
        )
    ]


def test_items_of_an_outline_are_pages(convert):
    ((_name, value),) = convert(
        [{"module": {"title": {"zh": "一"}, "items": ["a", "b"]}}], block=OutlineBlock()
    )
    assert [item["value"] for item in value["items"]] == [1, 1]


def test_an_unknown_block_is_named_with_its_place(convert):
    assert problem(convert, [TEXT, {"poem": "x"}]).startswith(
        "body[1].poem: no such block; there are text, key_point"
    )


def test_an_entry_with_two_blocks_is_refused(convert):
    assert problem(convert, [TEXT | {"poem": "x"}]) == "body[0]: an entry has one key, the name of its block"


def test_an_entry_that_is_no_mapping_is_refused(convert):
    assert problem(convert, ["中"]) == "body[0]: an entry has one key, the name of its block"


def test_an_unknown_field_is_named(convert):
    note = {"key_point": {"title": "x", "text": "y", "colour": "red"}}
    assert problem(convert, [note]) == "body[0].key_point: unknown fields colour"


def test_a_value_that_is_no_choice_is_named(convert):
    scene = [{"scene": {"informant": "the dog"}}]
    assert problem(convert, scene, block=STAGE_BLOCKS[Stage.SETTING]()) == (
        "body[0].scene.informant: 'the dog' is not a choice"
    )


def test_missing_english_is_named(convert):
    assert (
        problem(convert, [{"text": {"zh": "只有中文"}}], language="en")
        == "English is missing: {'zh': '只有中文'}"
    )


def test_a_figure_that_cannot_be_drawn_is_named(convert):
    assert (
        problem(convert, [{"figure": {"image": "mona-lisa", "alt": "x"}}]) == "there is no figure 'mona-lisa'"
    )
