"""What waits for somebody, on the first page of the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel

from courseware.review.services import corrections, errors
from courseware.review.waiting import asked_of, steps_for


class WaitingPanel(Component):
    """Reviews, steps, corrections and reported errors: stock lists its own tasks alone, and leads to the editor."""

    template_name = "review/waiting_panel.html"
    order = 80

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return {
            "heading": _("Waiting for me"),
            "assignments": asked_of(user),
            "steps": steps_for(user),
            "corrections": corrections.waiting_for(user),
            "errors": errors.open_for(user),
        }


def with_what_waits(panels: list) -> list:
    return [
        WaitingPanel(),
        *(panel for panel in panels if not isinstance(panel, WorkflowObjectsToModeratePanel)),
    ]
