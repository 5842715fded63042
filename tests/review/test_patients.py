"""Children in the pages: who looks at them, and what consent is asked for."""

import pytest

from courseware.catalogue.enums import ConsentKind
from courseware.network.enums import Role
from courseware.review.conflicts import DecisionConflict
from courseware.review.patients import shows_patients
from courseware.review.services import submit
from tests.factories.catalogue import (
    CasePageFactory,
    CoursePageFactory,
    LecturePageFactory,
    LessonPageFactory,
)
from tests.factories.home import ImageFactory, MediaFactory
from tests.factories.network import account
from tests.factories.peers import pass_peer_review


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def take(page, user) -> None:
    state = fresh(page).current_workflow_task_state
    state.task.specific.on_action(state, user, "approve")


@pytest.fixture
def officer(db):
    return account(Role.PRIVACY_OFFICER)


@pytest.fixture
def at_the_officer(a, chief_editor):
    def case(**consent):
        page = CasePageFactory(parent=a.page, live=False, owner=a.contributor, **consent)
        submit(page=page, by=a.contributor)
        take(page, a.lead_teacher)
        pass_peer_review(page, chief_editor)
        return page

    return case


def test_a_case_goes_through_the_privacy_officer(at_the_officer, officer, chief_editor):
    page = at_the_officer()
    assert fresh(page).current_workflow_task.name == "隐私与知情同意审核 · Privacy and consent check"
    take(page, officer)
    take(page, chief_editor)
    assert fresh(page).live is True


def test_a_course_without_patients_passes_it_by_and_the_history_says_so(a, chief_editor, in_english):
    page = CoursePageFactory(parent=a.page, live=False, owner=a.contributor)
    submit(page=page, by=a.contributor)
    take(page, a.lead_teacher)
    pass_peer_review(page, chief_editor)
    states = fresh(page).current_workflow_state.task_states.order_by("pk")
    assert [(state.status, state.comment) for state in states][2:] == [
        ("skipped", "This step is not needed for this page."),
        ("skipped", "This step is not needed for this page."),
        ("in_progress", ""),
    ]


def test_a_privacy_officer_does_not_judge_an_own_case(a, officer, chief_editor):
    page = CasePageFactory(parent=a.page, live=False, owner=officer)
    submit(page=page, by=officer)
    take(page, a.lead_teacher)
    pass_peer_review(page, chief_editor)
    assert fresh(page).current_workflow_task.get_actions(page, officer) == []


@pytest.mark.parametrize(
    ("consent", "gaps"),
    [
        ({"consent_kind": ""}, "consent"),
        ({"consent_kind": ConsentKind.GUARDIAN}, "institution that keeps the consent, year of the consent"),
        ({"consent_kind": ConsentKind.WAIVER, "consent_year": 2025}, "institution that keeps the consent"),
    ],
)
def test_a_case_with_a_gap_in_its_consent_record_is_not_published(
    in_english, at_the_officer, officer, chief_editor, consent, gaps
):
    page = at_the_officer(**consent)
    take(page, officer)
    with pytest.raises(DecisionConflict) as refused:
        take(page, chief_editor)
    assert refused.value.reasons == [f"The consent record is not complete: {gaps}."]


def test_an_invented_case_needs_no_signature(at_the_officer, officer, chief_editor):
    page = at_the_officer(consent_kind=ConsentKind.COMPOSITE)
    take(page, officer)
    take(page, chief_editor)
    assert fresh(page).live is True


def test_what_may_show_a_patient_is_looked_at(a):
    drawing, photograph = ImageFactory(), ImageFactory(shows_patient=True)
    course = CoursePageFactory(parent=a.page, cover=drawing)

    def lesson(image):
        return LessonPageFactory(parent=fresh(course), body=[("figure", {"image": image, "alt": "x"})])

    pages = {
        "drawing": lesson(drawing),
        "photograph": lesson(photograph),
        "photograph on the cover": CoursePageFactory(parent=a.page, cover=photograph),
        "film": LecturePageFactory(parent=a.page, slug="film", media=MediaFactory()),
        "lecture without a film": LecturePageFactory(parent=a.page, slug="plain"),
    }
    assert {name: shows_patients(page) for name, page in pages.items()} == {
        "drawing": False,
        "photograph": True,
        "photograph on the cover": True,
        "film": True,
        "lecture without a film": False,
    }
