"""The case with the canaries, published in both languages and held by a course."""

import pytest

from courseware.catalogue.models import CasePage, CoursePage
from tests.catalogue.reading.canaries import canary_case, credit
from tests.catalogue.reading.courses import arrange
from tests.factories.catalogue import CasePageFactory, CoursePageFactory
from tests.factories.home import publish
from tests.factories.network import PersonFactory


@pytest.fixture
def author(db):
    return PersonFactory(slug="author", account=None)


@pytest.fixture
def case(harbor, author, django_capture_on_commit_callbacks) -> CasePage:
    """In the search index, too, which is filled after the commit."""
    page = canary_case(harbor)
    credit(page, author)
    with django_capture_on_commit_callbacks(execute=True):
        publish(page)
    return page


@pytest.fixture
def case_en(case, harbor_en) -> CasePage:
    texts = {
        name: getattr(case, name)
        for name in ("title_teacher", "icd10", "icd11", "stage_setting", "stage_complaint")
    }
    return CasePageFactory(
        parent=harbor_en, twin=case, title="A child who coughs", slug=case.slug, case_no=case.case_no, **texts
    )


@pytest.fixture
def course(case, harbor) -> CoursePage:
    return arrange(CoursePageFactory(parent=harbor, title="呼吸", slug="breathing"), case)
