"""Reviewers are reminded, and the chief editors are told when that did not help."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from courseware.review.announcements import judges
from courseware.review.enums import AssignmentStatus
from courseware.review.masking import Mask
from courseware.review.models import ReviewAssignment
from courseware.review.notices import link, post

SOON = timedelta(days=7)  # before the last day, and after an invitation that nobody answers
TOO_LATE = timedelta(days=7)  # after the last day
UNANSWERED = timedelta(days=14)


def send_reminders(today: date | None = None) -> tuple[int, int]:
    """Remind and escalate what is due today; how many of each. Run twice, it tells nobody twice."""
    today = today or timezone.localdate()
    waiting = ReviewAssignment.objects.waiting().order_by("pk").values_list("pk", flat=True)
    reminded = escalated = 0
    for pk in list(waiting):
        with transaction.atomic():
            row = ReviewAssignment.objects.select_for_update(of=("self",)).get(pk=pk)
            if is_to_be_reminded(row, today):
                row.reminded_on = today
                row.save(update_fields=["reminded_on"])
                post([row.reviewer.account], lambda row=row: _reminder(row))
                reminded += 1
            if is_to_be_escalated(row, today):
                row.escalated_on = today
                row.save(update_fields=["escalated_on"])
                post(judges(row.round.step, row.round.page), lambda row=row: _escalation(row))
                escalated += 1
    return reminded, escalated


def is_to_be_reminded(row: ReviewAssignment, today: date) -> bool:
    """Once a week before the last day, once after it; of an invitation, once after a week."""
    if row.reviewer is None or row.reviewer.account is None:
        return False
    if row.status == AssignmentStatus.INVITED:
        return row.reminded_on is None and today - _day(row.invited_at) >= SOON
    is_soon = row.reminded_on is None and row.due - today <= SOON
    is_late = today > row.due and (row.reminded_on is None or row.reminded_on <= row.due)
    return row.status == AssignmentStatus.ACCEPTED and (is_soon or is_late)


def is_to_be_escalated(row: ReviewAssignment, today: date) -> bool:
    """A review that is a week late, an invitation unanswered for two, a reviewer who has left."""
    if row.escalated_on or not AssignmentStatus(row.status).is_waiting:
        return False
    is_gone = row.reviewer is None or row.reviewer.account is None
    is_silent = row.status == AssignmentStatus.INVITED and today - _day(row.invited_at) >= UNANSWERED
    return is_gone or is_silent or today - row.due >= TOO_LATE


def _day(moment) -> date:
    return timezone.localtime(moment).date()


def _reminder(row: ReviewAssignment) -> tuple[str, str]:
    facts = {
        "title": Mask.of(row.round.page).hide(row.round.title),
        "due": date_format(row.due),
        "address": link("review:assignment", row.pk),
    }
    if row.status == AssignmentStatus.INVITED:
        return _("Please answer: invitation to review “%(title)s”") % facts, _(
            "You have been asked to review “%(title)s”. Please accept or decline, so that somebody else can be asked:\n"
            "%(address)s"
        ) % facts
    return _("Reminder: your review of “%(title)s”") % facts, _(
        "Your review of “%(title)s” is due on %(due)s. If you need more time or cannot do it, please say so:\n%(address)s"
    ) % facts


def _escalation(row: ReviewAssignment) -> tuple[str, str]:
    facts = {
        "name": row.reviewer or _("Somebody who has left"),
        "title": row.round.title,
        "due": date_format(row.due),
        "address": link("review:round", row.round_id),
    }
    return _("A review is late: “%(title)s”") % facts, _(
        "The review of “%(title)s” by %(name)s, due on %(due)s, has not come. Give more time or invite somebody else:\n"
        "%(address)s"
    ) % facts
