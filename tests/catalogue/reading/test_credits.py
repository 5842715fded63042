"""Who is named, in which order, and how a page is cited."""

import pytest
from django.utils import timezone

from courseware.catalogue.models import Contribution, CoursePage
from courseware.catalogue.reading.credits import Credit, citation, credits_of, licence_of
from tests.factories.catalogue import CoursePageFactory
from tests.factories.home import publish
from tests.factories.network import PersonFactory


@pytest.fixture
def course(home_zh) -> CoursePage:
    return CoursePageFactory(parent=home_zh, title="新生儿")


def credit(course: CoursePage, *parts: Contribution) -> CoursePage:
    course.contributions = parts
    return publish(course)


def person(name: str):
    return PersonFactory(name_zh=name, name_en="", slug=f"p-{ord(name)}", account=None)


def names(course: CoursePage) -> list[str]:
    return [line.name for line in credits_of(CoursePage.objects.get(pk=course.pk))]


def test_contributors_are_named_in_the_order_of_the_credits(course):
    places = {"丙": 2, "甲": 0, "乙": 1}
    rows = [Contribution(person=person(name), roles=["lecturer"], sort_order=n) for name, n in places.items()]
    assert names(credit(course, *rows)) == ["甲", "乙", "丙"]


def test_contributors_without_a_place_are_named_as_they_were_written(course):
    credit(course, *[Contribution(person=person(name), roles=["lecturer"]) for name in "丙甲乙"])
    assert names(course) == ["丙", "甲", "乙"]


def test_a_credit_names_the_institution_of_that_time_and_the_roles(in_english, course, harbor):
    part = Contribution(person=person("甲"), institution=harbor.institution, roles=["lecturer", "translator"])
    assert credits_of(credit(course, part)) == [
        Credit(
            name="甲",
            url=f"/en/people/{part.person.slug}/",
            institution="Fictional Hospital harbor",
            roles=["Lecturer", "Translator"],
            is_speaker=True,
        )
    ]


def test_a_person_without_institution_is_credited_by_name(client, course):
    credit(course, Contribution(person=person("甲"), roles=["case-author"]))
    assert [
        (line.name, line.institution, line.is_speaker) for line in client.get(course.url).context["credits"]
    ] == [("甲", "", False)]


def cited(course: CoursePage, *names: str) -> str:
    lines = [Credit(name, "", "", [], is_speaker=False) for name in names]
    return citation(course, lines, site_name="PedCommons", address="https://example.org/a/")


def test_a_page_is_cited_with_its_authors(in_english, course):
    year = timezone.now().year
    assert cited(course, "Lin", "Chen") == (
        f"Lin, Chen. 新生儿 [Internet]. PedCommons; {year}. Available from: https://example.org/a/"
    )


def test_a_page_without_authors_is_cited_by_the_site(in_english, course):
    assert cited(course).split(". ")[0] == "PedCommons"


def test_an_author_of_two_parts_is_cited_once(in_english, course):
    assert cited(course, "Lin", "Chen", "Lin").split(". ")[0] == "Lin, Chen"


def test_more_than_six_authors_are_cited_as_six_and_others(in_english, course):
    assert cited(course, *"abcdefg").split(". ")[0] == "a, b, c, d, e, f et al"


def test_exactly_six_authors_are_all_cited(in_english, course):
    assert cited(course, *"abcdef").split(". ")[0] == "a, b, c, d, e, f"


@pytest.mark.parametrize(
    ("licence", "deed"),
    [
        ("cc-by-nc-sa", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        ("cc0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("reserved", ""),
    ],
)
def test_a_licence_leads_to_its_deed_where_there_is_one(licence, deed):
    assert licence_of(CoursePage(licence=licence)).deed_url == deed
