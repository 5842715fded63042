import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from search.models import SearchDocument
from search.results import PER_PAGE

pytestmark = pytest.mark.django_db


def address(language: str = "zh-hans") -> str:
    with translation.override(language):
        return reverse("search:results")


def headings(response) -> list[str]:
    entries = re.findall(r'<li class="result">\s*<h3.*?</h3>', response.content.decode(), re.S)
    return [unescape(re.sub(r"<[^>]+>", "", found)).strip() for found in entries]


def snippets(response) -> list[str]:
    found = re.findall(r'<p\s+class="snippet"[^>]*>(.*?)</p>', response.content.decode(), re.S)
    return [snippet.strip() for snippet in found]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_empty_page_shows_the_box_and_nothing_else(client, language):
    response = client.get(address(language))
    assert response.status_code == 200
    assert response.content.decode().count('name="q"') == 1
    assert "notice" not in response.content.decode()


def test_a_word_in_the_middle_of_a_sentence_is_found_and_marked(client, lesson):
    response = client.get(address(), {"q": "黄疸"})
    assert headings(response) == ["出生后第一周"]
    assert snippets(response)[0].startswith("生后第三天出现皮肤<mark>黄疸</mark>，逐渐加重。")
    assert f'href="{lesson.get_url()}"' in response.content.decode()
    assert 'class="kind kind-lesson"' in response.content.decode()
    assert "江城儿童医院" in response.content.decode()


def test_what_was_typed_is_kept_and_escaped(client):
    response = client.get(address(), {"q": '"><script>alert(1)</script>'})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()
    assert "&lt;script&gt;alert(1)" in response.content.decode()


def test_text_of_a_page_is_escaped(client, write):
    write("<b>黄疸</b>", "<p>&lt;script&gt; 黄疸</p>")
    html = client.get(address(), {"q": "黄疸"}).content.decode()
    assert "&lt;b&gt;<mark>黄疸</mark>&lt;/b&gt;" in html
    assert "&lt;script&gt; <mark>黄疸</mark>" in html


def test_the_readers_language_comes_first_and_the_other_one_is_marked(client, write, home_en):
    write("Epinephrine", "<p>Epinephrine epinephrine.</p>", parent=home_en)
    write("过敏性休克", "<p>首选 epinephrine 肌注，不要等待，再评估气道、呼吸与循环。</p>")
    response = client.get(address(), {"q": "epinephrine"})
    assert headings(response) == ["过敏性休克", "Epinephrine"]
    assert response.content.decode().count("language-mark") == 1
    assert '<h3 lang="en">' in response.content.decode()
    assert headings(client.get(address("en"), {"q": "epinephrine"})) == [
        "Epinephrine",
        "过敏性休克",
    ]


def test_a_page_and_its_translation_are_one_result(client, branch, branch_en):
    assert headings(client.get(address(), {"q": "Rivertown"})) == ["江城儿童医院"]
    assert headings(client.get(address("en"), {"q": "Rivertown"})) == ["Rivertown"]


def test_kind_and_language_narrow_the_results(client, lesson, case):
    assert headings(client.get(address(), {"q": "发热", "kind": "case"})) == ["反复发热五天的幼儿"]
    assert headings(client.get(address(), {"q": "发热", "language": "en"})) == []


def test_nothing_found_offers_help(client, lesson):
    html = client.get(address("en"), {"q": "阑尾炎", "kind": "case"}).content.decode()
    assert "Nothing was found for “阑尾炎”." in html
    assert "Try fewer or shorter words" in html
    assert "Try the other language" in html
    assert f'href="?q={"%E9%98%91%E5%B0%BE%E7%82%8E"}"' in html


