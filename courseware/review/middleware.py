"""Decisions that cannot be taken, answered in the reader's language and with the right status."""

import json

from django.db import transaction
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from wagtail.models import TaskState

from courseware.review.conflicts import DecisionConflict
from courseware.review.locking import lock_for_decision
from home.publication import PublicationRefused

ACTIONS = ("wagtailadmin_pages:workflow_action", "wagtailadmin_pages:collect_workflow_action_data")


class DecisionMiddleware:
    """Checks the addresses at which steps are taken, and explains refusals."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Stock lets the page and the step of an address be two strangers, and redirects those who come too late."""
        if request.resolver_match.view_name not in ACTIONS or not request.user.is_authenticated:
            return None
        state = TaskState.objects.filter(pk=kwargs["task_state_id"]).select_related("workflow_state").first()
        if state is None or state.workflow_state.object_id != str(kwargs["page_id"]):
            raise Http404
        try:
            # Locked before the view looks: between its own look and the action somebody else may decide.
            with transaction.atomic():
                lock_for_decision(state)
                answer = view(request, *args, **kwargs)
        except (DecisionConflict, PublicationRefused) as error:
            return self.process_exception(request, error)
        return _led_to_the_queue(answer)

    def process_exception(self, request, error):
        if isinstance(error, DecisionConflict):
            return _answer(request, error.reasons, status=error.status)
        if isinstance(error, PublicationRefused):
            return _answer(request, error.reasons, status=403)
        return None


def _led_to_the_queue(answer):
    """Stock leads to the editor of the page, which whoever has taken a step may not see any more."""
    if answer.status_code == 302:
        return redirect("review:work")
    if answer.headers.get("Content-Type") == "application/json":
        told = json.loads(answer.content)
        if "redirect" in told:  # from the modal window, where a script follows it
            return JsonResponse(told | {"redirect": reverse("review:work")})
    return answer


def _answer(request, reasons: list[str], *, status: int):
    return render(request, "review/refused.html", {"reasons": reasons}, status=status)
