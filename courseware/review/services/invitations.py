"""Reviewers are invited, accept or decline, and are let go."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from courseware.network.models import Person
from courseware.review.announcements import judges
from courseware.review.conflicts import DecisionConflict, DecisionForbidden, DecisionInvalid
from courseware.review.enums import AssignmentStatus
from courseware.review.independence import refusal
from courseware.review.locking import lock_for_decision
from courseware.review.masking import Mask
from courseware.review.models import ReviewAssignment, Round
from courseware.review.notices import link, post
from courseware.review.records import Event, note


@transaction.atomic
def invite(*, round: Round, reviewer: Person, by) -> ReviewAssignment:
    """Ask somebody to review; DecisionConflict when that is not possible (any more)."""
    _hold(round, by)
    _refuse_the_hindered(reviewer, round)
    due = timezone.localdate() + timedelta(days=round.step.days)
    try:
        with transaction.atomic():
            assignment = ReviewAssignment.objects.create(
                round=round, reviewer=reviewer, invited_by=by, due=due
            )
    except IntegrityError as error:
        raise DecisionConflict(
            _("%(name)s has been invited to this round already.") % {"name": reviewer}
        ) from error
    note(Event.INVITED, assignment)
    post([reviewer.account], lambda: _invitation(assignment))
    return assignment


@transaction.atomic
def accept(*, assignment: ReviewAssignment, by, interests: str, may_be_named: bool) -> ReviewAssignment:
    """The reviewer will do it; `interests` is the statement of conflicts of interest ("none" is one)."""
    if not interests.strip():
        raise DecisionInvalid(_("State your conflicts of interest; write “none” if you have none."))
    held = hold_assignment(assignment, by, AssignmentStatus.INVITED)
    held.status, held.answered_at = AssignmentStatus.ACCEPTED, timezone.now()
    held.interests, held.may_be_named = interests.strip(), may_be_named
    held.save()
    note(Event.ACCEPTED, held)
    return held


@transaction.atomic
def decline(*, assignment: ReviewAssignment, by, reason: str) -> ReviewAssignment:
    """The reviewer will not do it, or cannot finish it; the chief editors are told why."""
    if not reason.strip():
        raise DecisionInvalid(_("Say in a few words why you decline."))
    held = hold_assignment(
        assignment, by, AssignmentStatus.INVITED, AssignmentStatus.ACCEPTED, must_be_independent=False
    )
    held.status, held.answered_at, held.reason = AssignmentStatus.DECLINED, timezone.now(), reason.strip()
    held.save()
    note(Event.DECLINED, held)
    tell_the_editors(held.round, lambda: _declined(held))
    return held


@transaction.atomic
def withdraw(*, assignment: ReviewAssignment, by, reason: str) -> ReviewAssignment:
    """The chief editor lets a reviewer go."""
    held = _hold_waiting(assignment, by)
    held.status, held.reason = AssignmentStatus.WITHDRAWN, reason.strip()
    held.save()
    note(Event.WITHDRAWN, held)
    if held.reviewer and held.reviewer.account:
        post([held.reviewer.account], lambda: _let_go(held))
    return held


@transaction.atomic
def extend(*, assignment: ReviewAssignment, by, due: date) -> ReviewAssignment:
    """Give a reviewer more time."""
    if due < timezone.localdate():
        raise DecisionInvalid(_("The new date lies in the past."))
    held = _hold_waiting(assignment, by)
    held.due, held.reminded_on, held.escalated_on = due, None, None
    held.save()
    note(Event.EXTENDED, held)
    return held


def hold_assignment(
    assignment: ReviewAssignment, by, *states: AssignmentStatus, must_be_independent: bool = True
) -> ReviewAssignment:
    """The assignment as it is now, locked, for its reviewer.

    DecisionForbidden for anybody else; DecisionConflict when it is in none of `states`, the round is over, or the
    reviewer is not independent of the text any more.
    """
    lock_for_decision(assignment.round.task_state)
    held = ReviewAssignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
    if held.reviewer is None or held.reviewer.account_id != by.pk:
        raise DecisionForbidden(_("This review is somebody else's."))
    if held.status not in states:
        raise DecisionConflict(_already(held))
    if must_be_independent:
        _refuse_the_hindered(held.reviewer, held.round)
    return held


def tell_the_editors(round: Round, compose) -> None:
    """A mail to the chief editors who may decide on this round."""
    post(judges(round.step, round.page), compose)


def _hold(round: Round, by) -> None:
    lock_for_decision(round.task_state)
    round.step.refuse_unless_leading(round.page, by)


def _hold_waiting(assignment: ReviewAssignment, by) -> ReviewAssignment:
    """The assignment, locked, for the chief editor; DecisionConflict when nothing is expected of its reviewer."""
    _hold(assignment.round, by)
    held = ReviewAssignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
    if not AssignmentStatus(held.status).is_waiting:
        raise DecisionConflict(_already(held))
    return held


def _refuse_the_hindered(reviewer: Person, round: Round) -> None:
    if sentence := refusal(reviewer, round.page):
        raise DecisionConflict(sentence)


def _already(assignment: ReviewAssignment) -> str:
    when = assignment.handed_in_at or assignment.answered_at or assignment.invited_at
    return _("This review is in another state already: %(state)s, since %(time)s.") % {
        "state": assignment.get_status_display(),
        "time": date_format(timezone.localtime(when), "DATETIME_FORMAT"),
    }


def _facts(assignment: ReviewAssignment) -> dict:
    page = assignment.round.page
    return {
        "title": Mask.of(page).hide(assignment.round.title),
        "kind": page.specific_class._meta.verbose_name,
        "due": date_format(assignment.due),
        "days": assignment.round.step.days,
        "address": link("review:assignment", assignment.pk),
    }


def _invitation(assignment: ReviewAssignment) -> tuple[str, str]:
    facts = _facts(assignment)
    return _("Invitation to review “%(title)s”") % facts, _(
        "Would you review the following text for us? You are not told whose it is, and its authors are not told "
        "who you are.\n\n%(kind)s: %(title)s\nDue: %(due)s (%(days)d days)\n\nPlease accept or decline here:\n%(address)s"
    ) % facts


def _declined(assignment: ReviewAssignment) -> tuple[str, str]:
    facts = {
        "name": assignment.reviewer,
        "title": assignment.round.title,
        "reason": assignment.reason,
        "address": link("review:round", assignment.round_id),
    }
    return _("A reviewer has declined: “%(title)s”") % facts, _(
        "%(name)s does not review “%(title)s”: %(reason)s\n\nInvite somebody else:\n%(address)s"
    ) % facts


def _let_go(assignment: ReviewAssignment) -> tuple[str, str]:
    facts = _facts(assignment)
    return _("Your review of “%(title)s” is no longer needed") % facts, _(
        "You need not review “%(title)s” any more. Thank you for being ready to."
    ) % facts
