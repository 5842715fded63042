"""Editors find what they look for, on every database."""

import pytest
from django.db import connection
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL, And, Not, Or, Phrase, PlainText
from wagtail.search.utils import parse_query_string

from courseware.network.models import Institution
from home.models import StandardPage

pytestmark = pytest.mark.django_db

HOSTILE = [
    "((((",
    '"',
    "%",
    "%s",
    "*",
    "NEAR(a b)",
    "OR OR",
    "'; DROP TABLE x; --",
    "🩺",
    "\\",
    "a:b",
    "& | !",
    "病" * 10_000,
]


@pytest.fixture
def pages(write):
    write("黄疸的识别", "<p>先看日龄。</p>")
    write("发热的幼儿", "<p>想到川崎病，也要看有无黄疸；复查心超。</p>", live=False)
    write("Common diseases", "<p>Jaundice and others.</p>")


def titles(results) -> list[str]:
    return [page.title for page in results]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("黄疸", ["黄疸的识别", "发热的幼儿"]),
        ("川崎病", ["发热的幼儿"]),
        ("超", ["发热的幼儿"]),
        ("复", ["发热的幼儿"]),
        ("disease", ["Common diseases"]),
        ("jaundice", ["Common diseases"]),
        ("黄疸 川崎", ["发热的幼儿"]),
        ("阑尾", []),
    ],
)
@pytest.mark.parametrize("method", ["search", "autocomplete"])
def test_pages_are_found_by_words_in_their_middle(pages, method, text, expected):
    assert sorted(titles(getattr(StandardPage.objects.all(), method)(text))) == sorted(expected)
    assert sorted(titles(getattr(Page.objects.all(), method)(text))) == sorted(expected)


@pytest.mark.parametrize("text", ["jaund", "dis", "diseases", "黄", "川崎"])
def test_half_typed_words_are_completed(pages, text):
    assert titles(StandardPage.objects.autocomplete(text)) != []


def test_what_is_in_the_title_comes_first(write):
    write("其他", "<p>黄疸，关于黄疸，很多黄疸</p>")
    write("黄疸", "<p>另外的文字，说别的事情</p>")
    assert titles(StandardPage.objects.autocomplete("黄疸")) == ["黄疸", "其他"]


def test_words_may_be_joined_and_excluded(pages):
    everything = StandardPage.objects.all()
    assert titles(everything.search(And([PlainText("黄疸"), Not(PlainText("川崎"))]))) == ["黄疸的识别"]
    assert len(everything.search(Or([PlainText("川崎"), PlainText("jaundice")]))) == 2
    assert len(everything.search("川崎 jaundice", operator="or")) == 2
    assert titles(everything.search(Phrase("川崎病"))) == ["发热的幼儿"]
    assert len(everything.search(MATCH_ALL)) == 3


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("method", ["search", "autocomplete"])
def test_hostile_queries_never_fail(pages, method, text):
    list(getattr(Page.objects.all(), method)(text))
    list(getattr(Page.objects.all(), method)(parse_query_string(text, operator="and")[1]))


def test_documents_and_snippets_are_found_too(institution):
    get_document_model().objects.create(title="发热门诊流程图", file="documents/a.pdf")
    assert [found.title for found in get_document_model().objects.search("门诊")] == ["发热门诊流程图"]
    backend = get_search_backend()
    assert list(backend.autocomplete("儿童", Institution)) == [institution]
    assert list(backend.autocomplete("Riverto", Institution)) == [institution]


@pytest.mark.parametrize("text", ["川崎", "超", "发热"])
def test_the_explorer_finds_drafts_by_their_text(admin_client, pages, text):
    response = admin_client.get(reverse("wagtailadmin_pages:search"), {"q": text})
    assert titles(response.context["pages"]) == ["发热的幼儿"]


@pytest.mark.parametrize("text", [*HOSTILE[:11], "\x00"])
@pytest.mark.parametrize(
    "name", ["wagtailadmin_pages:search", "wagtailadmin_choose_page_search", "wagtailimages:index"]
)
def test_the_admin_never_fails(admin_client, pages, name, text):
    assert admin_client.get(reverse(name), {"q": text}).status_code == 200


def test_the_chooser_finds_pages(admin_client, pages):
    response = admin_client.get(reverse("wagtailadmin_choose_page_search"), {"q": "日龄"})
    assert "黄疸的识别" in response.content.decode()


def test_a_deleted_page_is_not_found(pages):
    StandardPage.objects.get(title="黄疸的识别").delete()
    assert titles(StandardPage.objects.search("日龄")) == []


def test_whole_word_search_has_its_index_on_postgresql():
    with connection.cursor() as cursor:
        indexes = connection.introspection.get_constraints(cursor, "wagtailsearch_indexentry")
    assert ("search_admin_title_body" in indexes) is (connection.vendor == "postgresql")
