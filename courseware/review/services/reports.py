"""Reviews are written, kept as drafts, and handed in."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from courseware.review.conflicts import DecisionInvalid
from courseware.review.enums import AssignmentStatus
from courseware.review.models import Point, Report, ReviewAssignment
from courseware.review.notices import link
from courseware.review.records import Event, note
from courseware.review.rubric import gaps
from courseware.review.services.invitations import hold_assignment, tell_the_editors


@dataclass(frozen=True)
class Taken:
    """What became of an earlier point: settled, or what is still missing."""

    point: Point
    is_settled: bool
    remark: str = ""


@dataclass(frozen=True)
class Findings:
    """What a reviewer has filled in, whole or not."""

    answers: dict[str, str]
    scores: dict[str, int]
    verdict: str = ""
    note: str = ""
    private_note: str = ""
    points: list[tuple[str, str]] = field(default_factory=list)  # where, what
    earlier: list[Taken] = field(default_factory=list)


def draft_of(assignment: ReviewAssignment) -> Report:
    """The review as it was saved last; begins with what the same reviewer found in the round before."""
    report = Report.objects.filter(assignment=assignment).first()
    if report:
        return report
    before = (
        Report.objects.filter(
            assignment__reviewer=assignment.reviewer,
            assignment__round__page=assignment.round.page,
            assignment__round__published_at=None,
            assignment__status=AssignmentStatus.DONE,
        )
        .order_by("-pk")
        .first()
    )
    known = {"answers": before.answers, "scores": before.scores} if before else {}
    return Report(assignment=assignment, **known)


def points_to_check(assignment: ReviewAssignment) -> list[Point]:
    """The open points of earlier rounds that this reviewer judges: their own, and those whose raiser is not here."""
    here = assignment.round.assignments.exclude(pk=assignment.pk).filter(
        status__in=(AssignmentStatus.ACCEPTED, AssignmentStatus.DONE, AssignmentStatus.INVITED)
    )
    points = (
        Point.objects.raised_on(assignment.round.page)
        .unsettled()
        .exclude(report__assignment__round=assignment.round)
        .select_related("report__assignment__reviewer")
    )
    others = set(here.values_list("reviewer", flat=True)) - {None}
    return [point for point in points if point.report.assignment.reviewer_id not in others]


@transaction.atomic
def save_draft(*, assignment: ReviewAssignment, by, findings: Findings) -> Report:
    """Keep what was written so far; nobody else reads it."""
    held = hold_assignment(assignment, by, AssignmentStatus.ACCEPTED)
    report = draft_of(held)
    report.answers, report.scores = findings.answers, findings.scores
    report.verdict, report.note, report.private_note = findings.verdict, findings.note, findings.private_note
    report.save()
    report.points.all().delete()
    remarks = [
        Point(report=report, follows=taken.point, place=taken.point.place, text=taken.remark)
        for taken in findings.earlier
        if not taken.is_settled and taken.remark
    ]
    new = [Point(report=report, place=place, text=text) for place, text in findings.points if text]
    Point.objects.bulk_create([*remarks, *new])
    return report


@transaction.atomic
def hand_in(*, assignment: ReviewAssignment, by, findings: Findings) -> Report:
    """Hand the review in; DecisionInvalid, which names what is missing, when it is not whole."""
    step = assignment.round.step
    missing = gaps(findings, assignment.round.page, scores_required=step.scores_required)
    unjudged = {point.pk for point in points_to_check(assignment)} - {
        taken.point.pk for taken in findings.earlier if taken.is_settled or taken.remark
    }
    if unjudged:
        missing.append(_("Say of every earlier point whether it is settled, or what is still missing."))
    if missing:
        raise DecisionInvalid(*missing)
    report = save_draft(assignment=assignment, by=by, findings=findings)
    now = timezone.now()
    ReviewAssignment.objects.filter(pk=assignment.pk).update(status=AssignmentStatus.DONE, handed_in_at=now)
    # What is taken up again is settled as it stood: its successor carries on.
    Point.objects.filter(pk__in=[taken.point.pk for taken in findings.earlier]).update(settled_at=now)
    assignment.refresh_from_db()
    note(Event.HANDED_IN, assignment)
    if not assignment.round.assignments.waiting().exists():
        tell_the_editors(assignment.round, lambda: _all_in(assignment))
    return report


def _all_in(assignment: ReviewAssignment) -> tuple[str, str]:
    facts = {
        "title": assignment.round.title,
        "address": link("review:round", assignment.round_id),
    }
    return _("All reviews are in: “%(title)s”") % facts, _(
        "All reviews that were asked for of “%(title)s” are in. Please decide:\n%(address)s"
    ) % facts
