"""Reviews that ended well."""

from django.utils import timezone
from wagtail.models import Revision, TaskState, WorkflowState


def approve(revision: Revision) -> WorkflowState:
    """The record of a review whose every step approved exactly `revision`."""
    page = revision.content_object
    workflow = page.get_workflow()
    state = WorkflowState(
        content_type=page.get_content_type(),
        base_content_type=page.get_base_content_type(),
        object_id=str(page.pk),
        workflow=workflow,
        status=WorkflowState.STATUS_APPROVED,
    )
    [state] = WorkflowState.objects.bulk_create([state])
    steps = TaskState.objects.bulk_create(
        TaskState(
            workflow_state=state,
            revision=revision,
            task=task,
            status=TaskState.STATUS_APPROVED,
            finished_at=timezone.now(),
        )
        for task in workflow.tasks
    )
    WorkflowState.objects.filter(pk=state.pk).update(current_task_state=steps[-1])
    return state
