"""Urgent corrections, and errors that readers report."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.models import Page

from courseware.review.changes import changes
from courseware.review.conflicts import DecisionConflict, DecisionForbidden
from courseware.review.forms import ErrorStateForm
from courseware.review.models import Correction, ErrorReport
from courseware.review.services import corrections, errors
from courseware.review.views.frame import say, screen


@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """A chief editor asks for the correction of a public page."""
    page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=pk)
    corrections.ask(page=page, by=request.user, reason=request.POST.get("reason", "")[:300])
    messages.success(request, _("A second person has been asked to agree."))
    return redirect("review:timeline", page.pk)


@require_POST
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=pk)
    corrections.stop_review(page=page, by=request.user)
    messages.success(request, _("The review has been stopped; the text can be edited."))
    return redirect("review:timeline", page.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def correction(request: HttpRequest, pk: int) -> HttpResponse:
    """What would change, for the second person."""
    row = get_object_or_404(Correction.objects.select_related("page", "revision", "asked_by"), pk=pk)
    if not corrections.may_agree(request.user, row):
        raise DecisionForbidden(str(corrections.NO_SECOND_PERSON))
    if request.method == "POST":
        corrections.agree(correction=row, by=request.user)
        messages.success(request, _("The page has been corrected, and its full review has begun."))
        return redirect("review:work")
    live = row.page.live_revision
    found = changes(request, live, row.revision) if live else []
    is_waiting = row.agreed_at is None and row.page.latest_revision_id == row.revision_id
    return screen(
        request,
        "review/correction.html",
        _("Urgent correction"),
        {"correction": row, "changes": found, "is_waiting": is_waiting},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def error(request: HttpRequest, pk: int) -> HttpResponse:
    """One report of a reader, and what came of it."""
    row = get_object_or_404(ErrorReport.objects.select_related("page"), pk=pk)
    if not errors.may_settle(request.user, [row]):
        raise DecisionForbidden(
            _("Lead teachers of the institution and chief editors settle what readers report.")
        )
    form = ErrorStateForm(request.POST or None, initial={"state": row.state, "outcome": row.outcome})
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                errors.settle(error=row, by=request.user, **form.cleaned_data)
            except DecisionConflict as refused:
                status = say(request, refused)
            else:
                messages.success(request, _("Saved."))
                return redirect("review:work")
        else:
            status = 400
    return screen(
        request, "review/error.html", _("Reported error"), {"error": row, "form": form}, status=status
    )
