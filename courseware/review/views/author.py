"""The authors' screens: where a text is, the answers to its reviewers, links to its draft."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages
from wagtail.models import Page

from courseware.review import timeline as story
from courseware.review.changes import changes, submitted_versions
from courseware.review.conflicts import DecisionConflict, DecisionForbidden
from courseware.review.forms import CorrectionForm, PreviewLinkForm, ResponseForm
from courseware.review.models import PreviewLink
from courseware.review.models.preview_link import digest, new_token
from courseware.review.rubric import readable
from courseware.review.rules import is_chief_editor
from courseware.review.services import responses
from courseware.review.views.frame import say, screen
from courseware.review.waiting import waiting_for


@require_safe
def work(request: HttpRequest) -> HttpResponse:
    """All that the review expects of somebody, and where their own texts are."""
    return screen(
        request,
        "review/work.html",
        _("Reviews"),
        {
            **waiting_for(request.user),
            "submissions": story.submissions_of(request.user),
            "is_chief_editor": is_chief_editor(request.user),
        },
    )


@require_safe
def timeline(request: HttpRequest, pk: int) -> HttpResponse:
    """Where a text is, step by step, with the letters and the reviews that came with them."""
    page = _page(request, pk)
    stations = story.stations(page)
    for station in stations:
        if station.round:
            station.round.reports = [
                (number, report, readable(report)) for number, report in station.round.reports
            ]
    context = {
        "page": page,
        "title": page.draft_title,
        "stations": stations,
        "points": story.points_to_answer(page),
        "may_answer": _waits_for_answers(page),
        "versions": submitted_versions(page),
        "links": page.preview_links.all(),
        "form": PreviewLinkForm(),
        "new_link": request.session.pop(_session_key(page), ""),
        "may_edit": page.permissions_for_user(request.user).can_edit(),
        "correction": CorrectionForm() if _may_be_corrected(page, request.user) else None,
        "may_stop": page.workflow_in_progress and is_chief_editor(request.user),
    }
    return screen(request, "review/timeline.html", _("Where the submission is"), context)


def _may_be_corrected(page, user) -> bool:
    return page.live and page.has_unpublished_changes and is_chief_editor(user)


def _waits_for_answers(page) -> bool:
    state = page.current_workflow_state
    return state is None or state.status == "needs_changes"


@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: HttpRequest, pk: int) -> HttpResponse:
    """The response matrix: one row for each open point."""
    page = _page(request, pk)
    points = story.points_to_answer(page)
    data = request.POST if request.method == "POST" else None
    rows = [
        (
            point,
            ResponseForm(
                data,
                prefix=f"point-{point.pk}",
                initial={"response": point.response, "text": point.response_text},
            ),
        )
        for point in points
    ]
    status = 200
    if data is not None:
        refused = [form for _point, form in rows if not form.is_valid()]  # all of them, to show every error
        if not refused:
            given = {
                point.pk: (form.cleaned_data["response"], form.cleaned_data["text"]) for point, form in rows
            }
            try:
                responses.respond(page=page, by=request.user, responses=given)
                if request.POST.get("action") == "send":
                    responses.send_back(page=page, by=request.user)
                    messages.success(request, _("The text and your answers are with the reviewers again."))
                    return redirect("review:timeline", page.pk)
            except DecisionConflict as error:
                status = say(request, error)
            else:
                messages.success(request, _("Your answers have been saved."))
                return redirect("review:answers", page.pk)
        else:
            status = 400
    context = {
        "page": page,
        "rows": rows,
        "title": page.draft_title,
        "is_waiting": _waits_for_answers(page),
    }
    return screen(request, "review/answers.html", _("Answers to the reviewers"), context, status=status)


@require_safe
def what_changed(request: HttpRequest, pk: int) -> HttpResponse:
    """The newest submitted version compared with the one submitted before it, or with the public one."""
    page = _page(request, pk)
    versions = submitted_versions(page)
    found = changes(request, versions[-2], versions[-1]) if len(versions) > 1 else []
    context = {"page": page, "title": page.draft_title, "changes": found}
    return screen(request, "review/changes.html", _("What has changed"), context)


@require_POST
def make_link(request: HttpRequest, pk: int) -> HttpResponse:
    """A link to the draft for somebody without an account; it is shown once."""
    page = _page(request, pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise DecisionForbidden(_("Only somebody who may edit a text gives it to others."))
    form = PreviewLinkForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
        return redirect("review:timeline", page.pk)
    token = new_token()
    PreviewLink.objects.create(
        page=page,
        digest=digest(token),
        purpose=form.cleaned_data["purpose"],
        made_by=request.user,
        expires_at=timezone.now() + timedelta(days=form.cleaned_data["days"]),
    )
    request.session[_session_key(page)] = request.build_absolute_uri(
        reverse("review_preview:draft", args=[token])
    )
    return redirect(f"{reverse('review:timeline', args=[page.pk])}#links")


@require_POST
def revoke_link(request: HttpRequest, pk: int) -> HttpResponse:
    link = get_object_or_404(PreviewLink, pk=pk)
    page = _page(request, link.page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise DecisionForbidden(_("Only somebody who may edit a text gives it to others."))
    PreviewLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now())
    messages.success(request, _("The link no longer works."))
    return redirect(f"{reverse('review:timeline', args=[page.pk])}#links")


def _session_key(page) -> str:
    return f"preview-link-{page.pk}"


def _page(request, pk: int) -> Page:
    page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=pk).specific
    if not story.may_follow(request.user, page):
        raise DecisionForbidden(_("This page belongs to another institution."))
    return page
