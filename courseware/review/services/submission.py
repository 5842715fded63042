"""Texts on their way into the review."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState


@transaction.atomic
def submit(*, page: Page, by) -> WorkflowState | None:
    """Hand the newest draft of a page to the review; the review begun before it begins anew.

    None where no review is set for the page.
    """
    workflow = page.get_workflow()
    if workflow is None:
        return None
    running = page.current_workflow_state
    if running:
        running.cancel(user=by)
    return workflow.start(page, by)


@transaction.atomic
def begin_anew(*, page: Page, by=None) -> None:
    """The text of a page changed while it was judged: the steps taken so far were about another text."""
    running = page.current_workflow_state
    if running and running.status == WorkflowState.STATUS_IN_PROGRESS and running.current_task_state:
        running.current_task_state.specific.cancel(
            user=by, comment=_("The text was changed during this step: the review begins anew.")
        )
