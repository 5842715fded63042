"""What a reader is offered beside results, and when there are none."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils import translation

from search.spelling import meant

pytestmark = pytest.mark.django_db


def page(client, **query) -> str:
    with translation.override("en"):
        url = reverse("search:results")
    return unescape(client.get(url, query).content.decode())


@pytest.fixture
def library(write, home_en):
    write("Vessels", "<p>Coronary aneurysm and jaundice, jaundice, shivering.</p>", parent=home_en)
    write("血管", "<p>冠状动脉与黄疸</p>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anuerysm", "aneurysm"),
        ("jaundise", "jaundice"),
        ("Coronary anurysm", "Coronary aneurysm"),
        ("kawasakki disese", "kawasaki disease"),
        ("川奇病", "川崎病"),
        ("新生儿皇疸怎么办", "新生儿黄疸怎么办"),
        ("jaundice", ""),
        ("aneurysms", ""),
        ("chuanqibing", ""),
        ("黄疸", ""),
        ("xq", ""),
        ("Rett", ""),
        ("passwd", ""),
        ("xyzzyplugh", ""),
        ("((", ""),
    ],
)
def test_mistakes_of_letters_and_of_characters_that_sound_alike_are_corrected(library, text, expected):
    assert meant(text) == expected


def test_the_page_asks_whether_something_else_was_meant_and_says_how_much_it_would_find(client, library):
    html = page(client, q="jaundise")
    assert re.search(
        r'Did you mean:\s*<a href="\?q=jaundice">jaundice</a>\s*<span class="count">\(2\)</span>', html
    )
    assert "Did you mean" not in page(client, q="jaundice")


def test_a_mistake_beside_a_common_word_is_seen_too(client, library):
    html = page(client, q="jaundise coronary")
    assert "No page has “jaundise”; these have the rest." in html
    assert re.search(r"Did you mean:\s*<a[^>]*>jaundice coronary</a>", html)
    assert "No page has" not in page(client, q="jaundice coronary")


def test_what_is_strange_is_named_as_it_was_typed_and_pieces_of_sentences_are_not(client, library):
    assert "No page has “XyzzyV”; these have the rest." in page(client, q="jaundice XyzzyV")
    assert "No page has “0.07mg”; these have the rest." in page(client, q="jaundice 0.07mg")
    html = page(client, q="黄疸的宝宝半夜翻来覆去怎么办")
    assert "result" in html
    assert "No page has" not in html


def test_each_filter_that_stands_in_the_way_can_be_taken_away(client, library):
    html = page(client, q="jaundice", kind="case", language="en")
    assert "Without the filter “Case” there is 1 result" in html
    assert "Without the filter “English”" not in html  # there is no case in Chinese either
    assert 'href="?q=jaundice"' in html


def test_words_to_leave_out_alone_find_nothing_and_say_why(client, library):
    assert "This says only what must not be found." in page(client, q="-jaundice")


def test_words_that_stand_apart_are_found_with_a_word_of_warning(client, write):
    write("投稿", "<p>作者怎样写病例并投稿</p>")
    assert "No page says it in these words" in page(client, q="投稿写病例")


def test_a_reader_may_ask_for_answers_and_is_warned(client, case):
    html = page(client, q="川崎病")
    assert "0 results" in html
    assert 'href="?q=%E5%B7%9D%E5%B4%8E%E7%97%85&answers=yes"' in html
    html = page(client, q="川崎病", answers="yes")
    assert "1 result" in html
    assert "results may give a diagnosis away" in html


def test_choices_stay_when_other_words_are_sought(client, library):
    html = page(client, q="jaundice", kind="page", order="newest")
    assert re.search(r'<input type="hidden" name="kind" value="page">', html)
    assert re.search(r'<input type="hidden" name="order" value="newest">', html)


def test_facets_are_links_with_counts_and_choices_are_chips(client, lesson, library):
    html = page(client, q="黄疸")
    assert re.search(
        r'href="\?q=[^"]*&kind=lesson"[^>]*>\s*<span>Lesson</span> <span class="count">1</span>', html
    )
    chosen = page(client, q="黄疸", kind="lesson")
    assert 'aria-current="true"' in chosen
    assert re.search(r'<a class="chip" href="\?q=[^"&]*"', chosen)
