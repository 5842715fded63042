"""The page on which readers search."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from search import guidance, shown, vain
from search.forms import LONGEST, SearchForm
from search.query import Query
from search.results import find
from search.suggest import suggestions


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Results for `?q=`; 400 for input that makes no sense, 404 beyond the last page."""
    form = SearchForm(request.GET)
    is_refused = not form.is_valid()
    query = form.query()
    if is_refused or not query.text:
        chips = shown.chips(query=query, labels=form.labels)
        return _answer(request, form, query, status=400 if is_refused else 200, chips=chips)
    reader = get_language() or ""
    found = find(query=query, reader=reader, request=request, institutions=form.labels["institution"])
    is_beyond = query.page > max(1, found.stretch.paginator.num_pages)
    facets = shown.of(query=query, counts=found.counts, labels=form.labels)
    context = {
        "found": found,
        "results": found.stretch,
        "facets": facets.facets,
        "chips": facets.chips,
        "guidance": guidance.to(query=query, found=found, labels=form.labels, reader=reader),
    }
    if not query.filters and not found.stretch.paginator.count:
        vain.note(text=query.text, language=reader)
    return _answer(request, form, query, is_beyond=is_beyond, status=404 if is_beyond else 200, **context)


def _answer(request: HttpRequest, form: SearchForm, query: Query, *, status: int, **context) -> HttpResponse:
    return render(request, "search/results.html", {"form": form, "query": query, **context}, status=status)


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Suggestions for `?q=`, what is typed so far; none for input that makes no sense."""
    text = request.GET.get("q", "")[:LONGEST].replace("\x00", "")
    found = suggestions(text=text, reader=get_language() or "", request=request)
    return JsonResponse({"suggestions": [asdict(each) for each in found]})


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """How a browser searches here (OpenSearch 1.1), so that it can offer the site as a search engine."""
    return render(
        request,
        "search/opensearch.xml",
        {
            "results": request.build_absolute_uri(reverse("search:results")),
            "icon": request.build_absolute_uri(static("img/favicon.svg")),
        },
        content_type="application/opensearchdescription+xml",
    )
