"""Reviewers and what they find."""

from courseware.network.enums import Role
from courseware.review.enums import Answer, GateQuestion, Score, Verdict
from courseware.review.models import ReviewAssignment, Round
from courseware.review.rubric import criteria_for
from courseware.review.services import decisions, invitations, reports
from home.models import User
from tests.factories.network import account


def praise(round: Round, **changes) -> reports.Findings:
    """A review that finds nothing wanting, but for `changes`."""
    whole = {
        "answers": {question.value: Answer.YES.value for question in GateQuestion},
        "scores": {criterion.value: Score.EXCELLENT.value for criterion in criteria_for(round.page)},
        "verdict": Verdict.ACCEPT,
        "note": "写得很好。",
    }
    return reports.Findings(**whole | changes)


def open_round(page) -> Round:
    return Round.objects.open().get(page=page)


def invited(round: Round, editor: User, reviewer: User | None = None) -> ReviewAssignment:
    reviewer = reviewer or account(Role.REVIEWER)
    return invitations.invite(round=round, reviewer=reviewer.person, by=editor)


def accepted(round: Round, editor: User, reviewer: User | None = None) -> ReviewAssignment:
    assignment = invited(round, editor, reviewer)
    return invitations.accept(
        assignment=assignment, by=assignment.reviewer.account, interests="无", may_be_named=False
    )


def handed_in(round: Round, editor: User, reviewer: User | None = None, **findings) -> ReviewAssignment:
    assignment = accepted(round, editor, reviewer)
    reports.hand_in(assignment=assignment, by=assignment.reviewer.account, findings=praise(round, **findings))
    return ReviewAssignment.objects.get(pk=assignment.pk)


def pass_peer_review(page, editor: User, reviewers: list[User] | None = None) -> Round:
    """The peer review of `page`, ended with praise."""
    round = open_round(page)
    for place in range(round.step.reviewers):
        handed_in(round, editor, reviewers[place] if reviewers else None)
    return decisions.decide(round=round, by=editor, verdict=Verdict.ACCEPT, letter="录用。")
