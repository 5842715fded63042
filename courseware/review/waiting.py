"""What the review expects of somebody now."""

from django.urls import reverse
from wagtail.models import TaskState

from courseware.review.masking import masks_of
from courseware.review.models import PeerReviewTask, ReviewAssignment
from courseware.review.services import corrections, errors


def waiting_for(user) -> dict:
    """All of it, by kind."""
    return {
        "assignments": asked_of(user),
        "steps": steps_for(user),
        "corrections": corrections.waiting_for(user),
        "errors": errors.open_for(user),
    }


def asked_of(user) -> list[dict]:
    """What waits for a reviewer, the next due first; one row is as dear as fifty."""
    rows = (
        ReviewAssignment.objects.waiting()
        .filter(reviewer__account=user)
        .select_related("round__page", "round__revision", "round__task_state")
        .order_by("due", "pk")
    )
    masks = masks_of([row.round.page for row in rows]) if rows else {}
    return [
        {
            "assignment": row,
            "title": masks[row.round.page_id].hide(row.round.title),
            "kind": row.round.page.specific_class._meta.verbose_name,
            "url": reverse("review:assignment", args=[row.pk]),
        }
        for row in rows
    ]


def steps_for(user) -> list[dict]:
    """Steps that somebody may take, the longest waiting first."""
    states = TaskState.objects.reviewable_by(user).select_related("task", "revision", "round")
    peer_reviews = set(PeerReviewTask.objects.values_list("pk", flat=True))
    return [
        {
            "title": state.revision.content["title"],
            "step": state.task.name,
            "since": state.started_at,
            "url": reverse("review:round", args=[state.round.pk])
            if state.task_id in peer_reviews
            else reverse("wagtailadmin_pages:edit", args=[int(state.revision.object_id)]),
        }
        for state in states.order_by("started_at", "pk")
    ]
