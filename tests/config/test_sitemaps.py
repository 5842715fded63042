"""The sitemap names every published page once, and nothing else."""

import re

import pytest
from wagtail.models import Page

from tests.factories.catalogue import (
    CasePageFactory,
    CoursePageFactory,
    LecturePageFactory,
    LessonPageFactory,
)
from tests.factories.home import StandardPageFactory
from tests.factories.network import PersonFactory, SectionFactory, branch


def named(client) -> list[str]:
    """The paths of all addresses of all sitemaps that the index names."""
    found = []
    for address in locations(client, "/sitemap.xml"):
        found += locations(client, address)
    return found


def locations(client, address: str) -> list[str]:
    response = client.get(address)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/xml")
    return re.findall(r"<loc>https?://[^/<]+(.*?)</loc>", response.content.decode())


@pytest.fixture
def library(db) -> None:
    """One of each kind, in both languages, and one of each that is not published."""
    zh = branch("harbor")
    en = branch("harbor", "en", twin=zh)
    for live in (True, False):
        course = CoursePageFactory(parent=zh, slug=f"course-{live}".lower(), live=live)
        copy = CoursePageFactory(parent=en, slug=course.slug, twin=course, live=live)
        LessonPageFactory(parent=copy, twin=LessonPageFactory(parent=course, live=live), live=live)
        LecturePageFactory(parent=zh, slug=f"lecture-{live}".lower(), live=live)
        CasePageFactory(parent=en, twin=CasePageFactory(parent=zh, live=live), live=live)
        StandardPageFactory(live=live)


@pytest.mark.usefixtures("library")
def test_every_published_page_of_both_languages_is_named_once(client):
    pages = sorted(page.url for page in Page.objects.live().filter(depth__gt=1))
    lists = {
        entry
        for entry in named(client)
        if re.search(r"/(courses|cases|lectures|network|sections|people|errata)/$", entry)
    }
    assert sorted(entry for entry in named(client) if entry not in lists) == pages


@pytest.mark.usefixtures("library")
def test_no_address_is_named_twice(client):
    found = named(client)
    assert sorted(found) == sorted(set(found))


@pytest.mark.usefixtures("library")
def test_every_address_that_is_named_can_be_read(client):
    assert {client.get(address).status_code for address in named(client)} == {200}


def test_every_list_is_named_in_both_languages(client, db):
    lists = ("courses", "cases", "lectures", "network", "network/sections", "people", "errata")
    for language in ("zh-hans", "en"):
        assert sorted(locations(client, f"/sitemap-{language}-lists.xml")) == sorted(
            f"/{language}/{path}/" for path in lists
        )


def test_people_and_sections_are_named_in_both_languages(client, db):
    person, section = PersonFactory(account=None), SectionFactory()
    for language in ("zh-hans", "en"):
        named = [locations(client, f"/sitemap-{language}-{kind}.xml") for kind in ("people", "sections")]
        assert named == [
            [f"/{language}/people/{person.slug}/"],
            [f"/{language}/network/sections/{section.slug}/"],
        ]


def test_a_restricted_page_is_not_named(client, db):
    page = StandardPageFactory()
    page.view_restrictions.create(restriction_type="login")
    assert locations(client, "/sitemap-zh-hans-standardpage.xml") == []


def test_robots_are_told_where_the_sitemap_is(client, db):
    assert (
        client.get("/robots.txt").content.decode().splitlines()[-1]
        == "Sitemap: http://testserver/sitemap.xml"
    )
