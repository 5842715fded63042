"""From a query to what a reader is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page as Stretch
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.safestring import SafeString

from search import analyzer
from search.documents import findable
from search.engines import current_engine
from search.enums import Kind
from search.highlight import highlight, snippet
from search.models import SearchDocument
from search.query import Query

PER_PAGE = 20


@dataclass(frozen=True)
class Result:
    """One entry of the list of results."""

    url: str
    kind: Kind
    language: str
    in_reader_language: bool
    title: SafeString
    snippet: SafeString
    institution: str


def find(*, query: Query, reader: str, request: HttpRequest) -> Stretch:
    """One page of results; `reader` is the language of the request. Four queries.

    Its number may lie beyond the last page: then it is empty.
    """
    units = analyzer.units(query.text)
    found = current_engine().search(
        units,
        reader=reader,
        kind=query.kind,
        language=query.language,
        start=(query.page - 1) * PER_PAGE,
        size=PER_PAGE,
    )
    entries = _load(found.page_ids, units=units, reader=reader, request=request)
    return Stretch(entries, query.page, Paginator(range(found.total), PER_PAGE))


def _load(
    page_ids: list[int], *, units: Sequence[analyzer.Unit], reader: str, request: HttpRequest
) -> list[Result]:
    if not page_ids:
        return []
    documents = SearchDocument.objects.select_related("institution").in_bulk(page_ids)
    # Asked again of the pages: an index that lags behind must not show what was withdrawn.
    pages = findable().filter(pk__in=page_ids).select_related("locale").in_bulk()
    found = []
    for page_id in page_ids:
        document, page = documents.get(page_id), pages.get(page_id)
        url = page.get_url(request) if page else None
        if document and url:
            found.append(
                Result(
                    url=url,
                    kind=Kind(document.kind),
                    language=document.language,
                    in_reader_language=document.language == reader,
                    title=highlight(document.title, units),
                    snippet=_best_snippet(document, units),
                    institution=str(document.institution or ""),
                )
            )
    return found


def _best_snippet(document: SearchDocument, units: Sequence[analyzer.Unit]) -> SafeString:
    """Of the summary if the query is found there, else of the text, else the summary's start."""
    best = [snippet(text, units) for text in (document.summary, document.body) if text]
    return next((found for found in best if "<mark>" in found), best[0] if best else SafeString(""))
