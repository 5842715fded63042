"""Authors answer the reviewers point by point."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState

from courseware.review.conflicts import DecisionConflict, DecisionForbidden, DecisionInvalid
from courseware.review.enums import Response
from courseware.review.models import Point
from courseware.review.services.submission import submit


@transaction.atomic
def respond(*, page: Page, by, responses: dict[int, tuple[str, str]]) -> None:
    """Keep what the authors answer: response and explanation by point id. DecisionConflict while others judge it."""
    _hold(page, by)
    points = {point.pk: point for point in Point.objects.raised_on(page).unsettled()}
    for pk, (response, text) in responses.items():
        if pk in points and (not response or response in Response.values):
            Point.objects.filter(pk=pk).update(
                response=response, response_text=text.strip(), responded_at=timezone.now()
            )


@transaction.atomic
def send_back(*, page: Page, by) -> None:
    """Hand the revised text and the answers back to the reviewers; DecisionInvalid when answers are missing."""
    running = _hold(page, by)
    points = Point.objects.raised_on(page).unsettled()
    if points.unanswered().exists():
        raise DecisionInvalid(_("Answer every point before you send the text back."))
    if points.filter(response=Response.NOT_DONE, response_text="").exists():
        raise DecisionInvalid(_("Give your reasons where you have not changed the text."))
    if running is None:
        submit(page=page, by=by)
    else:
        running.resume(user=by)


def _hold(page: Page, by) -> WorkflowState | None:
    """The review that waits for the authors, locked; None where it was cancelled."""
    if not page.permissions_for_user(by).can_edit():
        raise DecisionForbidden(_("Only the authors of a text answer its reviewers."))
    running = page.current_workflow_state
    if running is None:
        return None
    running = WorkflowState.objects.select_for_update().get(pk=running.pk)
    if running.status != WorkflowState.STATUS_NEEDS_CHANGES:
        raise DecisionConflict(_("The text is with the reviewers: answers are written when it comes back."))
    return running
