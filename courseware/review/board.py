"""What is under peer review, at a glance: as dear with one text as with fifty."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch
from wagtail.models import Page

from courseware.review import rules
from courseware.review.enums import AssignmentStatus
from courseware.review.independence import hindrances
from courseware.review.models import PeerReviewTask, ReviewAssignment, Round


@dataclass
class Line:
    """One text under peer review."""

    round: Round
    title: str
    kind: str
    is_mine_to_lead: bool
    wanted: int = 0
    done: int = 0
    waiting: int = 0
    overdue: int = 0
    hindered: list[str] = field(default_factory=list)
    next_due: date | None = None

    @property
    def missing(self) -> int:
        return max(self.wanted - self.done - self.waiting, 0)

    @property
    def is_ready(self) -> bool:
        return not self.missing and not self.waiting


def board(user) -> list[Line]:
    """All open rounds, the oldest first; those in whose text `user` has a part say nothing of their reviewers."""
    assignments = ReviewAssignment.objects.select_related("reviewer")
    rounds = list(
        Round.objects.open()
        .select_related("task_state", "page__content_type", "revision")
        .prefetch_related(Prefetch("assignments", assignments))
        .order_by("task_state__started_at", "pk")
    )
    pages = [row.page for row in rounds]
    mine = rules.may_decide(user, pages) if pages else set()
    wanted = dict(PeerReviewTask.objects.values_list("pk", "reviewers"))
    people = {
        row.reviewer_id: row.reviewer for line in rounds for row in line.assignments.all() if row.reviewer
    }
    hindered = hindrances(list(people.values()), pages) if people else {}
    return [_line(row, row.page_id in mine, wanted[row.task_state.task_id], hindered) for row in rounds]


def _line(round: Round, is_mine: bool, wanted: int, hindered) -> Line:
    line = Line(
        round=round,
        title=round.title,
        kind=_kind(round.page),
        is_mine_to_lead=is_mine,
        wanted=wanted,
    )
    if not is_mine:
        return line
    for row in round.assignments.all():
        row.round = round
        line.done += row.status == AssignmentStatus.DONE
        line.waiting += row.is_waiting
        line.overdue += row.is_overdue
        why = hindered.get((row.reviewer_id, round.page_id))
        if row.is_waiting and (why or row.reviewer is None):
            line.hindered.append(f"{row.reviewer or '—'}: {why.label if why else ''}")
    dues = [row.due for row in round.assignments.all() if row.is_waiting]
    line.next_due = min(dues, default=None)
    return line


def _kind(page: Page) -> str:
    return str(page.content_type.model_class()._meta.verbose_name)
