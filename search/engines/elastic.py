"""Elasticsearch: the same tokens under its `whitespace` analyzer; one index behind an alias.

It ranks, counts and narrows. Texts, captions and titles stay with the database, which also answers
whenever the server does not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch, UnsupportedProductError
from elasticsearch.helpers import bulk

from search import facets
from search.analyzer import ANALYZER_VERSION, Match, Unit, tokens
from search.ask import RELATED_WEIGHT, Ask
from search.engines.base import Engine, hidden_pages
from search.engines.found import Counts, Found
from search.facets import FACETS, YES, Facet, RecentFacet
from search.models import SearchDocument

# Seconds for a whole answer: with the database's own it must stay below one and a half.
PATIENCE = 1.0
PATIENCE_FOR_BULK = 30.0
# Adds to the score of a document in the reader's language: more than any score, and little enough for
# the 24 bits of a score to keep its digits.
OWN_LANGUAGE = 1000.0
# A word in the title says more of a page than one in its text.
FIELDS = {"title": 3.0, "summary": 1.5, "body": 1.0}
ANSWERS = {"answers": 1.0}
SHOWN = "shown"
MOST_CODES = 500  # of one facet
LAST_RESULT = 200_020  # 10,000 pages of 20
TEXT = {"type": "text", "analyzer": "whitespace"}
KEYWORD = {"type": "keyword"}
MAPPING = {
    "dynamic": "strict",
    "properties": {
        "page": {"type": "long"},
        "group": KEYWORD,
        "published": {"type": "double"},
        "digest": KEYWORD,
        **{facet.column: {"type": "date"} if isinstance(facet, RecentFacet) else KEYWORD for facet in FACETS},
        **dict.fromkeys((*FIELDS, *ANSWERS), TEXT),
    },
}


class Unanswered(Exception):
    """The server is down, slow, busy or broken. Anything else that it refuses is a bug of ours."""


@dataclass
class ElasticEngine(Engine):
    """The server at `url`; its documents live behind the alias `name`."""

    url: str = field(default_factory=lambda: settings.ELASTICSEARCH_URL)
    name: str = field(default_factory=lambda: settings.ELASTICSEARCH_INDEX)

    def __post_init__(self) -> None:
        self.client = Elasticsearch(self.url, request_timeout=PATIENCE, max_retries=0, retry_on_timeout=False)

    def search(self, ask: Ask) -> Found:
        if not ask.units:
            return Found()
        with _faults():
            answer = self.client.search(index=self.name, **_request(ask, hidden_pages()))
        return _found(answer.body, ask)

    def send(
        self,
        documents: Iterable[SearchDocument],
        *,
        gone: Iterable[int],
        versions: Mapping[int, int],
        index: str = "",
    ) -> None:
        """Store documents and delete those of pages `gone`, unless the server has a newer version of them."""
        sent = (
            {"_op_type": "index", "_id": document.pk, "_source": source(document)} for document in documents
        )
        deleted = ({"_op_type": "delete", "_id": page_id} for page_id in gone)
        actions = (
            action
            | {"_index": index or self.name, "version": versions[action["_id"]], "version_type": "external"}
            for action in (*sent, *deleted)
        )
        with _faults():
            _number, errors = bulk(
                self.client.options(request_timeout=PATIENCE_FOR_BULK if len(versions) > 1 else PATIENCE),
                actions,
                refresh=True,
                raise_on_error=False,
                # Or the server would make an index of that name, with a mapping of its own invention.
                require_alias=not index,
            )
        if refused := [error for error in errors if not _is_fine(error)]:
            # Its kind alone: the whole of it may hold what was to be stored.
            raise Unanswered(str({_kind(error) for error in refused}))

    def digests(self, index: str = "") -> Iterator[tuple[int, str]]:
        """What is stored: pages with the digests of their documents."""
        after: list | None = None
        while True:
            with _faults():
                answer = self.client.options(request_timeout=PATIENCE_FOR_BULK).search(
                    index=index or self.name,
                    size=5_000,
                    sort=[{"page": "asc"}],
                    source=["digest"],
                    **({"search_after": after} if after else {}),
                )
            hits = answer["hits"]["hits"]
            yield from ((int(hit["_id"]), hit["_source"]["digest"]) for hit in hits)
            if not hits:
                return
            after = hits[-1]["sort"]

    def unfinished(self) -> str:
        """The index of an interrupted rebuild, or a new one; nobody searches it yet."""
        with _faults():
            found = self.client.indices.get(
                index=f"{self.name}-{ANALYZER_VERSION}-*", ignore_unavailable=True
            )
            waiting = sorted(name for name, state in found.items() if not state["aliases"])
            if waiting:
                return waiting[-1]
            name = f"{self.name}-{ANALYZER_VERSION}-{datetime.now(UTC):%Y%m%d%H%M%S%f}"
            self.client.options(request_timeout=PATIENCE_FOR_BULK).indices.create(
                index=name,
                mappings=MAPPING,
                settings={"number_of_shards": 1, "number_of_replicas": 0, "max_result_window": LAST_RESULT},
            )
        return name

    def publish(self, index: str) -> None:
        """Let the alias lead to `index`, in one step, and delete the others."""
        with _faults():
            client = self.client.options(request_timeout=PATIENCE_FOR_BULK)
            others = [name for name in client.indices.get(index=f"{self.name}-*") if name != index]
            client.indices.update_aliases(
                actions=[
                    *({"remove_index": {"index": other}} for other in others),
                    {"add": {"index": index, "alias": self.name}},
                ]
            )


class _faults:
    """Turns whatever says that the server is ill into Unanswered."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind, error, _traceback) -> None:
        ill = isinstance(error, TransportError | UnsupportedProductError)
        if isinstance(error, ApiError):
            # 404: the index has not been built yet.
            ill = error.status_code in (404, 429) or error.status_code >= 500
        if ill:
            raise Unanswered(type(error).__name__) from error


