"""Figures of the peer review: how long it takes, how it ends, who does it.

MedEdPORTAL, for comparison: two reviewers, three weeks each; 1 % accepted as submitted, 51 % after revision,
48 % rejected.
"""

import math
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Max, Min, Q
from django.utils import timezone

from courseware.catalogue.models import CasePage, CoursePage, LecturePage, LessonPage
from courseware.network.enums import Role
from courseware.network.models import Membership, Person
from courseware.review.enums import AssignmentStatus, Verdict
from courseware.review.independence import reviews_to_write
from courseware.review.models import Round

NOTICE = timedelta(days=60)


@dataclass(frozen=True)
class Turnaround:
    """Of texts whose peer review has ended; days from the start of the first round to the last letter."""

    texts: int
    median_days: float | None
    p90_days: float | None
    accepted: int
    after_revision: int
    rejected: int


def turnaround() -> Turnaround:
    decided = Round.objects.exclude(verdict="")
    rows = list(
        decided.values("page", "published_at")
        .annotate(
            first=Min("task_state__started_at"),
            last=Max("task_state__finished_at"),
            rounds=Count("pk"),
            accepted=Count("pk", filter=Q(verdict=Verdict.ACCEPT)),
            rejected=Count("pk", filter=Q(verdict=Verdict.REJECT)),
        )
        .filter(Q(accepted__gt=0) | Q(rejected__gt=0))
        .order_by("page", "published_at")
    )
    days = sorted((row["last"] - row["first"]).total_seconds() / 86_400 for row in rows)
    good = [row for row in rows if row["accepted"]]
    return Turnaround(
        texts=len(rows),
        median_days=percentile(days, 0.5),
        p90_days=percentile(days, 0.9),
        accepted=sum(row["rounds"] == 1 for row in good),
        after_revision=sum(row["rounds"] > 1 for row in good),
        rejected=len(rows) - len(good),
    )


def percentile(values: list[float], share: float) -> float | None:
    """By the nearest rank (of sorted `values`); None of nothing."""
    return values[max(math.ceil(share * len(values)) - 1, 0)] if values else None


def workload() -> list[Person]:
    """Everybody who reviews: what they have to do, what is late, what they have done. One query."""
    reviewers = Membership.objects.current().filter(role=Role.REVIEWER).values("person")
    return list(
        Person.objects.filter(pk__in=reviewers)
        .annotate(
            waiting=Count("review_assignments", filter=reviews_to_write(), distinct=True),
            done=Count(
                "review_assignments",
                filter=Q(review_assignments__status=AssignmentStatus.DONE),
                distinct=True,
            ),
            declined=Count(
                "review_assignments",
                filter=Q(review_assignments__status=AssignmentStatus.DECLINED),
                distinct=True,
            ),
        )
        .order_by("-waiting", "pk")
    )


def due_again(today: date | None = None) -> list:
    """Public pages whose review is due within two months or is overdue, the oldest first. Four queries."""
    until = (today or timezone.localdate()) + NOTICE
    pages = [
        page
        for model in (CoursePage, LessonPage, CasePage, LecturePage)
        for page in model.objects.filter(live=True, review_due__lte=until).defer_streamfields()
    ]
    return sorted(pages, key=lambda page: (page.review_due, page.pk))
