"""The network of three hospitals, and its reviews."""

import pytest
from wagtail.models import WorkflowState

from courseware.network.enums import Role
from home.models import User
from tests.factories.network import account
from tests.network.conftest import a, b, c, case, chief_editor, lesson, shared  # noqa: F401


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
