"""Help beside results: other spellings, fewer filters, what else can be done when nothing was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from search.answering import answer
from search.query import Query
from search.results import Results, asking
from search.spelling import meant


@dataclass(frozen=True)
class Way:
    """Another query, how it reads, and how many results it has."""

    label: str
    query: Query
    total: int


@dataclass(frozen=True)
class Guidance:
    """`only_excluded`: the query says what must not be found, and nothing else."""

    meant: Way | None = None
    without: list[Way] = field(default_factory=list)
    only_excluded: bool = False


def to(*, query: Query, found: Results, labels: Mapping[str, Mapping[str, str]], reader: str) -> Guidance:
    """Nothing where everything that was typed was found."""
    total = found.stretch.paginator.count
    if not query.text or (total and not found.is_strange):
        return Guidance()
    better = meant(query.text)
    way = _way(better, query.saying(better), reader) if better else None
    without = []
    if not total:
        for name, code in query.filters.items():
            without.append(_way(labels[name].get(code, code), query.without(name), reader))
    return Guidance(
        meant=way if way and way.total else None,
        without=[each for each in without if each.total],
        only_excluded=not found.ask.units and bool(found.ask.excluded),
    )


def _way(label: str, query: Query, reader: str) -> Way:
    found, _is_limited = answer(replace(asking(query, reader=reader), size=0))
    return Way(label, query, found.total)
