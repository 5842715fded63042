"""The language switch: the same page, or nothing."""

import pytest
from django.test import RequestFactory
from django.utils import translation

from home.languages import Alternate, alternates
from tests.factories.home import StandardPageFactory


@pytest.fixture(autouse=True)
def in_chinese():
    with translation.override("zh-hans"):
        yield


def urls(request, page=None) -> dict[str, str]:
    return {entry.code: entry.url for entry in alternates(request, page)}


@pytest.fixture
def request_(db):
    return RequestFactory().get("/zh-hans/courses/?level=core")


def test_every_language_is_named_in_itself(request_):
    assert [(entry.name, entry.is_current) for entry in alternates(request_)] == [
        ("中文", True),
        ("English", False),
    ]


def test_the_address_of_a_list_keeps_its_filters(request_):
    assert alternates(request_)[1] == Alternate("en", "English", "/en/courses/?level=core", False)


def test_a_page_leads_to_its_copy(request_, home_zh, home_en):
    page = StandardPageFactory(parent=home_zh, slug="about")
    StandardPageFactory(parent=home_en, slug="about", twin=page)
    assert urls(request_, page) == {"zh-hans": "/zh-hans/about/", "en": "/en/about/"}


def test_a_page_without_a_copy_leads_nowhere(request_, home_zh):
    assert urls(request_, StandardPageFactory(parent=home_zh, slug="about")) == {
        "zh-hans": "/zh-hans/about/",
        "en": "",
    }


def test_an_unpublished_copy_leads_nowhere(request_, home_zh, home_en):
    page = StandardPageFactory(parent=home_zh, slug="about")
    StandardPageFactory(parent=home_en, slug="about", twin=page, live=False)
    assert urls(request_, page)["en"] == ""


def test_the_front_pages_of_the_migrations_are_copies_of_each_other(request_, home_zh):
    assert urls(request_, home_zh) == {"zh-hans": "/zh-hans/", "en": "/en/"}
