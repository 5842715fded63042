"""Courses, lessons, cases, lectures and credits."""

import factory
from factory.django import DjangoModelFactory

from courseware.catalogue.enums import ConsentKind, ContributionRole
from courseware.catalogue.models import CasePage, Contribution, CoursePage, LecturePage, LessonPage
from tests.factories.home import PageFactory
from tests.factories.network import PersonFactory


class CoursePageFactory(PageFactory):
    class Meta:
        model = CoursePage


class LessonPageFactory(PageFactory):
    class Meta:
        model = LessonPage


class CasePageFactory(PageFactory):
    class Meta:
        model = CasePage

    case_no = factory.Sequence(lambda n: f"PC-2026-{n:04d}")
    age_value = 5
    consent_kind = ConsentKind.FICTIONAL


class LecturePageFactory(PageFactory):
    class Meta:
        model = LecturePage


class ContributionFactory(DjangoModelFactory):
    class Meta:
        model = Contribution

    page = factory.SubFactory(CoursePageFactory)
    person = factory.SubFactory(PersonFactory)
    roles = [ContributionRole.values[0]]
