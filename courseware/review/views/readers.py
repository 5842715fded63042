"""What readers do: report an error, and read what came of others' reports."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from courseware.review.forms import ErrorForm
from courseware.review.models import ErrorReport
from courseware.review.services import errors
from home.locales import language_of
from home.querysets import is_public
from home.throttle import is_too_often

PER_PAGE = 50
PER_HOUR = 5  # reports of one reader


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """The form; 429 for who sends too much, with what was typed kept."""
    page = get_object_or_404(Page.objects.filter(is_public(), live=True, depth__gt=2), pk=pk)
    form, status, problem = ErrorForm(request.POST or None), 200, ""
    if request.method == "POST":
        form = ErrorForm(request.POST)
        if not form.is_valid():
            status = 400
        elif form.cleaned_data.pop("website"):  # a trap: no person sees the field
            return redirect(reverse("errata:thanks"))
        elif is_too_often(request, what="errata", most=PER_HOUR):
            status = 429
            problem = _("Too many reports have come from your address. Please try again in an hour.")
        else:
            errors.report(page=page, **form.cleaned_data)
            return redirect(reverse("errata:thanks"))
    context = {
        "form": form,
        "about": page,
        "about_url": page.get_url(request),
        "about_language": language_of(page),
        "problem": problem,
    }
    return render(request, "review/report_error.html", context, status=status)


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "review/thanks.html")


@require_safe
def errata(request: HttpRequest) -> HttpResponse:
    """What was reported and what came of it, of public pages; of one page when the address names it."""
    rows = ErrorReport.objects.filter(page__in=Page.objects.filter(is_public(), live=True)).select_related(
        "page__locale"
    )
    wanted, about = request.GET.get("page", ""), None
    if wanted:
        number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 12 else 0
        about = get_object_or_404(Page.objects.filter(is_public(), live=True, depth__gt=2), pk=number)
        rows = rows.filter(page=about)
    shown = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    entries = [
        {"row": row, "url": row.page.get_url(request), "language": language_of(row.page)} for row in shown
    ]
    context = {
        "entries": entries,
        "shown": shown,
        "about": about,
        "about_url": about.get_url(request) if about else "",
        "about_language": language_of(about) if about else "",
        "query": f"page={about.pk}&" if about else "",
    }
    return render(request, "review/errata.html", context)
