"""The way from one item to the next follows the course that a reader came from."""

import pytest

from courseware.catalogue.models import CoursePage
from tests.catalogue.reading.courses import arrange
from tests.factories.catalogue import CasePageFactory, CoursePageFactory, LessonPageFactory


@pytest.fixture
def course(harbor) -> CoursePage:
    return CoursePageFactory(parent=harbor, slug="newborn", title="新生儿")


@pytest.fixture
def line(course, hills) -> list:
    """A lesson, another hospital's case, a lesson."""
    first, last = (LessonPageFactory(parent=course, slug=slug, title=slug) for slug in ("first", "last"))
    case = CasePageFactory(parent=hills, title="middle", case_no="PC-2026-0301")
    arrange(course, first, case, last)
    return [first, case, last]


def way(client, address: str) -> tuple[str | None, str | None, str | None]:
    """Titles of the course, of what comes before and of what comes next."""
    context = client.get(address).context
    course, before, after = (context[name] for name in ("course", "previous", "next"))
    return (course and course["title"], before and before.title, after and after.title)


def test_a_lesson_follows_its_own_course(client, line):
    assert way(client, line[0].url) == ("新生儿", None, "middle")


def test_a_case_follows_the_course_that_one_came_from(client, course, line):
    assert way(client, f"{line[1].url}?course={course.pk}") == ("新生儿", "first", "last")


def test_a_case_that_one_found_alone_is_in_no_course(client, line):
    assert way(client, line[1].url) == (None, None, None)


def test_the_last_item_has_nothing_after_it(client, line):
    assert way(client, line[2].url) == ("新生儿", "middle", None)


def test_the_way_to_a_reused_item_names_the_course(client, course, line):
    assert client.get(line[0].url).context["next"].url == f"{line[1].url}?course={course.pk}"


def test_a_lesson_follows_another_course_that_reuses_it(client, hills, line):
    other = CoursePageFactory(parent=hills, title="另一门")
    arrange(other, line[2], line[0])
    assert way(client, f"{line[0].url}?course={other.pk}") == ("另一门", "last", None)


def test_an_unpublished_item_is_passed_over(client, line):
    line[1].unpublish()
    assert way(client, line[0].url) == ("新生儿", None, "last")


NONSENSE = ["", "abc", "-1", "0", "٣", "1e3", "9" * 11, "9" * 40, "1 OR 1=1", "<script>", "1&course=2", "%00"]


def test_a_course_that_makes_no_sense_is_ignored(client, line):
    assert {way(client, f"{line[1].url}?course={value}") for value in NONSENSE} == {(None, None, None)}


def test_a_course_that_does_not_hold_the_page_is_ignored(client, hills, line):
    other = arrange(CoursePageFactory(parent=hills), line[0])
    assert way(client, f"{line[1].url}?course={other.pk}") == (None, None, None)


def test_a_page_that_is_no_course_is_ignored(client, line):
    assert way(client, f"{line[1].url}?course={line[0].pk}") == (None, None, None)


def test_an_unpublished_course_is_ignored(client, hills, line):
    secret = arrange(CoursePageFactory(parent=hills), line[1])
    secret.unpublish()
    assert way(client, f"{line[1].url}?course={secret.pk}") == (None, None, None)


def test_a_lesson_with_a_forged_course_follows_its_own(client, line):
    assert way(client, f"{line[0].url}?course=abc") == ("新生儿", None, "middle")