def _is_fine(error: dict[str, Any]) -> bool:
    """What was to be deleted is not there, or somebody has stored a newer version."""
    (answer,) = error.values()
    return answer.get("status") == 409 or answer.get("result") == "not_found"


def _kind(error: dict[str, Any]) -> str:
    (answer,) = error.values()
    told = answer.get("error")
    return told.get("type", "error") if isinstance(told, dict) else "error"


def source(document: SearchDocument) -> dict[str, Any]:
    """A document as it is stored."""
    cut = zip((*FIELDS, *ANSWERS), (*document.open_tokens, tokens(document.answers)), strict=True)
    return {
        "page": document.pk,
        "group": str(document.translation_key),
        "published": document.published_at.timestamp() if document.published_at else 0.0,
        "digest": document.digest,
        **{facet.column: _stored(facet, document) for facet in FACETS},
        **{name: " ".join(found) for name, found in cut},
    }


def _stored(facet: Facet, document: SearchDocument) -> object:
    value = getattr(document, facet.column)
    return value if isinstance(facet, RecentFacet) else list(facet.codes(value, facets.today()))


def _request(ask: Ask, hidden: Iterable[int]) -> dict[str, Any]:
    fields = FIELDS | (ANSWERS if ask.with_answers else {})
    wanted = [
        *(_unit(unit, fields, 1.0) for unit in ask.asked),
        *(_unit(unit, fields, RELATED_WEIGHT) for unit in ask.related),
    ]
    chosen = {facet: code for facet in FACETS if (code := ask.filters.get(facet.name))}
    own = {"constant_score": {"filter": {"term": {"language": ask.reader}}, "boost": OWN_LANGUAGE}}
    by_score = [{"_score": "desc"}, {"page": "asc"}]
    return {
        "query": {
            "bool": {
                "must": [_any(wanted)],
                "should": [own],
                "filter": [_any(_unit(unit, fields, 1.0) for unit in group) for group in ask.required],
                "must_not": [
                    *(_unit(unit, fields, 1.0) for unit in ask.excluded),
                    {"terms": {"page": sorted(hidden)}},
                ],
            }
        },
        "post_filter": {"bool": {"filter": [_choice(facet, code) for facet, code in chosen.items()]}},
        "sort": [{"published": "desc"}, {"page": "asc"}] if ask.newest_first else by_score,
        # One entry for a page and its translations: by score the first is the reader's own. By date it
        # may be another one, so the best is asked for; that takes a query for each entry.
        "collapse": {"field": "group"}
        | (
            {"inner_hits": {"name": SHOWN, "size": 1, "sort": by_score, "_source": False}}
            if ask.newest_first
            else {}
        ),
        "from": ask.start,
        "size": ask.size,
        "source": False,
        "track_total_hits": False,
        "aggs": {
            "total": _narrowed([_choice(facet, code) for facet, code in chosen.items()], {"pages": PAGES}),
            **{
                facet.name: _narrowed(
                    [_choice(other, code) for other, code in chosen.items() if other is not facet],
                    {"codes": _counted(facet)},
                )
                for facet in FACETS
            },
        },
    }


# Exact up to 40,000 results, then an estimate.
PAGES = {"cardinality": {"field": "group", "precision_threshold": 40_000}}


def _narrowed(filters: Sequence[dict], counted: dict) -> dict:
    return {"filter": {"bool": {"filter": list(filters)}}, "aggs": counted}


def _counted(facet: Facet) -> dict:
    if isinstance(facet, RecentFacet):
        return {"filters": {"filters": {YES: _choice(facet, YES)}}, "aggs": {"pages": PAGES}}
    return {"terms": {"field": facet.column, "size": MOST_CODES}, "aggs": {"pages": PAGES}}


def _choice(facet: Facet, code: str) -> dict:
    if isinstance(facet, RecentFacet):
        return {"range": {facet.column: {"gt": facets.since(facets.today()).isoformat()}}}
    return {"term": {facet.column: code}}


def _any(queries: Iterable[dict]) -> dict:
    return {"bool": {"should": list(queries), "minimum_should_match": 1}}


def _unit(unit: Unit, fields: Mapping[str, float], weight: float) -> dict:
    if unit.match is Match.PREFIX:
        return _any(
            {"prefix": {name: {"value": unit.text, "boost": weight * boost}}}
            for name, boost in fields.items()
        )
    # The rarity of a phrase is the sum of its tokens'; the other engines count it once.
    share = weight / len(unit.tokens)
    said = " ".join(unit.tokens)
    return _any(
        {"match_phrase": {name: {"query": said, "boost": share * boost}}} for name, boost in fields.items()
    )


def _found(answer: Mapping[str, Any], ask: Ask) -> Found:
    counted = answer["aggregations"]
    counts: Counts = {}
    for facet in FACETS:
        buckets = counted[facet.name]["codes"]["buckets"]
        pairs = buckets.items() if isinstance(buckets, dict) else ((each["key"], each) for each in buckets)
        counts[facet.name] = {code: number for code, bucket in pairs if (number := bucket["pages"]["value"])}
    hits = answer["hits"]["hits"]
    if ask.newest_first:
        hits = [hit["inner_hits"][SHOWN]["hits"]["hits"][0] for hit in hits]
    return Found(
        total=counted["total"]["pages"]["value"], page_ids=[int(hit["_id"]) for hit in hits], counts=counts
    )
