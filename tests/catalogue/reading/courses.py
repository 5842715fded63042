"""Courses with an outline, as teachers arrange them."""

from wagtail.models import Page

from courseware.catalogue.models import CoursePage
from tests.factories.home import publish


def module(*items: Page, title: str = "第一单元") -> tuple[str, dict]:
    return ("module", {"title": title, "summary": "", "items": list(items)})


def arrange(course: CoursePage, *items: Page) -> CoursePage:
    """`course` with one module of `items`, published."""
    course = CoursePage.objects.get(pk=course.pk)
    course.outline = [module(*items)]
    return publish(course)
