"""How a round ends, what comes back, and what a small change needs."""

import pytest
from django.urls import reverse

from courseware.review.conflicts import DecisionConflict, DecisionInvalid
from courseware.review.enums import AssignmentStatus, Verdict
from courseware.review.gate import refusals
from courseware.review.letters import draft_letter
from courseware.review.models import Point, Round
from courseware.review.services import decisions, reports, responses, submit
from tests.factories.home import retitle_draft
from tests.factories.peers import accepted, handed_in, open_round, pass_peer_review, praise
from tests.review.acting import answer_all, fresh, take


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
