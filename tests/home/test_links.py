"""Links in rich text: one lookup for a page of twenty blocks, in the reader's language, none to a draft."""

import pytest
from django.test import RequestFactory
from django.utils import translation
from wagtail.rich_text import expand_db_html

from home.links import serving_links
from home.models import StandardPage
from tests.factories.home import StandardPageFactory


def link(target) -> str:
    return f'<a linktype="page" id="{target.pk}">见</a>'


def holder(*targets) -> StandardPage:
    """A page with one block of text for each link."""
    return StandardPageFactory(body=[("text", f"<p>{link(target)}</p>") for target in targets])


def written(page, target, language: str = "zh-hans") -> str:
    with translation.override(language), serving_links(page, RequestFactory().get("/")):
        return expand_db_html(link(target))


@pytest.fixture
def pair(home_zh, home_en):
    chinese = StandardPageFactory(parent=home_zh, slug="twin")
    return chinese, StandardPageFactory(parent=home_en, slug="twin", twin=chinese)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_link_leads_to_the_copy_in_the_readers_language(pair, language):
    assert written(holder(pair[0]), pair[0], language) == f'<a href="/{language}/twin/">见</a>'


def test_a_link_to_a_page_without_a_copy_leads_to_the_page(home_zh):
    target = StandardPageFactory(parent=home_zh, slug="alone")
    assert written(holder(target), target, "en") == '<a href="/zh-hans/alone/">见</a>'


def test_a_link_to_an_unpublished_page_has_no_address(db):
    target = StandardPageFactory(live=False)
    assert written(holder(target), target) == "<a>见</a>"


def test_a_link_to_a_deleted_page_has_no_address(db):
    target = StandardPageFactory()
    page = holder(target)
    pk = target.pk
    target.delete()
    target.pk = pk
    assert written(page, target) == "<a>见</a>"


def test_a_link_to_an_unpublished_page_leads_to_its_published_copy(pair):
    pair[0].unpublish()
    assert written(holder(pair[0]), pair[0], "en") == '<a href="/en/twin/">见</a>'


@pytest.mark.parametrize("number", [1, 3, 20])
def test_links_cost_two_queries_however_many_there_are(db, django_assert_num_queries, number):
    targets = [StandardPageFactory() for _turn in range(number)]
    page = StandardPage.objects.get(pk=holder(*targets).pk)
    request = RequestFactory().get("/")
    expand_db_html(link(targets[0]))  # locales and site roots are remembered by the process
    with django_assert_num_queries(2), serving_links(page, request):
        written_links = [expand_db_html(link(target)) for target in targets]
    assert [text.startswith('<a href="/zh-hans/') for text in written_links] == [True] * number


def test_outside_a_page_being_served_links_are_written_as_stock_writes_them(db):
    target = StandardPageFactory(slug="plain")
    assert expand_db_html(link(target)) == '<a href="/zh-hans/plain/">见</a>'
