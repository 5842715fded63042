"""A reviewer's screens: what is asked, the text without its authors, the rubric beside it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from courseware.review.blind import Shown, file_of, show
from courseware.review.changes import changes
from courseware.review.conflicts import DecisionConflict, DecisionForbidden
from courseware.review.enums import AssignmentStatus
from courseware.review.forms import AcceptForm, DeclineForm, ReportForm
from courseware.review.independence import refusal
from courseware.review.masking import Mask
from courseware.review.models import ReviewAssignment
from courseware.review.services import invitations, reports
from courseware.review.views.frame import say, screen


@require_http_methods(["GET", "HEAD", "POST"])
def assignment(request: HttpRequest, pk: int) -> HttpResponse:
    """The invitation, then the review itself, then what was handed in."""
    mine = _mine(request, pk)
    if mine.status == AssignmentStatus.INVITED and mine.is_waiting:
        return _invitation(request, mine)
    if mine.status == AssignmentStatus.ACCEPTED and mine.is_waiting:
        return _report(request, mine)
    if request.method == "POST":
        messages.error(request, _("This review is closed: nothing was changed."))
        return _closed(request, mine, status=409)
    return _closed(request, mine)


def _invitation(request, mine: ReviewAssignment, *, status: int = 200) -> HttpResponse:
    is_answer = request.method == "POST"
    accepts = is_answer and request.POST.get("answer") == "accept"
    accept = AcceptForm(request.POST if accepts else None, prefix="accept")
    decline = DeclineForm(request.POST if is_answer and not accepts else None, prefix="decline")
    try:
        if accepts and accept.is_valid():
            invitations.accept(assignment=mine, by=request.user, **accept.cleaned_data)
            return redirect("review:assignment", mine.pk)
        if is_answer and not accepts and decline.is_valid():
            invitations.decline(assignment=mine, by=request.user, **decline.cleaned_data)
            messages.success(request, _("You have declined. Thank you for telling us."))
            return redirect("review:work")
    except DecisionConflict as error:
        status = say(request, error)
    else:
        status = 400 if is_answer else status
    context = {"accept": accept, "decline": decline}
    return screen(
        request, "review/invitation.html", _("Invitation to review"), _about(mine) | context, status=status
    )


def _report(request, mine: ReviewAssignment) -> HttpResponse:
    status, mask = 200, Mask.of(mine.round.page)
    if request.method == "POST":
        form = ReportForm(request.POST, assignment=mine, report=reports.draft_of(mine), mask=mask)
        if form.is_valid():
            try:
                # Kept first: whatever is missing for handing in, nothing that was written is lost.
                reports.save_draft(assignment=mine, by=request.user, findings=form.findings())
                if request.POST.get("action") == "hand-in":
                    reports.hand_in(assignment=mine, by=request.user, findings=form.findings())
                    messages.success(request, _("Your review has been handed in. Thank you."))
                    return redirect("review:work")
            except DecisionConflict as error:
                status = say(request, error)
            else:
                messages.success(request, _("Your draft has been saved; only you can read it."))
                return redirect("review:assignment", mine.pk)
        else:
            status = 400
    else:
        form = ReportForm(assignment=mine, report=reports.draft_of(mine), mask=mask)
    before = mine.round.previous()
    context = {"form": form, "has_changes": before is not None}
    return screen(request, "review/report.html", _("My review"), _about(mine) | context, status=status)


def _closed(request, mine: ReviewAssignment, *, status: int = 200) -> HttpResponse:
    report = getattr(mine, "report", None) if mine.status == AssignmentStatus.DONE else None
    context = {"report": report, "points": report.points.all() if report else []}
    return screen(request, "review/closed.html", _("My review"), _about(mine) | context, status=status)


@require_safe
def text(request: HttpRequest, pk: int) -> HttpResponse:
    """The text under review, without a trace of its authors."""
    mine = _mine(request, pk)
    if mine.status == AssignmentStatus.INVITED:
        raise DecisionForbidden(_("Accept the invitation to read the whole text."))
    _refuse_unless_reading(mine)
    shown = _show(request, mine)
    response = render(request, "review/text.html", {"shown": shown, "note": _("The text that you review")})
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@require_safe
def file(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """A file of that text, under no name."""
    mine = _mine(request, pk)
    _refuse_unless_reading(mine)

    def hide(text: str) -> str:
        return Mask.of(mine.round.page).hide(text)

    return file_of(request, _owner(mine), key, hide=hide, again=lambda: _show(request, mine))


@require_safe
def what_changed(request: HttpRequest, pk: int) -> HttpResponse:
    """How the text differs from the one that was reviewed in the round before."""
    mine = _mine(request, pk)
    _refuse_unless_reading(mine)
    before = mine.round.previous()
    mask = Mask.of(mine.round.page)
    found = changes(request, before.revision, mine.round.revision, mask=mask) if before else []
    return screen(request, "review/changes.html", _("What has changed"), _about(mine) | {"changes": found})


def _show(request, mine: ReviewAssignment) -> Shown:
    return show(
        request,
        mine.round.revision.as_object(),
        owner=_owner(mine),
        address_of=lambda key: reverse("review:file", args=[mine.pk, key]),
        mask=Mask.of(mine.round.page),
    )


def _owner(mine: ReviewAssignment) -> str:
    return f"assignment {mine.pk} {mine.round_id}"


def _mine(request, pk: int) -> ReviewAssignment:
    """The reader's own assignment, while they are independent of the text; 404 and 403 otherwise."""
    rows = ReviewAssignment.objects.select_related(
        "round__task_state", "round__revision", "round__page", "reviewer"
    )
    mine = get_object_or_404(rows, pk=pk, reviewer__account=request.user)
    if sentence := refusal(mine.reviewer, mine.round.page):
        raise DecisionForbidden(sentence)
    return mine


def _refuse_unless_reading(mine: ReviewAssignment) -> None:
    reads = mine.status in (AssignmentStatus.ACCEPTED, AssignmentStatus.DONE) and mine.round.is_open
    if not reads:
        raise DecisionForbidden(_("The text can be read here only while you review it."))


def _about(mine: ReviewAssignment) -> dict:
    """What a reviewer may know of a text before reading it."""
    draft = mine.round.revision.as_object()
    mask = Mask.of(mine.round.page)
    interests = getattr(draft, "competing_interests", "")
    return {
        "assignment": mine,
        "round": mine.round,
        "title": mask.hide(draft.title),
        "summary": mask.hide(draft.summary),
        "kind": draft._meta.verbose_name,
        "language": draft.locale.language_code,
        "authors_interests": mask.hide(interests),
        "reviewers_wanted": mine.round.step.reviewers,
    }
