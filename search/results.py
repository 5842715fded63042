"""From a query to what a reader is shown."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.core.paginator import Page as Stretch
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import pgettext
from wagtail.models import Page

from home.webvtt import clock
from search import analyzer, glossary, terms
from search.analyzer import Unit
from search.answering import answer
from search.ask import Ask, Clause, candidates, loosened, read
from search.documents import findable
from search.engines import Counts, FoundCue, database_engine
from search.enums import Kind, Order
from search.facets import labels_of
from search.highlight import highlight, snippet
from search.models import SearchCue, SearchDocument
from search.query import Query

PER_PAGE = 20


@dataclass(frozen=True)
class Saying:
    """A caption that holds what was sought, and the address at which the video says it."""

    seconds: int
    url: str
    language: str
    text: SafeString

    @property
    def clock(self) -> str:
        return clock(self.seconds)


@dataclass(frozen=True)
class Result:
    """One entry of the list of results."""

    url: str
    kind: Kind
    language: str
    in_reader_language: bool
    title: SafeString
    snippet: SafeString
    lead: str
    partners: list[str]
    course: str = ""
    # Where results are put in the order of it.
    published: date | None = None
    cues: list[Saying] = field(default_factory=list)

    @property
    def partners_listed(self) -> str:
        return _listed(self.partners)


@dataclass(frozen=True)
class Results:
    """One page of results with the counts of the facets.

    `stretch` may lie beyond the last page: then it is empty. `is_limited`: the search server did
    not answer, the database did. `is_loose`: no page has the words as they were typed. `strange`:
    those of them that stand nowhere; `is_strange`: there are such, or pieces of sentences.
    """

    stretch: Stretch
    counts: Counts
    ask: Ask
    is_limited: bool
    is_loose: bool = False
    strange: Sequence[str] = ()
    is_strange: bool = False

    @property
    def is_partial(self) -> bool:
        """Whether something that was typed was not found as it was typed."""
        return self.is_strange or self.is_loose

    @property
    def strange_listed(self) -> str:
        return _listed(f"“{word}”" for word in self.strange)


def _listed(names: Iterable[str]) -> str:
    return pgettext("between names", ", ").join(names)


def find(
    *, query: Query, reader: str, request: HttpRequest, institutions: Mapping[str, str] | None = None
) -> Results:
    """One page of results; `reader` is the language of the request, `institutions` their names by slug."""
    names = labels_of("institution") if institutions is None else institutions
    ask = asking(query, reader=reader)
    found, is_limited = answer(ask)
    is_loose = False
    if not found.total and (looser := asking(query, reader=reader, is_loose=True)).clauses != ask.clauses:
        found, is_limited = answer(looser)
        ask, is_loose = looser, bool(found.total)
    strange = _strange(ask)
    entries = _load(found.page_ids, ask=ask, names=names, request=request)
    return Results(
        stretch=Stretch(entries, query.page, Paginator(range(found.total), PER_PAGE)),
        counts=found.counts,
        ask=ask,
        is_limited=is_limited,
        is_loose=is_loose,
        strange=[_as_typed(clause.typed, query.text) for clause in strange if not clause.is_piece],
        is_strange=bool(strange),
    )


def _as_typed(folded: str, text: str) -> str:
    """With the capitals of the query."""
    found = re.search(re.escape(folded), text, re.IGNORECASE)
    return found.group() if found else folded


def _strange(ask: Ask) -> list[Clause]:
    """What was typed and stands in no open text, in none of its names."""
    if ask.with_answers:
        return []  # the words of answers are not counted
    return [
        clause
        for clause in ask.clauses
        if clause.typed and not any(ask.documents_with.get(unit) for unit in clause.every)
    ]


def asking(query: Query, *, reader: str, is_loose: bool = False) -> Ask:
    """What is asked of the engine. Three queries at most."""
    known = terms.numbers(analyzer.tokens(query.text[: analyzer.MAX_QUERY]))
    wish = read(query.text, glossary=glossary.current(), known=known)
    if is_loose:
        wish = loosened(wish)
    every = {unit for clause in wish.clauses for unit in clause.every}
    others = {token for unit in every for token in unit.tokens} - known.keys()
    if any(clause.related for clause in wish.clauses):
        known |= terms.numbers(others)
    documents_with = terms.documents_with(every, known)
    return Ask(
        clauses=wish.clauses,
        required=candidates(wish, documents_with),
        excluded=wish.excluded,
        filters=query.filters,
        reader=reader,
        with_answers=query.with_answers,
        newest_first=query.order == Order.NEWEST,
        start=(query.page - 1) * PER_PAGE,
        size=PER_PAGE,
        documents_with=documents_with,
    )


def _load(page_ids: list[int], *, ask: Ask, names: Mapping[str, str], request: HttpRequest) -> list[Result]:
    if not page_ids:
        return []
    documents = SearchDocument.objects.in_bulk(page_ids)
    # Asked again of the pages: an index that lags behind must not show what was withdrawn.
    pages = findable().filter(pk__in=page_ids).select_related("locale").in_bulk()
    courses = _courses_of([page for page in pages.values() if documents[page.pk].kind == Kind.LESSON])
    said = _said([pk for pk in page_ids if pk in documents and documents[pk].has_video], ask)
    found = []
    for page_id in page_ids:
        document, page = documents.get(page_id), pages.get(page_id)
        url = page.get_url(request) if page else None
        if document and url:
            lead, *partners = [names[slug] for slug in document.institutions.split() if slug in names] or [""]
            found.append(
                Result(
                    url=url,
                    kind=Kind(document.kind),
                    language=document.language,
                    in_reader_language=document.language == ask.reader,
                    title=highlight(document.title, ask.units),
                    snippet=_best_snippet(document, ask),
                    lead=lead,
                    partners=partners,
                    course=courses.get(page_id, ""),
                    published=_day(document) if ask.newest_first else None,
                    cues=[_saying(cue, url, document.kind, ask.units) for cue in said.get(page_id, ())],
                )
            )
    return found


def _day(document: SearchDocument) -> date | None:
    return timezone.localtime(document.published_at).date() if document.published_at else None


def _courses_of(lessons: Sequence[Page]) -> dict[int, str]:
    """Titles of the courses of these lessons."""
    paths = {lesson.pk: lesson.path[: -Page.steplen] for lesson in lessons}
    titles = dict(Page.objects.live().filter(path__in=paths.values()).values_list("path", "title"))
    return {pk: titles[path] for pk, path in paths.items() if path in titles}


def _said(with_video: Sequence[int], ask: Ask) -> Mapping[int, list[FoundCue]]:
    """Captions by page: in the reader's language, or in another one if nothing was said in it."""
    said: dict[int, list[FoundCue]] = {}
    for cue in database_engine().cues(with_video, ask.units, language=ask.reader):
        said.setdefault(cue.page_id, []).append(cue)
    own = {page: [cue for cue in cues if cue.language == ask.reader] for page, cues in said.items()}
    foreign = [cue for page, cues in said.items() if not own[page] for cue in cues]
    translated = _at_the_same_time(foreign, ask.reader) if foreign else {}
    return {page: own[page] or translated.get(page) or cues for page, cues in said.items()}


