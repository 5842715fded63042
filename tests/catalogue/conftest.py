"""A hospital with a branch in both languages, another one, and a reader who brings no memory."""

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Site

from courseware.network.models import InstitutionPage
from tests.factories.network import branch


@pytest.fixture
def in_chinese() -> Iterator[None]:
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def harbor(db) -> InstitutionPage:
    return branch("harbor")


@pytest.fixture
def harbor_en(harbor) -> InstitutionPage:
    return branch("harbor", "en", twin=harbor, title="Harbor")


@pytest.fixture
def hills(db) -> InstitutionPage:
    return branch("hills")


@pytest.fixture
def ask() -> Callable:
    """A reader's request, as pages and their contexts see it."""

    def make(path: str = "/", **query):
        request = RequestFactory().get(path, query)
        request.user = AnonymousUser()
        Site.find_for_request(request)
        return request

    return make


@pytest.fixture
def uncached() -> Callable[[str], int]:
    """How many queries an address costs a new reader when nothing is cached but the pictures' sizes."""

    def count(address: str) -> int:
        assert Client().get(address).status_code == 200  # draws the renditions
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            assert Client().get(address).status_code == 200
        return len(queries)

    return count
