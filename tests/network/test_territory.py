"""The institution of a page is the one in whose branch it stands."""

import pytest
from django.test import RequestFactory
from django.utils import translation

from courseware.network.territory import Territory, institution_of
from tests.factories.catalogue import CasePageFactory
from tests.factories.home import StandardPageFactory
from tests.factories.network import InstitutionFactory, branch


def test_every_page_of_a_branch_belongs_to_its_institution(a, shared, lesson):
    assert [institution_of(page) for page in (a.page, shared, lesson)] == [a.institution] * 3


def test_a_page_outside_all_branches_belongs_to_none(root, home_zh):
    assert [institution_of(page) for page in (root, home_zh, StandardPageFactory())] == [None] * 3


def test_both_language_copies_belong_to_one_institution(a):
    twin = branch("hospital-a", "en", twin=a.page)
    assert institution_of(CasePageFactory(parent=twin)) == a.institution


@pytest.mark.parametrize("number", [1, 3, 30])
def test_many_pages_cost_one_query(a, b, django_assert_num_queries, number):
    pages = [CasePageFactory(parent=(a, b)[turn % 2].page) for turn in range(number)]
    with django_assert_num_queries(1):
        territory = Territory()
        found = [territory.institution_of(page) for page in pages]
    assert found == [(a, b)[turn % 2].institution for turn in range(number)]


def test_a_request_remembers_its_territory(db):
    request = RequestFactory().get("/")
    assert Territory.of(request) is Territory.of(request)


@pytest.mark.parametrize(("language", "number"), [("zh-hans", 0), ("en", 1)])
def test_the_page_of_an_institution_is_in_the_readers_language(a, language, number):
    pages = [a.page, branch("hospital-a", "en", twin=a.page)]
    with translation.override(language):
        assert Territory().page_of(a.institution) == pages[number]


def test_the_page_of_an_institution_is_in_another_language_where_there_is_no_other(a):
    with translation.override("en"):
        assert Territory().page_of(a.institution) == a.page


def test_an_unpublished_page_is_no_page_of_an_institution(db):
    page = branch("hospital-x", live=False)
    assert Territory().page_of(page.institution) is None


def test_an_institution_without_a_page_has_none(db):
    assert Territory().page_of(InstitutionFactory()) is None
