"""What every test may ask for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation
from wagtail.models import Page

from home.models import HomePage


@pytest.fixture
def root(db) -> Page:
    return Page.objects.get(depth=1)


@pytest.fixture
def home_zh(db) -> HomePage:
    return HomePage.objects.get(locale__language_code="zh-hans")


@pytest.fixture
def home_en(db) -> HomePage:
    return HomePage.objects.get(locale__language_code="en")


@pytest.fixture
def in_english() -> Iterator[None]:
    """Sentences are compared in English, whatever the catalogues say in Chinese."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="session")
def library_folder(tmp_path_factory, worker_id: str) -> Path:
    """Where all processes of a test run keep the demonstration library."""
    base = tmp_path_factory.getbasetemp()
    return (base if worker_id == "master" else base.parent) / "library"


def pytest_sessionfinish(session, exitstatus):
    """Where CI=true everything that a test needs is there: a skipped test is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter and reporter.stats.get("skipped"):
        reporter.write_line("CI allows no skipped test.", red=True)
        session.exitstatus = 1
