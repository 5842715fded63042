"""What waits for somebody, on the first page of the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel

from courseware.review.waiting import waiting_for


class WaitingPanel(Component):
    """Reviews, steps, corrections and reported errors: stock lists its own tasks alone, and leads to the editor."""

    template_name = "review/waiting_panel.html"
    order = 80

    def get_context_data(self, parent_context):
        return {"heading": _("Waiting for me"), **waiting_for(parent_context["request"].user)}


def with_what_waits(panels: list) -> list:
    return [
        WaitingPanel(),
        *(panel for panel in panels if not isinstance(panel, WorkflowObjectsToModeratePanel)),
    ]
