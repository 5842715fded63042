"""The contract of every engine, run against the one of the database in use."""

import pytest
from django.db import connection

from search.analyzer import units
from search.engines import current_engine
from search.models import SearchDocument

pytestmark = pytest.mark.django_db


@pytest.fixture
def found():
    """Titles found for a query, best first."""

    def search(text: str, *, reader: str = "zh-hans", kind: str = "", language: str = "", start=0, size=20):
        stretch = current_engine().search(
            units(text), reader=reader, kind=kind, language=language, start=start, size=size
        )
        titles = dict(SearchDocument.objects.values_list("pk", "title"))
        return [titles[page_id] for page_id in stretch.page_ids]

    return search


@pytest.fixture
def library(write):
    write("黄疸的识别", "<p>新生儿黄疸先看日龄，再看风险。</p>")
    write("发热的幼儿", "<p>连续五天发热，想到川崎病；注意冠状动脉。</p>")
    write("呼吸困难", "<p>咳嗽三天，伴喘息与气促，夜间加重。</p>")
    write("疾病谱", "<p>常见与少见的疾病。</p>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("黄疸", ["黄疸的识别"]),
        ("川崎病", ["发热的幼儿"]),
        ("喘", ["呼吸困难"]),
        ("咳", ["呼吸困难"]),
        ("重", ["呼吸困难"]),
        ("气促", ["呼吸困难"]),
        ("冠状动脉", ["发热的幼儿"]),
        ("日龄", ["黄疸的识别"]),
        ("龄日", []),
        ("崎川病", []),
        ("阑尾炎", []),
    ],
)
def test_chinese_words_are_found_wherever_they_stand(library, found, text, expected):
    assert found(text) == expected


def test_a_single_character_is_found_inside_words_and_at_their_end(library, found):
    assert sorted(found("病")) == ["发热的幼儿", "疾病谱"]


def test_a_long_question_finds_the_page_that_answers_it(library, found):
    assert found("新生儿黄疸应该先看什么指标")[0] == "黄疸的识别"


def test_english_words_are_found_in_every_form(write, home_en, found):
    write("Kawasaki disease", "<p>Coronary aneurysms are feared.</p>", parent=home_en)
    write("Asthma", "<p>A common chronic diseases primer.</p>", parent=home_en)
    assert found("aneurysm", reader="en") == ["Kawasaki disease"]
    assert found("Kawasaki disease", reader="en") == ["Kawasaki disease", "Asthma"]


def test_a_match_in_the_title_ranks_above_one_in_the_text(write, found):
    for number in range(5):
        write(f"其他{number}", "<p>无关的文字。</p>")
    write("儿科总论", "<p>关于惊厥的文字，关于惊厥的处理。</p>")
    write("惊厥", "<p>另外的文字，说别的事情，说很多别的事情。</p>")
    assert found("惊厥") == ["惊厥", "儿科总论"]


def test_a_rare_word_weighs_more_than_a_common_one(write, found):
    for number in range(6):
        write(f"发热{number}", "<p>发热发热发热</p>")
    write("皮疹", "<p>发热与瘀点</p>")
    assert found("发热 瘀点")[0] == "皮疹"


def test_the_readers_language_comes_first_and_once(write, home_en, found):
    chinese = write("急救 ABC", "<p>epinephrine</p>")
    write("First aid", "<p>epinephrine</p>", parent=home_en, translation_key=chinese.translation_key)
    write("Only English epinephrine", parent=home_en)
    assert found("epinephrine", reader="zh-hans") == ["急救 ABC", "Only English epinephrine"]
    assert sorted(found("epinephrine", reader="en")) == ["First aid", "Only English epinephrine"]


def test_kind_and_language_narrow_the_results(library, lesson, home_en, write, found):
    write("Fever", "<p>发热</p>", parent=home_en)
    assert found("发热", kind="lesson") == ["出生后第一周"]
    assert found("发热", language="en") == ["Fever"]
    assert found("发热", kind="lesson", language="en") == []


def test_results_come_in_stretches_with_their_number(write, found):
    for number in range(5):
        write(f"腹泻{number}")
    stretch = current_engine().search(units("腹泻"), reader="zh-hans", kind="", language="", start=3, size=3)
    assert (stretch.total, len(stretch.page_ids)) == (5, 2)
    assert sorted(found("腹泻", size=3) + found("腹泻", start=3, size=3)) == [f"腹泻{n}" for n in range(5)]


def test_a_phrase_does_not_run_over_the_end_of_a_sentence(write, found):
    write("标题", "<p>住在川崎。崎病</p>")
    assert found("川崎病") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "((((",
        '"',
        "%",
        "NEAR(",
        "*",
        "OR OR",
        "'; DROP TABLE search_searchdocument; --",
        "a:*",
        "title:黄疸",
        "🩺",
        "‮黄疸",
        "\x00",
        "^黄疸",
        "{title}: x",
        "& | !",
        "<->",
        "%s %d",
        "\\",
        "\ud800",
        "黄疸" * 5_000,
    ],
)
def test_hostile_queries_are_only_words(library, found, text):
    found(text)
    assert SearchDocument.objects.count() == 4


def test_a_page_that_was_unpublished_behind_the_index_is_not_found(library, found):
    from wagtail.models import Page

    Page.objects.filter(title="疾病谱").update(live=False)
    assert found("疾病谱") == []


def test_tokens_are_forgotten_with_the_document(library):
    SearchDocument.objects.all().delete()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM search_fts")
            assert cursor.fetchone() == (0,)


def test_a_very_long_text_is_indexed_and_found(write, found):
    long = "".join(chr(0x4E00 + (place * 37) % 20_000) for place in range(60_000))
    write("长文", f"<p>{long}</p>", summary="瘢痕挛缩")
    assert found("瘢痕挛缩") == ["长文"]
