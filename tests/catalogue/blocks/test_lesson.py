"""What a lesson is made of, cut into texts for translation and put together again."""

from wagtail.contrib.typed_table_block.blocks import TypedTable
from wagtail_localize.segments import StringSegmentValue

from courseware.catalogue.blocks import LessonBody

TABLE = {
    "caption": "剂量",
    "columns": [{"type": "text", "heading": "药物"}, {"type": "text", "heading": ""}],
    "rows": [{"values": ["青霉素", ""]}, {"values": ["头孢", "每日"]}],
}
BLOCK = LessonBody().child_blocks["table"]


def table() -> TypedTable:
    return BLOCK.to_python(TABLE)


def test_a_table_is_cut_into_caption_headings_and_cells_that_hold_words():
    assert [
        (segment.path, segment.render_text()) for segment in BLOCK.get_translatable_segments(table())
    ] == [
        ("caption", "剂量"),
        ("heading.0", "药物"),
        ("cell.0.0", "青霉素"),
        ("cell.1.0", "头孢"),
        ("cell.1.1", "每日"),
    ]


def test_an_empty_table_has_nothing_to_translate():
    assert BLOCK.get_translatable_segments(None) == []


def test_a_translated_table_is_whole_again():
    english = {"剂量": "Doses", "药物": "Drug", "青霉素": "Penicillin", "头孢": "Cefalexin", "每日": "daily"}
    segments = [
        StringSegmentValue(segment.path, english[segment.render_text()])
        for segment in BLOCK.get_translatable_segments(table())
    ]
    assert BLOCK.get_prep_value(BLOCK.restore_translated_segments(table(), segments)) == {
        "caption": "Doses",
        "columns": [{"type": "text", "heading": "Drug"}, {"type": "text", "heading": ""}],
        "rows": [{"values": ["Penicillin", ""]}, {"values": ["Cefalexin", "daily"]}],
    }
