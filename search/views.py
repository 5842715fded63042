"""The page on which readers search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from search.forms import SearchForm
from search.query import Query
from search.results import find


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Results for `?q=`; 400 for input that makes no sense, 404 beyond the last page."""
    form = SearchForm(request.GET)
    if not form.is_valid():
        return _answer(request, form, Query(), status=400)
    query = form.query()
    found = find(query=query, reader=get_language() or "", request=request)
    is_beyond = query.page > max(1, found.paginator.num_pages)
    return _answer(request, form, query, results=found, is_beyond=is_beyond, status=404 if is_beyond else 200)


def _answer(request: HttpRequest, form: SearchForm, query: Query, *, status: int, **context) -> HttpResponse:
    return render(request, "search/results.html", {"form": form, "query": query, **context}, status=status)
