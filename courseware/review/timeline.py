"""Where a submission is, and what became of it: for its authors, who never learn who reviewed it."""

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.permissions import policy_registry

from courseware.network.models import name_of
from courseware.review.dossier import reports_on
from courseware.review.enums import AssignmentStatus
from courseware.review.models import Point, Report, Round


@dataclass
class Station:
    """One step of the review, as it was taken."""

    step: str
    status: str
    status_label: str
    started_at: datetime
    finished_at: datetime | None
    person: str = ""
    comment: str = ""
    round: "RoundView | None" = None

    @property
    def label(self) -> str:
        """How it ended, in the words of the review: a minor revision is no rejection."""
        return (self.round and self.round.round.get_verdict_display()) or self.status_label


@dataclass
class RoundView:
    """A round without names: reviewers are numbers."""

    round: Round
    invited: int = 0
    reviewing: int = 0
    done: int = 0
    letter: str = ""
    reports: list[tuple[int, Report]] = field(default_factory=list)


def may_follow(user, page: Page) -> bool:
    """Whether somebody is told where a text is: whoever may edit it, owns it or submitted it."""
    if page.owner_id == user.pk or page.permissions_for_user(user).can_edit():
        return True
    return _reviews(page).filter(requested_by=user).exists()


def stations(page: Page) -> list[Station]:
    """The steps that were taken, the newest first. Eight queries, however many they are."""
    states = (
        TaskState.objects.filter(workflow_state__in=_reviews(page))
        .select_related("task", "finished_by", "round")
        .order_by("-started_at", "-pk")
    )
    rounds = {row.pk: row for row in Round.objects.filter(page=page).prefetch_related("assignments")}
    reports: dict[int, list[Report]] = {}
    for report in reports_on(page):
        reports.setdefault(report.assignment.round_id, []).append(report)
    return [_station(state, rounds, reports) for state in states]


def _station(state: TaskState, rounds: dict[int, Round], reports: dict[int, list[Report]]) -> Station:
    row = rounds.get(state.round.pk) if hasattr(state, "round") else None
    return Station(
        step=state.task.name,
        status=state.status,
        status_label=state.get_status_display(),
        started_at=state.started_at,
        finished_at=state.finished_at,
        person=name_of(state.finished_by) if state.finished_by else "",
        comment=state.comment,
        round=_round_view(row, reports.get(row.pk, [])) if row else None,
    )


def _round_view(row: Round, reports: list[Report]) -> RoundView:
    counts = [assignment.status for assignment in row.assignments.all()]
    view = RoundView(
        round=row,
        invited=counts.count(AssignmentStatus.INVITED),
        reviewing=counts.count(AssignmentStatus.ACCEPTED),
        done=counts.count(AssignmentStatus.DONE),
    )
    if row.verdict:  # only with the letter: nobody reads half a round
        view.letter = row.letter
        view.reports = list(enumerate(reports, start=1))
    return view


def points_to_answer(page: Page) -> list[Point]:
    """The open points of a text that came back to its authors."""
    decided = Round.objects.of(page).exclude(verdict="")
    points = Point.objects.raised_on(page).unsettled().filter(report__assignment__round__in=decided)
    return list(points.select_related("report__assignment"))


def submissions_of(user) -> list[dict]:
    """Where somebody's texts are: what they submitted, and what stands in their territory. The newest first."""
    own = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    kind = ContentType.objects.get_for_model(Page)
    states = (
        WorkflowState.objects.filter(base_content_type=kind)
        .filter(status__in=(WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES))
        .filter(Q(requested_by=user) | Q(object_id__in=[str(pk) for pk in own.values_list("pk", flat=True)]))
        .select_related("current_task_state__task")
        .order_by("-created_at", "-pk")[:100]
    )
    states = list(states)
    pages = {
        str(page.pk): page for page in Page.objects.filter(pk__in=[int(row.object_id) for row in states])
    }
    return [
        {"state": row, "page": pages[row.object_id], "task": row.current_task_state}
        for row in states
        if row.object_id in pages
    ]


def _reviews(page: Page):
    kind = ContentType.objects.get_for_model(Page)
    return WorkflowState.objects.filter(base_content_type=kind, object_id=str(page.pk))