def _at_the_same_time(cues: Sequence[FoundCue], language: str) -> dict[int, list[FoundCue]]:
    """By page, what the captions in `language` say where these begin. One query."""
    spoken = SearchCue.objects.filter(document__in={cue.page_id for cue in cues}, language=language)
    found: dict[int, dict[FoundCue, None]] = {}
    for own in spoken.order_by("document", "start"):
        if any(
            (cue.page_id, cue.video) == (own.document_id, own.video) and own.start <= cue.start < own.end
            for cue in cues
        ):
            cue = FoundCue(own.document_id, language, own.start, own.text, own.video)
            found.setdefault(own.document_id, {})[cue] = None
    return {page: list(cues) for page, cues in found.items()}


def _saying(cue: FoundCue, url: str, kind: str, units: Sequence[Unit]) -> Saying:
    seconds = int(cue.start)
    # A lecture has one player; of other pages the video itself must be named.
    place = f"?t={seconds}" if kind == Kind.LECTURE else f"?video={cue.video}&t={seconds}#video-{cue.video}"
    return Saying(
        seconds=seconds,
        url=url + place,
        language=cue.language,
        text=highlight(cue.text, units),
    )


def _best_snippet(document: SearchDocument, ask: Ask) -> SafeString:
    """Of the summary if the query is found there, else of the text, else the summary's start."""
    answers = document.answers if ask.with_answers else ""
    texts = [document.summary, document.body, answers, document.absent]
    best = [snippet(text, ask.units, first=len(ask.asked)) for text in texts if text]
    return next((found for found in best if "<mark>" in found), best[0] if best else SafeString(""))
