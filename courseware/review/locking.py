"""Two people, one decision."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState

from courseware.network.models import name_of
from courseware.review.conflicts import DecisionConflict


def lock_for_decision(task_state: TaskState) -> TaskState:
    """The step as the database has it now, locked until the transaction ends.

    DecisionConflict when somebody was faster. PostgreSQL locks the row; SQLite has locked everything since the
    transaction began (``transaction_mode`` IMMEDIATE).
    """
    review = WorkflowState.objects.select_for_update().get(pk=task_state.workflow_state_id)
    state = TaskState.objects.select_related("revision", "finished_by").get(pk=task_state.pk)
    if state.status != TaskState.STATUS_IN_PROGRESS or review.current_task_state_id != state.pk:
        raise DecisionConflict(who_decided(state))
    return state.specific


def who_decided(state: TaskState) -> str:
    """Who took a step and when, in a sentence."""
    if state.finished_at is None:
        return _("This step is no longer waiting for a decision.")
    facts = {
        "person": name_of(state.finished_by) if state.finished_by else _("Somebody else"),
        "time": date_format(timezone.localtime(state.finished_at), "DATETIME_FORMAT"),
        "outcome": state.get_status_display(),
    }
    return _("%(person)s has decided on this step already, on %(time)s: %(outcome)s.") % facts
