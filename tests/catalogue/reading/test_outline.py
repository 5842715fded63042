"""The outline of a course as a reader meets it."""

import pytest
from django.utils import translation

from courseware.catalogue.models import CoursePage
from courseware.catalogue.reading.outline import Item, outline_of, start_of
from tests.catalogue.reading.courses import arrange, module
from tests.factories.catalogue import (
    CasePageFactory,
    CoursePageFactory,
    LecturePageFactory,
    LessonPageFactory,
)
from tests.factories.home import MediaFactory, publish


@pytest.fixture
def course(harbor) -> CoursePage:
    return CoursePageFactory(parent=harbor, slug="newborn", title="新生儿")


def items(ask, course: CoursePage, *, language: str = "zh-hans") -> list[Item]:
    with translation.override(language):
        modules = outline_of(ask(), CoursePage.objects.get(pk=course.pk))
    return [item for entry in modules for item in entry.items]


def test_a_lesson_of_the_course_is_told_with_title_address_and_minutes(ask, course):
    lesson = LessonPageFactory(parent=course, title="第一口气", slug="breath", minutes=40)
    assert items(ask, arrange(course, lesson)) == [
        Item(
            key=str(lesson.translation_key),
            kind="lesson",
            kind_label="课时",
            title="第一口气",
            url="/zh-hans/harbor/newborn/breath/",
            language="zh-hans",
            minutes=40,
            is_available=True,
        )
    ]


def test_a_lecture_lasts_as_long_as_its_film(ask, harbor, course):
    lecture = LecturePageFactory(parent=harbor, media=MediaFactory(duration=150))
    assert [item.minutes for item in items(ask, arrange(course, lecture))] == [2]


def test_a_module_lasts_as_long_as_its_items(ask, course):
    lessons = [LessonPageFactory(parent=course, minutes=minutes) for minutes in (40, 5, None)]
    assert [entry.minutes for entry in outline_of(ask(), arrange(course, *lessons))] == [45]


def test_modules_and_items_keep_their_order(ask, course):
    one, two, three = (LessonPageFactory(parent=course, title=title) for title in ("一", "二", "三"))
    course = CoursePage.objects.get(pk=course.pk)
    course.outline = [module(three, one, title="乙"), module(two, title="甲")]
    modules = outline_of(ask(), publish(course))
    assert [(entry.title, [item.title for item in entry.items]) for entry in modules] == [
        ("乙", ["三", "一"]),
        ("甲", ["二"]),
    ]


def test_a_reused_item_is_credited_and_keeps_the_way_back_to_the_course(ask, hills, course):
    case = CasePageFactory(parent=hills, case_no="PC-2026-0201")
    assert [(item.url, item.institution) for item in items(ask, arrange(course, case))] == [
        (f"/zh-hans/hills/pc-2026-0201/?course={course.pk}", hills.institution.short_name)
    ]


def test_an_own_case_keeps_the_way_back_and_needs_no_credit(ask, harbor, course):
    case = CasePageFactory(parent=harbor, case_no="PC-2026-0202")
    assert [(item.url, item.institution) for item in items(ask, arrange(course, case))] == [
        (f"/zh-hans/harbor/pc-2026-0202/?course={course.pk}", "")
    ]


@pytest.fixture
def english(course, harbor_en) -> CoursePage:
    return CoursePageFactory(parent=harbor_en, twin=course, slug="newborn", title="Newborn")


def test_an_item_chosen_in_chinese_is_shown_in_english_where_there_is_an_english_copy(ask, course, english):
    lesson = LessonPageFactory(parent=course, title="第一口气", slug="breath")
    LessonPageFactory(parent=english, twin=lesson, title="First breath", slug="breath")
    assert [
        (item.title, item.url, item.is_foreign)
        for item in items(ask, arrange(english, lesson), language="en")
    ] == [("First breath", "/en/harbor/newborn/breath/", False)]


def test_an_item_without_an_english_copy_is_offered_in_chinese_and_marked(ask, course, english):
    lesson = LessonPageFactory(parent=course, title="第一口气", slug="breath")
    assert [
        (item.title, item.url, item.language, item.is_foreign)
        for item in items(ask, arrange(english, lesson), language="en")
    ] == [("第一口气", f"/zh-hans/harbor/newborn/breath/?course={english.pk}", "zh-hans", True)]


def test_an_item_whose_english_copy_is_unpublished_is_offered_in_chinese(ask, course, english):
    lesson = LessonPageFactory(parent=course, title="第一口气")
    LessonPageFactory(parent=english, twin=lesson, title="First breath", live=False)
    assert [item.title for item in items(ask, arrange(english, lesson), language="en")] == ["第一口气"]


def test_an_unpublished_item_has_neither_title_nor_address(ask, course):
    lesson = LessonPageFactory(parent=course, title="未发表", live=False)
    assert items(ask, arrange(course, lesson)) == [Item(key=str(lesson.translation_key))]


def test_an_item_behind_a_password_has_neither_title_nor_address(ask, hills, course):
    case = CasePageFactory(parent=hills)
    hills.view_restrictions.create(restriction_type="login")
    assert items(ask, arrange(course, case)) == [Item(key=str(case.translation_key))]


def test_a_deleted_item_leaves_the_outline_and_keeps_the_others(ask, course):
    gone, stays = LessonPageFactory(parent=course), LessonPageFactory(parent=course, title="还在")
    arrange(course, gone, stays)
    gone.delete()
    assert [item.title for item in items(ask, course)] == ["还在"]


def test_a_course_begins_with_the_first_item_that_can_be_opened(ask, course):
    closed = LessonPageFactory(parent=course, live=False)
    first = LessonPageFactory(parent=course, title="绪论")
    assert start_of(outline_of(ask(), arrange(course, closed, first))).title == "绪论"


def test_a_course_of_which_nothing_is_published_has_no_beginning(ask, course):
    assert start_of(outline_of(ask(), arrange(course, LessonPageFactory(parent=course, live=False)))) is None


def test_a_course_page_says_in_a_sentence_that_an_item_is_being_prepared(client, course, english):
    arrange(english, LessonPageFactory(parent=course, title="未发表 CANARY", live=False))
    page = client.get("/en/harbor/newborn/").content.decode()
    assert (page.count("In preparation"), page.count("CANARY")) == (1, 0)
