"""The search for programs: JSON, readable from any site, described by an OpenAPI document."""

from collections.abc import Callable
from functools import wraps
from html import unescape
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from home.throttle import MINUTE, is_too_often
from search.engines import Counts
from search.facets import FACETS
from search.forms import SearchForm
from search.openapi import document
from search.results import Result, Results, find

PER_MINUTE = 60

View = Callable[[HttpRequest], HttpResponse]


def open_to_all(view: View) -> View:
    """Any site may read it; nothing else can be done with it, and not more than 60 times a minute."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        if request.method == "OPTIONS":
            response = HttpResponse(status=204)
            response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
            response["Access-Control-Max-Age"] = "86400"
        elif request.method not in ("GET", "HEAD"):
            response = _refused(_("Only reading is possible here."), status=405)
            response["Allow"] = "GET, HEAD, OPTIONS"
        elif is_too_often(request, what="api", most=PER_MINUTE, seconds=MINUTE):
            response = _refused(_("Too many requests: wait a minute."), status=429)
            response["Retry-After"] = str(MINUTE)
        else:
            response = view(request)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    answer.csrf_exempt = True  # nothing is ever changed here
    return answer


@open_to_all
def search(request: HttpRequest) -> HttpResponse:
    """Results for `?q=` with the parameters of the page; `reader` is the language that comes first."""
    reader = request.GET.get("reader") or settings.LANGUAGE_CODE
    if reader not in dict(settings.LANGUAGES):
        return _refused(_("This site does not speak this language: %s.") % reader[:20], status=400)
    with translation.override(reader):
        form = SearchForm(request.GET)
        if not form.is_valid():
            problems = {
                name: [str(message) for message in messages] for name, messages in form.errors.items()
            }
            return JsonResponse({"errors": problems}, status=400)
        query = form.query()
        found = find(query=query, reader=reader, request=request, institutions=form.labels["institution"])
        if query.page > max(1, found.stretch.paginator.num_pages):
            # Not 404: outside the languages' addresses the site answers that with a redirection.
            return _refused(_("There are not so many pages of results."), status=400)
        return JsonResponse(_answer(found, form, request), headers={"Content-Language": reader})


@open_to_all
def openapi(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document of this interface."""
    return JsonResponse(document(request.build_absolute_uri("/")))


def _refused(sentence: str, *, status: int) -> JsonResponse:
    return JsonResponse({"errors": {"": [sentence]}}, status=status)


def _answer(found: Results, form: SearchForm, request: HttpRequest) -> dict[str, Any]:
    return {
        "total": found.stretch.paginator.count,
        "page": found.stretch.number,
        "pages": found.stretch.paginator.num_pages if found.stretch.paginator.count else 0,
        "limited": found.is_limited,
        "results": [_result(result, request) for result in found.stretch],
        "facets": _facets(found.counts, form),
    }


def _result(result: Result, request: HttpRequest) -> dict[str, Any]:
    return {
        "url": request.build_absolute_uri(result.url),
        "kind": result.kind.value,
        "language": result.language,
        "title": _plain(result.title),
        "snippet": _plain(result.snippet),
        "institution": result.lead,
        "partners": result.partners,
        "course": result.course,
        "cues": [
            {
                "seconds": cue.seconds,
                "language": cue.language,
                "text": _plain(cue.text),
                "url": request.build_absolute_uri(cue.url),
            }
            for cue in result.cues
        ],
    }


def _plain(marked: str) -> str:
    return unescape(strip_tags(marked))


def _facets(counts: Counts, form: SearchForm) -> dict[str, list[dict[str, Any]]]:
    return {
        facet.name: [
            {"code": code, "label": form.labels[facet.name].get(code, code), "count": number}
            for code, number in sorted(
                counts.get(facet.name, {}).items(), key=lambda pair: (-pair[1], pair[0])
            )
        ]
        for facet in FACETS
    }
