"""The chief editors' screens: all that is under peer review, and one round of it."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from courseware.review import audit, figures
from courseware.review.board import board
from courseware.review.conflicts import DecisionConflict, DecisionForbidden
from courseware.review.dossier import objections, reports_on
from courseware.review.enums import Verdict
from courseware.review.forms import DecisionForm, ExtendForm, InviteForm, WithdrawForm
from courseware.review.independence import hindrances, suggestions
from courseware.review.letters import draft_letter
from courseware.review.models import Point, ReviewAssignment, Round
from courseware.review.rubric import readable
from courseware.review.rules import is_chief_editor
from courseware.review.services import decisions, invitations
from courseware.review.views.frame import say, screen


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Everything under peer review, what is wrong with it, who has how much to do, how long it takes."""
    _refuse_others(request)
    return screen(
        request,
        "review/board.html",
        _("Board of the chief editors"),
        {
            "board": board(request.user),
            "figures": figures.turnaround(),
            "workload": figures.workload(),
            "due_again": figures.due_again(),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def one_round(request: HttpRequest, pk: int) -> HttpResponse:
    """One round: its reviewers, their reviews, and the decision."""
    row = _round(request, pk)
    status, letter = 200, None
    if request.method == "POST":
        letter = DecisionForm(request.POST)
        if letter.is_valid():
            try:
                decisions.decide(round=row, by=request.user, **letter.cleaned_data)
            except DecisionConflict as error:
                status = say(request, error)
            else:
                messages.success(request, _("Decided; the authors have been sent your letter."))
                return redirect("review:board")
        else:
            status = 400
    return _show(request, row, letter, status=status)


def _show(request, row: Round, letter: DecisionForm | None, *, status: int = 200) -> HttpResponse:
    row = Round.objects.select_related("task_state", "page", "revision").get(pk=row.pk)
    assignments = list(row.assignments.select_related("reviewer", "round__task_state"))
    people = [assignment.reviewer for assignment in assignments if assignment.reviewer]
    hindered = hindrances(people, [row.page]) if people else {}
    asked = request.GET.get("verdict", "")
    verdict = Verdict(asked) if asked in Verdict.values else None
    language = request.GET.get("language", "")
    if letter is None and row.is_open and verdict:
        language = language if language in ("zh-hans", "en") else ""
        letter = DecisionForm(initial={"verdict": verdict, "letter": draft_letter(row, verdict, language)})
    context = {
        "round": row,
        "title": row.title,
        "assignments": [
            {
                "row": assignment,
                "hindrance": hindered.get((assignment.reviewer_id, row.page_id)),
            }
            for assignment in assignments
        ],
        "suggestions": suggestions(row) if row.is_open else [],
        "reports": [{"report": report, **readable(report)} for report in reports_on(row.page)],
        "points": Point.objects.raised_on(row.page).select_related("report__assignment__reviewer"),
        "objections": list(objections(row)) if row.is_open else [],
        "form": letter,
        "verdicts": Verdict.choices,
        "may_decide": row.is_open and row.step.may_act(row.page, request.user),
    }
    return screen(request, "review/round.html", _("Review round"), context, status=status)


@require_POST
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    row = _round(request, pk)
    form = InviteForm(request.POST, people=[entry.person for entry in suggestions(row)])
    if form.is_valid():
        invited = 0
        for person in form.cleaned_data["reviewer"]:
            try:
                invitations.invite(round=row, reviewer=person, by=request.user)
                invited += 1
            except DecisionConflict as error:
                say(request, error)
        messages.success(
            request,
            ngettext(
                "%(number)d reviewer has been invited.", "%(number)d reviewers have been invited.", invited
            )
            % {"number": invited},
        )
    else:
        messages.error(request, _("Choose at least one reviewer."))
    return redirect("review:round", row.pk)


@require_POST
def change_assignment(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a reviewer go, or give more time."""
    assignment = get_object_or_404(ReviewAssignment.objects.select_related("round__task_state"), pk=pk)
    row = _round(request, assignment.round_id)
    is_extension = request.POST.get("action") == "extend"
    form = (ExtendForm if is_extension else WithdrawForm)(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
        return redirect("review:round", row.pk)
    act = invitations.extend if is_extension else invitations.withdraw
    act(assignment=assignment, by=request.user, **form.cleaned_data)
    messages.success(request, _("Done; the reviewer has been told.") if not is_extension else _("Done."))
    return redirect("review:round", row.pk)


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Find that a point is done with."""
    point = get_object_or_404(Point.objects.select_related("report__assignment__round"), pk=pk)
    row = Round.objects.of(point.report.assignment.round.page).last()
    if row is None:
        raise DecisionForbidden(_("This text is no longer under review."))
    _round(request, row.pk)
    decisions.settle(point=point, round=row, by=request.user)
    return redirect(f"{reverse('review:round', args=[row.pk])}#points")


@require_safe
def audit_export(request: HttpRequest) -> HttpResponse:
    """Everything that happened in the review, as CSV for a spreadsheet.

    Reviewers are named on request, except to a chief editor with a part in one of the texts under review.
    """
    _refuse_others(request)
    with_reviewers = request.GET.get("reviewers") == "named"
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="review-audit.csv"'
    response.headers["Cache-Control"] = "private, no-store"
    response.write("\ufeff")  # without it Excel takes Chinese for Latin-1
    table = csv.writer(response)
    table.writerow(audit.header())
    hidden = audit.own_texts(request.user) if with_reviewers else set()
    for row in audit.rows(with_reviewers=with_reviewers, hidden=hidden):
        table.writerow([_harmless(cell) for cell in row])
    return response


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet does not take for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _refuse_others(request) -> None:
    if not is_chief_editor(request.user):
        raise DecisionForbidden(_("This screen is for chief editors."))


def _round(request, pk: int) -> Round:
    """A round that the reader may lead; 404 when there is none, refused to others and to its authors."""
    _refuse_others(request)
    row = get_object_or_404(Round.objects.select_related("task_state", "page"), pk=pk)
    row.step.refuse_unless_leading(
        row.page, request.user
    )  # a chief editor among the authors would read who reviews
    return row
