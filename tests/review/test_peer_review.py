"""The peer review: who reviews, what is asked, how a round ends, what comes back."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.network.enums import Role
from courseware.network.models import Membership, Partner, Person
from courseware.review.conflicts import DecisionConflict, DecisionForbidden, DecisionInvalid
from courseware.review.enums import AssignmentStatus, Hindrance, Verdict
from courseware.review.gate import refusals
from courseware.review.independence import hindrance, suggestions
from courseware.review.letters import draft_letter
from courseware.review.models import PeerReviewTask, Point, ReviewAssignment, Round, SectionScope
from courseware.review.services import decisions, invitations, reports, responses, submit
from home.models import User
from tests.factories.catalogue import CasePageFactory, ContributionFactory, CoursePageFactory
from tests.factories.home import StandardPageFactory, retitle_draft
from tests.factories.network import (
    MembershipFactory,
    PartnerFactory,
    SectionFactory,
    SectionMemberFactory,
    account,
)
from tests.factories.peers import accepted, handed_in, invited, open_round, pass_peer_review, praise


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def take(page, user, action: str = "approve") -> None:
    state = fresh(page).current_workflow_task_state
    state.task.specific.on_action(state, user, action)


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


def answer_all(page, by) -> None:
    points = Point.objects.raised_on(page).unsettled()
    responses.respond(page=page, by=by, responses={point.pk: ("done", "已补充") for point in points})


# Who reviews


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


# What a reviewer does


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


# How a round ends


@pytest.mark.parametrize("reviews", [0, 1])
def test_too_few_reviews_do_not_carry_an_acceptance(round, chief_editor, reviews):
    for _number in range(reviews):
        handed_in(round, chief_editor)
    with pytest.raises(DecisionConflict):
        decisions.decide(round=round, by=chief_editor, verdict=Verdict.ACCEPT, letter="录用。")
    assert Round.objects.get(pk=round.pk).is_open is True


def test_enough_good_reviews_hand_the_text_on(under_review, chief_editor):
    pass_peer_review(under_review, chief_editor)
    assert fresh(under_review).current_workflow_task.name == "编辑决定 · Editorial decision"


@pytest.mark.parametrize(
    "finding",
    [
        {"scores": {"accuracy": 1}},
        {"scores": {"safety": 1}},
        {"answers": {"privacy": "no"}},
        {"answers": {"original": "no"}},
    ],
)
def test_what_a_reviewer_forbids_is_not_accepted(round, chief_editor, finding):
    whole = praise(round)
    merged = {name: getattr(whole, name) | value for name, value in finding.items()}
    handed_in(round, chief_editor, **merged)
    handed_in(round, chief_editor)
    with pytest.raises(DecisionConflict):
        decisions.decide(round=round, by=chief_editor, verdict=Verdict.ACCEPT, letter="录用。")


def test_what_a_reviewer_forbids_passes_no_gate_either(in_english, under_review, round, chief_editor):
    scores = praise(round).scores | {"safety": 1}
    handed_in(round, chief_editor, scores=scores)
    assert "A reviewer found unacceptable: Dosing safety" in refusals(under_review.latest_revision)


def test_a_minor_lowest_score_forbids_nothing(under_review, round, chief_editor):
    handed_in(round, chief_editor, scores=praise(round).scores | {"critique": 1})
    handed_in(round, chief_editor)
    decisions.decide(round=round, by=chief_editor, verdict=Verdict.ACCEPT, letter="录用。")
    assert fresh(under_review).current_workflow_task.name == "编辑决定 · Editorial decision"


def test_the_buttons_of_the_page_editor_do_not_end_a_round(client, under_review, chief_editor):
    state = fresh(under_review).current_workflow_task_state
    client.force_login(chief_editor)
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[under_review.pk, "approve", state.pk]))
    assert fresh(under_review).current_workflow_task_state == state


def test_a_decision_on_a_round_that_is_over_is_told_by_whom(round, chief_editor):
    decisions.decide(round=round, by=chief_editor, verdict=Verdict.REJECT, letter="退稿。")
    with pytest.raises(DecisionConflict) as refused:
        decisions.decide(round=round, by=chief_editor, verdict=Verdict.REJECT, letter="退稿。")
    assert str(chief_editor.person) in str(refused.value)


def test_reviewers_who_are_still_writing_are_let_go_with_the_decision(round, chief_editor, reviewer):
    assignment = accepted(round, chief_editor, reviewer)
    decisions.decide(round=round, by=chief_editor, verdict=Verdict.REJECT, letter="退稿。")
    assignment.refresh_from_db()
    assert assignment.status == AssignmentStatus.WITHDRAWN


def test_the_letter_is_drafted_in_the_authors_language(returned, round):
    round = Round.objects.get(pk=round.pk)
    letters = [draft_letter(round, Verdict.MINOR, language) for language in ("en", "zh-hans")]
    assert "ask for a minor revision" in letters[0]
    assert "小修" in letters[1]


# What comes back


def test_the_authors_read_letter_and_reviews_without_names(client, a, returned, reviewer):
    client.force_login(a.contributor)
    page = client.get(reverse("review:timeline", args=[returned.pk])).content.decode()
    assert ("请小修。" in page, "补充参考文献" in page) == (True, True)
    assert (str(reviewer.person) in page, reviewer.email in page) == (False, False)


def test_a_private_note_stays_private(client, a, under_review, round, chief_editor):
    handed_in(round, chief_editor, private_note="只给编辑看")
    handed_in(round, chief_editor)
    decisions.decide(round=round, by=chief_editor, verdict=Verdict.ACCEPT, letter="录用。")
    client.force_login(a.contributor)
    page = client.get(reverse("review:timeline", args=[under_review.pk])).content.decode()
    assert "只给编辑看" not in page


def test_half_a_round_is_not_read(client, a, under_review, round, chief_editor):
    handed_in(round, chief_editor, note="先到的意见")
    client.force_login(a.contributor)
    assert "先到的意见" not in client.get(reverse("review:timeline", args=[under_review.pk])).content.decode()


def test_an_answer_is_missing_so_the_text_does_not_go_back(a, returned):
    with pytest.raises(DecisionInvalid):
        responses.send_back(page=fresh(returned), by=a.contributor)
    assert fresh(returned).current_workflow_state.status == "needs_changes"


def test_a_refusal_to_change_needs_its_reasons(a, returned):
    [point] = Point.objects.raised_on(returned)
    responses.respond(page=returned, by=a.contributor, responses={point.pk: ("not-done", "")})
    with pytest.raises(DecisionInvalid):
        responses.send_back(page=fresh(returned), by=a.contributor)


def test_submitting_in_the_editor_saves_and_leads_to_the_points(client, a, returned):
    from wagtail.test.utils.form_data import querydict_from_html

    client.force_login(a.contributor)
    address = reverse("wagtailadmin_pages:edit", args=[returned.pk])
    fields = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    fields.update({"title": "改好的题目", "action-submit": "1"})
    fields.update({f"{name}-count": "0" for name in ("objectives", "outline", "prerequisites")})
    answer = client.post(address, fields)
    page = fresh(returned)
    assert answer.url == reverse("review:answers", args=[returned.pk])
    assert (page.current_workflow_state.status, page.latest_revision.content["title"]) == (
        "needs_changes",
        "改好的题目",
    )


def test_the_second_round_shows_the_open_points_and_their_answers(
    client, a, returned, chief_editor, reviewer
):
    retitle_draft(fresh(returned), "改好的题目")
    answer_all(returned, a.contributor)
    responses.send_back(page=fresh(returned), by=a.contributor)
    second = open_round(returned)
    assignment = accepted(second, chief_editor, reviewer)
    client.force_login(reviewer)
    page = client.get(reverse("review:assignment", args=[assignment.pk])).content.decode()
    assert (second.number, "补充参考文献" in page, "已补充" in page) == (2, True, True)
    changed = client.get(reverse("review:assignment_changes", args=[assignment.pk])).content.decode()
    assert "改好的题目" in changed


def test_open_points_are_judged_in_the_second_round(in_english, a, returned, chief_editor, reviewer):
    answer_all(returned, a.contributor)
    responses.send_back(page=fresh(returned), by=a.contributor)
    second = open_round(returned)
    assignment = accepted(second, chief_editor, reviewer)
    with pytest.raises(DecisionInvalid) as refused:
        reports.hand_in(assignment=assignment, by=reviewer, findings=praise(second))
    assert refused.value.reasons == [
        "Say of every earlier point whether it is settled, or what is still missing."
    ]


@pytest.mark.parametrize(("is_settled", "open_points"), [(True, 0), (False, 1)])
def test_a_point_is_settled_or_taken_up_again(a, returned, chief_editor, reviewer, is_settled, open_points):
    answer_all(returned, a.contributor)
    responses.send_back(page=fresh(returned), by=a.contributor)
    second = open_round(returned)
    [point] = Point.objects.raised_on(returned).unsettled()
    taken = reports.Taken(point, is_settled, "" if is_settled else "仍缺页码")
    handed_in(second, chief_editor, reviewer, earlier=[taken])
    assert Point.objects.raised_on(returned).unsettled().count() == open_points


def test_an_open_point_stands_in_the_way_until_the_editor_settles_it(a, returned, chief_editor):
    answer_all(returned, a.contributor)
    responses.send_back(page=fresh(returned), by=a.contributor)
    second = open_round(returned)
    with pytest.raises(DecisionConflict):
        decisions.decide(round=second, by=chief_editor, verdict=Verdict.ACCEPT, letter="录用。")
    [point] = Point.objects.raised_on(returned).unsettled()
    decisions.settle(point=point, round=second, by=chief_editor)
    decisions.decide(round=second, by=chief_editor, verdict=Verdict.ACCEPT, letter="录用。")
    assert fresh(returned).current_workflow_task.name == "编辑决定 · Editorial decision"


def test_the_institution_answers_for_a_revised_text_before_it_goes_on(a, returned, chief_editor):
    retitle_draft(fresh(returned), "改好的题目")
    answer_all(returned, a.contributor)
    responses.send_back(page=fresh(returned), by=a.contributor)
    second = open_round(returned)
    [point] = Point.objects.raised_on(returned).unsettled()
    decisions.settle(point=point, round=second, by=chief_editor)
    decisions.decide(round=second, by=chief_editor, verdict=Verdict.ACCEPT, letter="录用。")
    assert fresh(returned).current_workflow_task.name == "单位审核 · Institution check"


def test_after_publication_a_new_dossier_begins(a, under_review, chief_editor):
    pass_peer_review(under_review, chief_editor)
    take(under_review, chief_editor)
    retitle_draft(fresh(under_review), "再版题目")
    submit(page=fresh(under_review), by=a.contributor)
    take(under_review, a.lead_teacher)
    assert (fresh(under_review).live, open_round(under_review).number) == (True, 1)


# Small changes of a public text


@pytest.fixture
def revised(a, under_review, chief_editor):
    """The course, public, with a new title on its way."""

    def with_title(title: str) -> Round:
        pass_peer_review(under_review, chief_editor)
        take(under_review, chief_editor)
        retitle_draft(fresh(under_review), title)
        submit(page=fresh(under_review), by=a.contributor)
        take(under_review, a.lead_teacher)
        return open_round(under_review)

    return with_title


def test_a_slip_of_the_pen_goes_on_without_reviewers(under_review, chief_editor, revised):
    round = revised(under_review.title + "（修订）")
    decisions.decide(
        round=round, by=chief_editor, verdict=Verdict.ACCEPT, letter="已更正。", small_change="错别字"
    )
    assert fresh(under_review).current_workflow_task.name == "编辑决定 · Editorial decision"


@pytest.mark.parametrize("title", ["10 mg/kg", "两片", "Twice daily"])
def test_a_changed_number_needs_reviewers(under_review, chief_editor, revised, title):
    round = revised(f"{under_review.title} {title}")
    with pytest.raises(DecisionConflict):
        decisions.decide(
            round=round, by=chief_editor, verdict=Verdict.ACCEPT, letter="已更正。", small_change="错别字"
        )


def test_a_text_that_was_never_public_needs_reviewers(round, chief_editor):
    with pytest.raises(DecisionConflict):
        decisions.decide(
            round=round, by=chief_editor, verdict=Verdict.ACCEPT, letter="好。", small_change="错别字"
        )


# In the middle of it


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
