"""The chief editor draws the conclusion of a round."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courseware.review.conflicts import DecisionConflict, DecisionInvalid
from courseware.review.dossier import objections, objections_to_a_small_change
from courseware.review.enums import WAITING, AssignmentStatus, Verdict
from courseware.review.models import Point, Round
from courseware.review.notices import link, post
from courseware.review.records import Event, note


@transaction.atomic
def decide(*, round: Round, by, verdict: Verdict, letter: str, small_change: str = "") -> Round:
    """End a round: accepted texts go on to the next step, all others back to their authors, with the letter.

    DecisionConflict when somebody was faster or the reviews do not carry the decision; `small_change` is the reason
    why a public text goes on without reviewers.
    """
    step = round.step
    state, page = step.hold(round.task_state)
    step.refuse_unless_leading(page, by)
    if not letter.strip():
        raise DecisionInvalid(_("Write a letter to the authors."))
    if verdict == Verdict.ACCEPT:
        against = list(objections_to_a_small_change(round) if small_change else objections(round))
        if against:
            raise DecisionConflict(*against)
    round.verdict, round.letter, round.small_change = verdict, letter.strip(), small_change.strip()
    round.save(update_fields=["verdict", "letter", "small_change"])
    round.assignments.filter(status__in=WAITING).update(
        status=AssignmentStatus.WITHDRAWN, reason=_("The round was decided.")
    )
    action = "approve" if verdict == Verdict.ACCEPT else "reject"
    step.take(state, by, action, comment=Verdict(verdict).label)
    people = [state.workflow_state.requested_by, page.owner]
    post(
        dict.fromkeys(user for user in people if user),
        lambda: (
            _("Decision on “%(title)s”: %(verdict)s")
            % {"title": page.title, "verdict": Verdict(verdict).label},
            f"{letter}\n\n{link('review:timeline', page.pk)}",
        ),
    )
    return round


@transaction.atomic
def settle(*, point: Point, round: Round, by) -> Point:
    """The chief editor finds that a point is done with."""
    round.step.hold(round.task_state)
    round.step.refuse_unless_leading(round.page, by)
    Point.objects.filter(pk=point.pk, settled_at=None).update(settled_at=timezone.now())
    note(Event.SETTLED, point.report.assignment)
    return point


def close_dossier(page) -> None:
    """The dossier of a page is closed: it has been published."""
    Round.objects.of(page).update(published_at=timezone.now())
