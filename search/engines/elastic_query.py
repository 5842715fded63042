"""What Elasticsearch is told and asked, and how its answer is read: dictionaries, no connection."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from search import facets
from search.analyzer import Match, Unit, tokens
from search.ask import RELATED_WEIGHT, Ask
from search.engines.found import Counts, Found
from search.facets import FACETS, YES, Facet, RecentFacet
from search.models import SearchDocument

# Adds to the score of a document in the reader's language: more than any score, and little enough for
# the 24 bits of a score to keep its digits.
OWN_LANGUAGE = 1000.0
# A word in the title says more of a page than one in its text.
FIELDS = {"title": 3.0, "summary": 1.5, "body": 1.0, "absent": 0.2}
ANSWERS = {"answers": 1.0}
SHOWN = "shown"
MOST_CODES = 500  # of one facet
MOST_TERMS = 60_000  # of one condition; servers refuse more than 65,536
MOST_BEGUN = 5_000  # tokens that begin with the last character of a phrase
LAST_RESULT = 200_020  # 10,000 pages of 20
TEXT = {"type": "text", "analyzer": "whitespace"}
KEYWORD = {"type": "keyword"}
MAPPING = {
    "dynamic": "strict",
    "properties": {
        "page": {"type": "long"},
        "group": {"type": "long"},
        "published": {"type": "double"},
        "digest": KEYWORD,
        **{facet.column: {"type": "date"} if isinstance(facet, RecentFacet) else KEYWORD for facet in FACETS},
        **dict.fromkeys((*FIELDS, *ANSWERS), TEXT),
    },
}


def source(document: SearchDocument) -> dict[str, Any]:
    """A document as it is stored."""
    cut = zip((*FIELDS, *ANSWERS), (*document.open_tokens, tokens(document.answers)), strict=True)
    return {
        "page": document.pk,
        # Counting numbers is twice as quick as counting texts; a long has 63 bits and a sign.
        "group": document.translation_key.int >> 65,
        "published": document.published_at.timestamp() if document.published_at else 0.0,
        "digest": document.digest,
        **{facet.column: _stored(facet, document) for facet in FACETS},
        **{name: " ".join(found) for name, found in cut},
    }


def _stored(facet: Facet, document: SearchDocument) -> object:
    value = getattr(document, facet.column)
    return value if isinstance(facet, RecentFacet) else list(facet.codes(value, facets.today()))


def request(ask: Ask, hidden: Iterable[int]) -> dict[str, Any]:
    fields = FIELDS | (ANSWERS if ask.with_answers else {})
    wanted = [
        *(unit_query(unit, fields, 1.0) for unit in ask.asked),
        *(unit_query(unit, fields, RELATED_WEIGHT) for unit in ask.related),
    ]
    chosen = {facet: code for facet in FACETS if (code := ask.filters.get(facet.name))}
    own = {"constant_score": {"filter": {"term": {"language": ask.reader}}, "boost": OWN_LANGUAGE}}
    by_score = [{"_score": "desc"}, {"page": "asc"}]
    return {
        "query": {
            "bool": {
                "must": [any_of(wanted)],
                "should": [own],
                "filter": [any_of(unit_query(unit, fields, 1.0) for unit in group) for group in ask.required],
                "must_not": _any_page(sorted(hidden)),
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


def _any_page(pages: Sequence[int]) -> list[dict]:
    return [
        {"terms": {"page": pages[start : start + MOST_TERMS]}} for start in range(0, len(pages), MOST_TERMS)
    ]


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


def any_of(queries: Iterable[dict]) -> dict:
    return {"bool": {"should": list(queries), "minimum_should_match": 1}}


def unit_query(unit: Unit, fields: Mapping[str, float], weight: float) -> dict:
    if unit.match is Match.PREFIX:
        return any_of(
            {"prefix": {name: {"value": unit.text, "boost": weight * boost}}}
            for name, boost in fields.items()
        )
    # The rarity of a phrase is the sum of its tokens'; the other engines count it once.
    share = weight / len(unit.tokens)
    said = {"query": " ".join(unit.tokens)}
    kind = "match_phrase"
    if unit.is_open:
        kind, said = "match_phrase_prefix", said | {"max_expansions": MOST_BEGUN}
    return any_of({kind: {name: said | {"boost": share * boost}}} for name, boost in fields.items())


def found(answer: Mapping[str, Any], ask: Ask) -> Found:
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