def test_results_are_paged_by_twenty(client, write):
    for number in range(PER_PAGE + 1):
        write(f"腹泻{number:02d}")
    first, second = (client.get(address(), {"q": "腹泻", "page": page}) for page in (1, 2))
    assert (len(headings(first)), len(headings(second))) == (20, 1)
    assert len({*headings(first), *headings(second)}) == 21
    assert "?q=%E8%85%B9%E6%B3%BB&amp;page=2" in first.content.decode()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"q": "a" * 201}, "This is too long to search for: use at most 200 characters."),
        ({"q": "a", "kind": "no"}, "Kind: there is no “no”."),
        ({"q": "a", "language": "no"}, "Language: there is no “no”."),
        ({"q": "a", "page": "0"}, "The number of the page must be a whole number from 1 upwards."),
        ({"q": "a", "page": "x"}, "The number of the page must be a whole number from 1 upwards."),
    ],
)
def test_input_that_makes_no_sense_is_refused_in_one_sentence(client, data, sentence):
    response = client.get(address("en"), data)
    assert response.status_code == 400
    assert sentence in response.content.decode()
    assert f'value="{data["q"]}"' in response.content.decode()


def test_what_was_not_refused_is_kept(client):
    data = {"q": "fever", "kind": "no", "language": "en", "order": "newest"}
    html = unescape(client.get(address("en"), data).content.decode())
    assert '<a href="?q=fever&language=en&order=newest">Search without it</a>' in html
    assert re.findall(r'<input type="hidden" name="(\w+)" value="(\w+)">', html) == [
        ("language", "en"),
        ("order", "newest"),
    ]
    assert re.search(r'<a class="chip" href="\?q=fever&order=newest"', html)


def test_filters_without_words_are_shown_and_can_be_taken_back(client):
    html = unescape(client.get(address("en"), {"kind": "case", "language": "en"}).content.decode())
    assert "These filters apply to the words that you enter above." in html
    assert re.search(r'<a class="chip" href="\?language=en"', html)
    assert re.search(r'<a class="chip" href="\?kind=case"', html)


@pytest.mark.parametrize("page", ["2", "10000"])
def test_a_page_beyond_the_last_is_not_found(client, lesson, page):
    response = client.get(address("en"), {"q": "黄疸", "page": page})
    assert response.status_code == 404
    assert "There are not so many pages of results." in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_only_reads(client, method):
    assert getattr(client, method)(address()).status_code == 405


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", 200),
        ("   ", 200),
        ("x" * 10_000, 400),
        ("((((", 200),
        ('"', 200),
        ("%", 200),
        ("\x00", 200),
        ("🩺", 200),
        ("‮黄疸", 200),
        ("NEAR(a b)", 200),
        ("*", 200),
        ("OR OR", 200),
        ("'; DROP TABLE search_searchdocument;--", 200),
        ("黄疸*", 200),
        ("title:黄疸", 200),
        ("%s%(x)s", 200),
        ("\\", 200),
    ],
)
def test_hostile_queries_never_fail(client, lesson, text, status):
    assert client.get(address(), {"q": text}).status_code == status


def test_bytes_that_are_no_text_never_fail(client, lesson):
    assert client.get(f"{address()}?q=%ff%fe%ed%a0%80").status_code == 200


def test_drafts_and_withdrawn_pages_never_appear(client, write, lesson):
    write("草稿黄疸", live=False)
    assert headings(client.get(address(), {"q": "黄疸"})) == ["出生后第一周"]
    lesson.unpublish()
    assert headings(client.get(address(), {"q": "黄疸"})) == []


def test_a_page_closed_behind_the_index_is_not_shown(client, lesson, course):
    PageViewRestriction.objects.create(page=course, restriction_type="login")
    assert SearchDocument.objects.filter(pk=lesson.pk).exists()
    assert headings(client.get(address(), {"q": "黄疸"})) == []


def test_a_diagnosis_does_not_lead_to_its_case(client, case):
    assert headings(client.get(address(), {"q": "发热"})) == ["反复发热五天的幼儿"]
    for text in ("川崎病", "Kawasaki", "皮肤黏膜淋巴结综合征"):
        assert headings(client.get(address(), {"q": text})) == []


@pytest.mark.parametrize("number", [1, 30])
def test_a_request_costs_the_same_with_one_and_with_thirty(client, write, number, queries):
    for index in range(number):
        write(f"腹泻{index:02d}", "<p>口服补液</p>")
    client.get(address(), {"q": "腹泻"})  # the identity of the site is made on the first visit
    with queries:
        response = client.get(address(), {"q": "腹泻"})
    assert len(headings(response)) == min(number, PER_PAGE)
    assert len(queries) == 15, "\n".join(query["sql"] for query in queries)
