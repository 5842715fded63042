"""What both vendors do with an editor's query before it is compiled."""

from modelsearch.backends.base import EmptySearchResults
from modelsearch.query import And, Not, Or, Phrase, PlainText, SearchQuery

from search.analyzer import units

Leaf = PlainText | Phrase
MOST_PARTS = 8


def telling(query: str | SearchQuery) -> str | SearchQuery | None:
    """`query` without parts that hold no letter; None when nothing is left to search for."""
    match query:
        case str():
            return query if units(query) else None
        case PlainText() | Phrase():
            return query if units(query.query_string) else None
        case And() | Or():
            found = {repr(part): part for sub in query.subqueries if (part := telling(sub)) is not None}
            # Stock asks for each of them once more for every page that is found.
            parts = list(found.values())[:MOST_PARTS]
            return type(query)(parts) if parts else None
        case Not():
            inner = telling(query.subquery)
            return None if inner is None else Not(inner)
    return query


def operator(query: Leaf) -> str:
    """How the units of `query` are combined; a quoted phrase asks for all of them."""
    return query.operator if isinstance(query, PlainText) else "and"


class TellingQueries:
    """Mixin of a backend: a query of signs alone finds nothing instead of failing."""

    def _search(self, query_compiler_class, query, model_or_queryset, **kwargs):
        query = telling(query)
        if query is None:
            return EmptySearchResults()
        return super()._search(query_compiler_class, query, model_or_queryset, **kwargs)
