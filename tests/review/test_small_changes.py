"""Numbers of two versions of a page."""

from courseware.review.small_changes import numbers_changed
from tests.factories.catalogue import CoursePageFactory


def versions(a, before: str, after: str) -> list[str]:
    page = CoursePageFactory(parent=a.page, syllabus=before)
    draft = page.latest_revision.as_object()
    draft.syllabus = after
    return numbers_changed(page, draft)


def test_the_keys_that_the_editor_writes_are_no_numbers(a):
    assert versions(a, "<p>每日 10 mg</p>", '<p data-block-key="k7x2">每日 10 mg。</p>') == []


def test_a_number_in_a_rich_text_is_one(a):
    assert versions(a, "<p>每日 10 mg</p>", "<p>每日 100 mg</p>") == ["10", "100"]
