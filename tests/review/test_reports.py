"""What a reviewer does with an invitation and a text."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.network.enums import Role
from courseware.review.conflicts import DecisionConflict, DecisionForbidden, DecisionInvalid
from courseware.review.enums import Hindrance, Verdict
from courseware.review.models import PeerReviewTask, ReviewAssignment, Round
from courseware.review.services import decisions, invitations, reports, submit
from tests.factories.catalogue import CasePageFactory
from tests.factories.home import retitle_draft
from tests.factories.network import (
    MembershipFactory,
    account,
)
from tests.factories.peers import accepted, handed_in, invited, open_round, praise
from tests.review.acting import fresh, take


def test_an_invitation_is_due_in_as_many_days_as_the_step_says(round, chief_editor):
    PeerReviewTask.objects.update(days=10)
    due = invited(Round.objects.get(pk=round.pk), chief_editor).due
    assert due - timezone.localdate() == timedelta(days=10)


def test_whoever_accepts_states_conflicts_of_interest(round, chief_editor):
    assignment = invited(round, chief_editor)
    with pytest.raises(DecisionInvalid):
        invitations.accept(
            assignment=assignment, by=assignment.reviewer.account, interests=" ", may_be_named=False
        )


def test_a_draft_is_kept_and_read_by_nobody_else(client, a, round, chief_editor, reviewer):
    assignment = accepted(round, chief_editor, reviewer)
    client.force_login(reviewer)
    address = reverse("review:assignment", args=[assignment.pk])
    rows = {"points-TOTAL_FORMS": "3", "points-INITIAL_FORMS": "0"}
    client.post(address, {"note": "半篇意见", "points-0-text": "第一点", "action": "save"} | rows)
    page = client.get(address).content.decode()
    assert ("半篇意见" in page, "第一点" in page) == (True, True)
    client.force_login(chief_editor)
    assert "半篇意见" not in client.get(reverse("review:round", args=[round.pk])).content.decode()


def test_a_review_that_is_not_whole_is_kept_but_not_taken(client, round, chief_editor, reviewer):
    assignment = accepted(round, chief_editor, reviewer)
    client.force_login(reviewer)
    rows = {"points-TOTAL_FORMS": "3", "points-INITIAL_FORMS": "0"}
    answer = client.post(
        reverse("review:assignment", args=[assignment.pk]), {"note": "半篇意见", "action": "hand-in"} | rows
    )
    assignment.refresh_from_db()
    assert (answer.status_code, assignment.status, assignment.report.note) == (400, "accepted", "半篇意见")


def test_a_revision_is_recommended_with_a_point_only(in_english, round, chief_editor, reviewer):
    assignment = accepted(round, chief_editor, reviewer)
    with pytest.raises(DecisionInvalid) as refused:
        reports.hand_in(
            assignment=assignment, by=reviewer, findings=praise(round, verdict=Verdict.MINOR, points=[])
        )
    assert refused.value.reasons == [
        "You recommend a revision: name at least one point that the authors should change."
    ]


def test_accuracy_and_safety_are_always_scored(in_english, round, chief_editor, reviewer):
    PeerReviewTask.objects.update(scores_required=False)
    assignment = accepted(round, chief_editor, reviewer)
    assignment = ReviewAssignment.objects.get(pk=assignment.pk)
    with pytest.raises(DecisionInvalid) as refused:
        reports.hand_in(assignment=assignment, by=reviewer, findings=praise(round, scores={}))
    assert refused.value.reasons == ["Score: Clinical accuracy", "Score: Dosing safety"]


def test_a_second_click_on_hand_in_is_told(round, chief_editor, reviewer):
    assignment = handed_in(round, chief_editor, reviewer)
    with pytest.raises(DecisionConflict):
        reports.hand_in(assignment=assignment, by=reviewer, findings=praise(round))


def test_somebody_elses_review_is_not_there(client, round, chief_editor):
    assignment = accepted(round, chief_editor)
    client.force_login(account(Role.REVIEWER))
    names = ("assignment", "text", "assignment_changes")
    addresses = [reverse(f"review:{name}", args=[assignment.pk]) for name in names]
    # Followed: what is not there is looked for in the reader's language as well.
    answers = [client.get(address, follow=True).status_code for address in addresses]
    assert answers == [404, 404, 404]


def test_the_whole_text_is_read_after_accepting(client, round, chief_editor, reviewer):
    assignment = invited(round, chief_editor, reviewer)
    client.force_login(reviewer)
    address = reverse("review:text", args=[assignment.pk])
    before = client.get(address).status_code
    invitations.accept(assignment=assignment, by=reviewer, interests="无", may_be_named=False)
    assert (before, client.get(address).status_code) == (403, 200)


def test_a_text_that_changes_during_the_review_keeps_its_reviewers(
    a, under_review, round, chief_editor, reviewer
):
    assignment = accepted(round, chief_editor, reviewer)
    reports.save_draft(assignment=assignment, by=reviewer, findings=reports.Findings({}, {}, note="半篇意见"))
    retitle_draft(fresh(under_review), "改过的题目")
    take(under_review, a.lead_teacher)
    second = open_round(under_review)
    [again] = second.assignments.all()
    assert (second.number, again.reviewer, again.status, again.report.note) == (
        1,
        reviewer.person,
        "accepted",
        "半篇意见",
    )


def test_a_reviewer_who_joins_the_institution_meanwhile_is_shown_on_the_board(
    client, in_english, a, round, chief_editor, reviewer
):
    accepted(round, chief_editor, reviewer)
    MembershipFactory(person=reviewer.person, institution=a.institution, role=Role.CONTRIBUTOR)
    client.force_login(chief_editor)
    page = client.get(reverse("review:board"), headers={"accept-language": "en"}).content.decode()
    assert str(Hindrance.INSTITUTION.label) in page or "属于参与制作" in page


def test_a_reviewer_who_is_deleted_leaves_the_review_behind(client, round, chief_editor, reviewer):
    assignment = handed_in(round, chief_editor, reviewer)
    reviewer.person.delete()
    client.force_login(chief_editor)
    answers = [client.get(reverse("review:board")), client.get(reverse("review:round", args=[round.pk]))]
    assert [answer.status_code for answer in answers] == [200, 200]
    assignment.refresh_from_db()
    assert (assignment.reviewer, assignment.status) == (None, "done")


def test_a_round_whose_step_is_switched_off_asks_nothing_more(
    client, under_review, round, chief_editor, reviewer
):
    assignment = accepted(round, chief_editor, reviewer)
    round.step.deactivate()
    client.force_login(reviewer)
    address = reverse("review:assignment", args=[assignment.pk])
    answers = [client.get(address).status_code, client.post(address, {"action": "hand-in"}).status_code]
    assert answers == [200, 409]


def test_nobody_edits_a_text_while_peers_review_it(client, a, under_review, chief_editor):
    locked = []
    for user in (a.contributor, chief_editor):
        client.force_login(user)
        page = client.get(reverse("wagtailadmin_pages:edit", args=[under_review.pk]))
        locked.append(page.context["locked_for_user"])
    assert locked == [True, True]


def test_a_case_is_asked_more(a, chief_editor):
    case = CasePageFactory(parent=a.page, live=False, owner=a.contributor)
    submit(page=case, by=a.contributor)
    take(case, a.lead_teacher)
    assert len(praise(open_round(case)).scores) == 18


def test_authors_do_not_lead_rounds(client, a, round):
    for user in (a.contributor, a.lead_teacher):
        client.force_login(user)
        addresses = [reverse("review:board"), reverse("review:round", args=[round.pk])]
        assert [client.get(address).status_code for address in addresses] == [403, 403]
    with pytest.raises(DecisionForbidden):
        decisions.decide(round=round, by=a.contributor, verdict=Verdict.ACCEPT, letter="好。")
