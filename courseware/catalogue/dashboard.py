"""The first page of the admin: what a teacher has to do, and how to begin something new."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
)
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.permissions import policy_registry

from courseware.catalogue.models import CasePage, CoursePage, LecturePage
from courseware.network.models import InstitutionPage

REPLACED = (LockedPagesPanel, RecentEditsPanel, UserObjectsInWorkflowModerationPanel)
SHOWN = 10


class WorkPanel(Component):
    """A titled list of pages with a note on each; hidden when it is empty."""

    template_name = "catalogue/admin/work_panel.html"
    heading = ""
    order = 100

    def rows(self, user) -> list[dict]:
        raise NotImplementedError

    def get_context_data(self, parent_context):
        return {
            "heading": self.heading,
            "rows": self.rows(parent_context["request"].user),
            "name": type(self).__name__,
        }


class DraftsPanel(WorkPanel):
    heading = _("My drafts")

    def rows(self, user):
        pages = (
            Page.objects.filter(Q(owner=user) | Q(latest_revision__user=user), has_unpublished_changes=True)
            .exclude(pk__in=_in_progress(_states()))
            .exclude(pk__in=_in_progress(_states(WorkflowState.STATUS_NEEDS_CHANGES)))
            .order_by("-latest_revision_created_at")[:SHOWN]
        )
        return [_row(page, since=page.latest_revision_created_at) for page in pages]


class ReturnedPanel(WorkPanel):
    heading = _("Returned to me")

    def rows(self, user):
        states = _states(WorkflowState.STATUS_NEEDS_CHANGES).filter(requested_by=user)
        rows = []
        for state in states.select_related("current_task_state").order_by("-created_at")[:SHOWN]:
            task = state.current_task_state
            rows.append(
                _row(state.content_object, since=task and task.finished_at, note=task.comment if task else "")
            )
        return rows


class InReviewPanel(WorkPanel):
    heading = _("In review")

    def rows(self, user):
        policy = policy_registry.get_by_type(Page)
        own = policy.instances_user_has_permission_for(user, "change").values("pk")
        states = _states().filter(Q(requested_by=user) | Q(object_id__in=_as_text(own)))
        tasks = TaskState.objects.filter(pk__in=states.values("current_task_state")).select_related("task")
        names = {task.pk: task for task in tasks}
        rows = []
        for state in states.order_by("created_at")[:SHOWN]:
            task = names.get(state.current_task_state_id)
            rows.append(
                _row(
                    state.content_object, since=task and task.started_at, note=task.task.name if task else ""
                )
            )
        return rows


class CreatePanel(Component):
    """Short ways to a new course, case or lecture in one's own branch."""

    template_name = "catalogue/admin/create_panel.html"
    order = 90

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        policy = policy_registry.get_by_type(Page)
        addable = policy.instances_user_has_permission_for(user, "add").values("pk")
        branches = InstitutionPage.objects.filter(pk__in=addable).select_related("institution", "locale")
        return {
            "branches": [
                {
                    "institution": branch.institution,
                    "language": branch.locale.get_display_name(),
                    "links": [
                        {
                            "label": model._meta.verbose_name,
                            "url": reverse(
                                "wagtailadmin_pages:add",
                                args=["catalogue", model._meta.model_name, branch.pk],
                            ),
                        }
                        for model in (CoursePage, CasePage, LecturePage)
                    ],
                }
                for branch in branches.order_by("locale_id", "institution_id")[:SHOWN]
            ]
        }


def panels_for(request, stock: list) -> list:
    """The panels of the dashboard for this user."""
    kept = [panel for panel in stock if not isinstance(panel, REPLACED)]
    return [CreatePanel(), ReturnedPanel(), DraftsPanel(), InReviewPanel(), *kept]


def _states(status: str = WorkflowState.STATUS_IN_PROGRESS):
    return WorkflowState.objects.filter(
        status=status, base_content_type=ContentType.objects.get_for_model(Page)
    )


def _in_progress(states) -> list[int]:
    return [int(pk) for pk in states.values_list("object_id", flat=True)]


def _as_text(pages) -> list[str]:
    return [str(pk) for pk in pages.values_list("pk", flat=True)]


def _row(page, *, since=None, note: str = "") -> dict:
    return {
        "title": page.get_admin_display_title(),
        "kind": page.page_type_display_name,
        "url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "since": since,
        "note": note,
    }
