"""The library's own files are written as its README says, and nothing in them gives an answer away."""

import pytest
from wagtail.fields import StreamField

from courseware.catalogue.enums import Stage
from courseware.catalogue.models import CasePage
from courseware.demo.loader import _entries
from courseware.demo.pages import Entry, texts_of
from courseware.demo.streams import Converter

ENTRIES = list(_entries())
CASES = [entry for entry in ENTRIES if entry.model is CasePage]


def converted(entry: Entry, shelves, language: str) -> dict:
    return texts_of(entry, Converter(shelves, language))


def test_every_file_converts_in_chinese(numbers):
    assert [entry.key for entry in ENTRIES if not converted(entry, numbers, "zh")["title"]] == []


def test_every_file_with_an_english_title_converts_in_english(numbers):
    assert [
        entry.key for entry in ENTRIES if entry.has_english and not converted(entry, numbers, "en")["title"]
    ] == []


def test_both_languages_have_the_same_blocks(numbers):
    def shape(entry: Entry, language: str) -> dict:
        return {
            name: [(block["type"], block["id"]) for block in value]
            for name, value in converted(entry, numbers, language).items()
            if isinstance(value, list)
        }

    english = [entry for entry in ENTRIES if entry.has_english]
    assert [entry.key for entry in english if shape(entry, "zh") != shape(entry, "en")] == []


def test_some_content_is_in_chinese_only_so_that_the_missing_state_is_seen():
    assert 0.5 < sum(entry.has_english for entry in ENTRIES) / len(ENTRIES) < 0.9


def test_keys_are_unique():
    keys = [entry.key for entry in ENTRIES]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_every_block_is_accepted_by_the_editor(one_of_each, entry):
    for name, value in converted(entry, one_of_each, "zh").items():
        field = entry.model._meta.get_field(name)
        if isinstance(field, StreamField):
            field.stream_block.clean(field.stream_block.to_python(value))


def test_every_case_tells_all_its_stages():
    assert {entry.key: [s.value for s in Stage if not entry.data.get(s.field_name)] for entry in CASES} == {
        entry.key: [] for entry in CASES
    }


def test_no_title_or_summary_of_a_case_holds_its_diagnosis():
    def finals(data: dict) -> list[str]:
        blocks = [block["diagnosis"]["final"] for block in data["stage_diagnosis"] if "diagnosis" in block]
        return [text for pair in [data["title_teacher"], *blocks] for text in pair.values()]

    spoilt = [
        entry.key
        for entry in CASES
        for shown in (*entry.data["title"].values(), *entry.data["summary"].values())
        for answer in finals(entry.data)
        if answer.lower() in shown.lower()
    ]
    assert spoilt == []
