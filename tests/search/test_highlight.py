from unittest.mock import patch

from search import highlight as marking
from search.analyzer import Match, Unit, units
from search.highlight import LENGTH, highlight, snippet, spans


def test_it_marks_chinese_words_in_the_middle_of_a_sentence():
    assert highlight("生后出现黄疸。", units("黄疸")) == "生后出现<mark>黄疸</mark>。"


def test_it_marks_single_characters():
    assert highlight("病史与疾病", units("病")) == "<mark>病</mark>史与疾<mark>病</mark>"


def test_it_marks_every_form_of_an_english_word():
    assert highlight("Kawasaki Disease, diseased", units("diseases")) == (
        "Kawasaki <mark>Disease</mark>, <mark>diseased</mark>"
    )


def test_it_marks_through_width_accent_and_ligature():
    assert highlight("ＣＲＰ Ménière ﬁne", units("crp meniere fine")) == (
        "<mark>ＣＲＰ</mark> <mark>Ménière</mark> <mark>ﬁne</mark>"
    )


def test_neighbouring_pairs_become_one_mark():
    assert highlight("新生儿高胆红素血症", units("新生儿高胆红素血")) == "<mark>新生儿高胆红素血</mark>症"


def test_it_escapes_the_text():
    assert highlight('<b>黄疸</b> & "x"', units("黄疸")) == (
        "&lt;b&gt;<mark>黄疸</mark>&lt;/b&gt; &amp; &quot;x&quot;"
    )


def test_a_snippet_is_taken_where_most_words_are():
    text = "黄疸" + "无" * 500 + "黄疸与发热" + "无" * 500
    found = snippet(text, units("黄疸 发热"))
    assert "<mark>黄疸</mark>与<mark>发热</mark>" in found
    assert found.startswith("…")
    assert found.endswith("…")


def test_what_was_typed_decides_where_a_snippet_is():
    text = "新生儿黄疸要看时间。" + "无" * 500 + "jaundice, icterus"
    typed, others = units("黄疸"), units("jaundice icterus")
    assert "<mark>黄疸</mark>要看时间" in snippet(text, [*typed, *others], first=len(typed))
    assert "<mark>icterus</mark>" in snippet("无" * 500 + "icterus", [*typed, *others], first=len(typed))


def test_a_snippet_cuts_no_word_in_two():
    words = " ".join(f"alphabet{number}" for number in range(100))
    found = snippet(words.replace("alphabet50", "fever"), units("fever"))
    assert set(found.strip("… ").replace("<mark>fever</mark>", "alphabet50").split()) <= set(words.split())


def test_a_snippet_without_a_match_is_the_beginning():
    assert snippet("甲" * 500, units("黄疸")) == "甲" * LENGTH + "…"


def test_a_short_text_is_shown_whole():
    assert snippet("甲乙丙", units("")) == "甲乙丙"


def test_many_units_in_a_long_text_are_found_without_comparing_everything_with_everything():
    """No time is measured: the comparisons are counted."""
    text = "the patient of the ward " * 2_000 + "alpha beta"
    asked = [Unit(Match.PHRASE, ("alpha", f"x{number}")) for number in range(100)]
    asked.append(Unit(Match.PHRASE, ("alpha", "beta")))
    with patch("search.highlight._followed", side_effect=marking._followed) as followed:
        assert [number for _start, _end, number in spans(text, asked)] == [100]
    assert followed.call_count == 101
