"""A course never leads back to itself."""

import pytest
from django.core.exceptions import ValidationError

from courseware.catalogue.models import CoursePage
from home.models import HomePage
from tests.factories.catalogue import CoursePageFactory


def course(parent: HomePage, *before: CoursePage, **fields) -> CoursePage:
    return CoursePageFactory(parent=parent, prerequisites=[("course", page) for page in before], **fields)


def asks_for(page: CoursePage, *before: CoursePage) -> CoursePage:
    """`page` as an editor has just changed it."""
    page.prerequisites = [("course", other) for other in before]
    return page


def refusal(page: CoursePage) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    return refused.value.message_dict


SENTENCE = {"prerequisites": ["A course cannot be its own prerequisite, not even through other courses."]}


def test_a_row_of_courses_is_accepted(home_zh):
    first = course(home_zh)
    second = course(home_zh, first)
    course(home_zh, first, second).full_clean()


def test_a_course_before_itself_is_refused_with_a_sentence(in_english, home_zh):
    page = course(home_zh)
    assert refusal(asks_for(page, page)) == SENTENCE


def test_a_circle_through_two_courses_is_refused(in_english, home_zh):
    first = course(home_zh)
    third = course(home_zh, course(home_zh, first))
    assert refusal(asks_for(first, third)) == SENTENCE


def test_a_course_before_its_own_copy_is_refused(in_english, home_zh, home_en):
    page = course(home_zh)
    copy = course(home_en, twin=page)
    assert refusal(asks_for(page, copy)) == SENTENCE


def test_a_circle_through_the_other_language_is_refused(in_english, home_zh, home_en):
    first, second = course(home_zh), course(home_zh)
    course(home_en, first, twin=second)  # the English copy of the second asks for the first
    assert refusal(asks_for(first, second)) == SENTENCE


def test_a_circle_that_leaves_the_course_out_does_not_hang(home_zh):
    first = course(home_zh, live=False)  # the row of a public one is not to be written
    second = course(home_zh, first)
    CoursePage.objects.filter(pk=first.pk).update(prerequisites=asks_for(first, second).prerequisites)
    course(home_zh, second).full_clean()


def test_a_deleted_course_is_no_prerequisite(home_zh):
    first = course(home_zh)
    second = course(home_zh, first)
    first.delete()
    CoursePage.objects.get(pk=second.pk).full_clean()
