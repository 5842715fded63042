"""What readers may meet, and in which language."""

import pytest
from wagtail.models import Locale, PageViewRestriction

from home.models import StandardPage
from tests.factories.home import StandardPageFactory


@pytest.fixture
def pair(db, home_zh, home_en):
    """A page in Chinese and its English copy."""
    chinese = StandardPageFactory(parent=home_zh)
    return chinese, StandardPageFactory(parent=home_en, twin=chinese)


def offered(language: str) -> list[StandardPage]:
    locale = Locale.objects.get(language_code=language)
    return list(StandardPage.objects.published().offered_in(locale).order_by("path"))


def test_a_live_page_is_published(db):
    page = StandardPageFactory()
    assert list(StandardPage.objects.published()) == [page]


def test_a_draft_is_not_published(db):
    StandardPageFactory(live=False)
    assert list(StandardPage.objects.published()) == []


@pytest.mark.parametrize(
    "kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD, PageViewRestriction.GROUPS]
)
def test_a_restricted_ancestor_hides_its_descendants(db, kind):
    above = StandardPageFactory()
    StandardPageFactory(parent=StandardPageFactory(parent=above))
    beside = StandardPageFactory()
    PageViewRestriction.objects.create(page=above, restriction_type=kind)
    assert list(StandardPage.objects.published()) == [beside]


@pytest.mark.parametrize("number", [1, 3, 30])
def test_asking_for_published_pages_costs_one_query(db, django_assert_num_queries, number):
    pages = [StandardPageFactory() for _turn in range(number)]
    with django_assert_num_queries(1):
        assert len(StandardPage.objects.published()) == len(pages)


@pytest.mark.parametrize(("language", "copy"), [("zh-hans", 0), ("en", 1)])
def test_each_reader_is_offered_the_copy_in_the_own_language(pair, language, copy):
    assert offered(language) == [pair[copy]]


def test_a_page_without_a_copy_is_offered_in_the_other_language(db, home_zh):
    page = StandardPageFactory(parent=home_zh)
    assert offered("en") == [page]


def test_an_unpublished_copy_leaves_the_other_language_on_offer(pair):
    pair[1].unpublish()
    assert offered("en") == [pair[0]]
