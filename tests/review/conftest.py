"""The network of three hospitals, and its reviews."""

import pytest
from wagtail.models import WorkflowState

from courseware.network.enums import Role
from courseware.review.enums import Verdict
from courseware.review.models import Round
from courseware.review.services import decisions, submit
from home.models import User
from tests.factories.catalogue import CoursePageFactory
from tests.factories.network import account
from tests.factories.peers import handed_in, open_round
from tests.network.conftest import a, b, c, case, chief_editor, lesson, shared  # noqa: F401
from tests.review.acting import take


@pytest.fixture
def checker(db) -> User:
    """Somebody bilingual among the reviewers."""
    user = account(Role.REVIEWER)
    user.person.checks_translations = True
    user.person.save()
    return user


@pytest.fixture
def running():
    """The newest review of a page."""

    def newest(page) -> WorkflowState:
        return WorkflowState.objects.filter(object_id=str(page.pk)).order_by("-pk").first()

    return newest


@pytest.fixture
def under_review(a, chief_editor):
    """A course of A that waits for its reviewers."""
    page = CoursePageFactory(parent=a.page, live=False, owner=a.contributor)
    submit(page=page, by=a.contributor)
    take(page, a.lead_teacher)
    return page


@pytest.fixture
def round(under_review) -> Round:
    return open_round(under_review)


@pytest.fixture
def reviewer(db) -> User:
    return account(Role.REVIEWER)


@pytest.fixture
def returned(under_review, round, chief_editor, reviewer):
    """The course, back at its authors with two reviews, one of which asks for a change."""
    handed_in(round, chief_editor, reviewer, verdict=Verdict.MINOR, points=[("第 2 课", "补充参考文献")])
    handed_in(round, chief_editor)
    decisions.decide(round=round, by=chief_editor, verdict=Verdict.MINOR, letter="请小修。")
    return under_review
