"""Who reviews: nobody with a conflict, however it came about."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.network.enums import Role
from courseware.network.models import Membership, Partner, Person
from courseware.review.conflicts import DecisionConflict
from courseware.review.enums import Hindrance
from courseware.review.independence import hindrance, suggestions
from courseware.review.models import ReviewAssignment, SectionScope
from courseware.review.services import invitations, reports, submit
from home.models import User
from tests.factories.catalogue import ContributionFactory, CoursePageFactory
from tests.factories.home import StandardPageFactory
from tests.factories.network import (
    MembershipFactory,
    PartnerFactory,
    SectionFactory,
    SectionMemberFactory,
    account,
)
from tests.factories.peers import invited, open_round, praise
from tests.review.acting import fresh, take

CONFLICTS = [
    "author",
    "submitter",
    "past reviser",
    "credited person",
    "same institution",
    "institution credited",
    "partner",
    "partner added only in the draft",
    "partner removed only in the draft",
    "institution of an author elsewhere",
]


@pytest.fixture
def conflicted(a, b, chief_editor):
    """A reviewer with a conflict of a kind, and the text that it is about."""

    def get(kind: str):
        reviewer = account(Role.REVIEWER)
        page = CoursePageFactory(parent=a.page, live=False, owner=a.contributor)
        submitter = a.contributor
        at_b = MembershipFactory(person=reviewer.person, institution=b.institution, role=Role.AFFILIATED)
        if (
            kind not in ("institution credited", "institution of an author elsewhere")
            and "partner" not in kind
        ):
            at_b.delete()
        match kind:
            case "author":
                page.owner = reviewer
                page.save()
            case "submitter":
                submitter = reviewer
            case "past reviser":
                page.save_revision(user=reviewer)
                fresh(page).save_revision(user=a.contributor)
            case "credited person":
                ContributionFactory(page=page, person=reviewer.person)
            case "same institution":
                MembershipFactory(person=reviewer.person, institution=a.institution, role=Role.AFFILIATED)
            case "institution credited":
                ContributionFactory(page=page, person=a.contributor.person, institution=b.institution)
            case "partner":
                PartnerFactory(page=page, institution=b.institution)
            case "partner added only in the draft":
                draft = page.get_latest_revision_as_object()
                draft.partners = [Partner(institution=b.institution)]
                draft.save_revision()
            case "partner removed only in the draft":
                PartnerFactory(page=page, institution=b.institution)
                draft = fresh(page)
                draft.partners = []
                draft.save_revision()
            case "institution of an author elsewhere":
                page.save_revision(user=b.contributor)
        page = fresh(page)
        submit(page=page, by=submitter)
        state = fresh(page).current_workflow_task_state
        state.approve(user=None)  # by whom does not matter here
        return reviewer, fresh(page)

    return get


@pytest.mark.parametrize("kind", CONFLICTS)
def test_nobody_with_a_conflict_is_suggested_or_invited(conflicted, chief_editor, kind):
    reviewer, page = conflicted(kind)
    round = open_round(page)
    with pytest.raises(DecisionConflict):
        invitations.invite(round=round, reviewer=reviewer.person, by=chief_editor)
    assert [row.person for row in suggestions(round)] == []


@pytest.mark.parametrize("kind", CONFLICTS)
def test_nobody_with_a_conflict_sees_the_text_or_acts(client, conflicted, chief_editor, kind):
    """As if the conflict had come after the invitation."""
    reviewer, page = conflicted(kind)
    assignment = ReviewAssignment.objects.create(
        round=open_round(page), reviewer=reviewer.person, due=timezone.localdate(), status="accepted"
    )
    client.force_login(reviewer)
    addresses = [reverse(f"review:{name}", args=[assignment.pk]) for name in ("assignment", "text")]
    answers = [client.get(address).status_code for address in addresses]
    answers.append(client.post(addresses[0], {"action": "hand-in"}).status_code)
    with pytest.raises(DecisionConflict):
        reports.hand_in(assignment=assignment, by=reviewer, findings=praise(assignment.round))
    assert answers == [403, 403, 403]
    assert page.current_workflow_task_state.task.specific.get_actions(page, reviewer) == []


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("role ended", Hindrance.NO_ROLE),
        ("account switched off", Hindrance.NO_ACCOUNT),
        ("superuser", Hindrance.SEES_AUTHORS),
        ("chief editor", Hindrance.SEES_AUTHORS),
        ("joined the institution", Hindrance.INSTITUTION),
        ("nothing", None),
    ],
)
def test_what_stands_in_a_reviewers_way(a, under_review, reviewer, change, why):
    match change:
        case "role ended":
            Membership.objects.filter(person=reviewer.person).update(
                valid_to=timezone.localdate() - timedelta(days=1)
            )
        case "account switched off":
            User.objects.filter(pk=reviewer.pk).update(is_active=False)
        case "superuser":
            User.objects.filter(pk=reviewer.pk).update(is_superuser=True)
        case "chief editor":
            MembershipFactory(person=reviewer.person, role=Role.CHIEF_EDITOR)
        case "joined the institution":
            MembershipFactory(person=reviewer.person, role=Role.CONTRIBUTOR, institution=a.institution)
    assert hindrance(Person.objects.get(pk=reviewer.person.pk), under_review) == why


def test_experts_with_the_smallest_load_are_suggested_first(a, chief_editor, under_review, round):
    busy, idle, other = (account(Role.REVIEWER) for _number in range(3))
    section = SectionFactory()
    scope = SectionScope.objects.create(section=section)
    from courseware.catalogue.models import Term

    term = Term.objects.filter(vocabulary="specialty").first()
    scope.specialties.add(term)
    for user in (busy, idle):
        SectionMemberFactory(section=section, person=user.person)
    second = CoursePageFactory(parent=a.page, live=False, owner=a.contributor)
    submit(page=second, by=a.contributor)
    take(second, a.lead_teacher)
    invited(open_round(second), chief_editor, busy)
    draft = under_review.get_latest_revision_as_object()
    draft.specialties = [term]
    draft.save_revision()
    take(under_review, a.lead_teacher)
    found = suggestions(open_round(under_review))
    assert [(row.person.account, row.is_expert, row.load) for row in found] == [
        (idle, True, 0),
        (busy, True, 1),
        (other, False, 0),
    ]


def test_only_what_teaches_is_reviewed_by_peers(a, chief_editor):
    page = StandardPageFactory(live=False, owner=a.contributor)
    submit(page=page, by=a.contributor)
    statuses = {
        state.task.name: state.status for state in fresh(page).current_workflow_state.task_states.all()
    }
    assert statuses["同行评审 · Peer review"] == "skipped"


def test_nobody_is_invited_twice_to_a_round(round, chief_editor, reviewer):
    invited(round, chief_editor, reviewer)
    with pytest.raises(DecisionConflict):
        invited(round, chief_editor, reviewer)
    assert round.assignments.count() == 1


def test_a_chief_editor_with_a_part_in_the_text_does_not_lead_its_review(client, a, chief_editor):
    page = CoursePageFactory(parent=a.page, live=False, owner=chief_editor)
    submit(page=page, by=chief_editor)
    take(page, a.lead_teacher)
    client.force_login(chief_editor)
    assert client.get(reverse("review:round", args=[open_round(page).pk])).status_code == 403


def test_a_chief_editor_of_the_institution_steps_back_for_a_colleague(a, under_review, chief_editor):
    own = account(Role.CHIEF_EDITOR)
    MembershipFactory(person=own.person, institution=a.institution, role=Role.AFFILIATED)
    step = open_round(under_review).step
    assert (step.may_act(under_review, own), step.may_act(under_review, chief_editor)) == (False, True)
    Membership.objects.filter(person=chief_editor.person).delete()
    assert step.may_act(under_review, own) is True
