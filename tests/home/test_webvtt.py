"""Captions: what WebVTT allows is read, what it forbids is named by its line."""

import pytest

from home.webvtt import CaptionsError, Cue, parse


def wrong_line(text: str) -> int:
    with pytest.raises(CaptionsError) as refused:
        parse(text)
    return refused.value.line


def test_cues_are_read_in_order():
    assert parse(
        "WEBVTT\n\n1\n00:01.000 --> 00:02.500\n甲\n\n01:00:00.000 --> 01:00:01.000 align:start\n乙\n丙\n"
    ) == [
        Cue(1.0, 2.5, "甲"),
        Cue(3600.0, 3601.0, "乙\n丙"),
    ]


def test_a_byte_order_mark_is_no_part_of_the_header():
    assert parse("\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\n甲") == [Cue(1.0, 2.0, "甲")]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read(end):
    assert parse(end.join(["WEBVTT", "", "00:01.000 --> 00:02.000", "甲"])) == [Cue(1.0, 2.0, "甲")]


def test_tags_are_left_out_of_the_text():
    assert parse("WEBVTT\n\n00:01.000 --> 00:02.000\n<v 林老师>看<b>这里</b>") == [Cue(1.0, 2.0, "看这里")]


def test_a_file_without_cues_has_none():
    assert parse("WEBVTT") == []


@pytest.mark.parametrize("text", ["", "1\n00:01.000 --> 00:02.000\n甲", "WEBVTTX", "webvtt"])
def test_a_file_without_the_header_is_wrong_in_its_first_line(text):
    assert wrong_line(text) == 1


@pytest.mark.parametrize(
    "timing", ["00:01,000 --> 00:02,000", "0:1.000 --> 0:2.000", "00:61.000 --> 00:62.000", "甲 --> 乙"]
)
def test_a_bad_timing_is_named_by_its_line(timing):
    assert wrong_line(f"WEBVTT\n\n{timing}\n甲") == 3


@pytest.mark.parametrize("end", ["00:01.000", "00:02.000"])
def test_a_cue_that_ends_before_it_began_is_named_by_its_line(end):
    assert wrong_line(f"WEBVTT\n\n00:02.000 --> {end}\n甲") == 3


@pytest.mark.parametrize(("start", "clock"), [(0, "0:00"), (65.9, "1:05"), (3600, "60:00")])
def test_the_clock_is_written_as_a_reader_writes_it(start, clock):
    assert Cue(start, start + 1, "甲").clock == clock
