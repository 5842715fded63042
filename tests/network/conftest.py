"""A network of three hospitals: A leads a course with B, C has no part in it."""

from dataclasses import dataclass

import pytest
from wagtail.models import Page

from courseware.catalogue.models import CoursePage
from courseware.network.enums import Role
from courseware.network.models import InstitutionPage
from home.models import User
from tests.factories.catalogue import CasePageFactory, CoursePageFactory, LessonPageFactory
from tests.factories.network import PartnerFactory, account, agreement, branch


@dataclass
class Hospital:
    """The branch of one hospital and its people."""

    page: InstitutionPage
    contributor: User
    lead_teacher: User

    @property
    def institution(self):
        return self.page.institution


def hospital(slug: str) -> Hospital:
    page = branch(slug)
    return Hospital(
        page, account(Role.CONTRIBUTOR, page.institution), account(Role.LEAD_TEACHER, page.institution)
    )


@pytest.fixture
def a(db) -> Hospital:
    return hospital("hospital-a")


@pytest.fixture
def b(db) -> Hospital:
    return hospital("hospital-b")


@pytest.fixture
def c(db) -> Hospital:
    return hospital("hospital-c")


@pytest.fixture
def chief_editor(db) -> User:
    return account(Role.CHIEF_EDITOR)


@pytest.fixture
def shared(a, b) -> CoursePage:
    """The one course of A that B co-constructs."""
    course = CoursePageFactory(parent=a.page, title="共建课程", slug="shared")
    PartnerFactory(page=course, institution=b.institution)
    agreement(a.institution, b.institution)
    return course


@pytest.fixture
def lesson(shared) -> Page:
    return LessonPageFactory(parent=shared, title="共建课时", slug="lesson")


@pytest.fixture
def case(a) -> Page:
    return CasePageFactory(parent=a.page, title="甲院病例", slug="pc-2026-9001", case_no="PC-2026-9001")
