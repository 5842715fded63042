"""Segmenting admin search on PostgreSQL."""

from django.contrib.postgres.search import SearchQuery
from django.utils.functional import cached_property
from modelsearch.backends.database.postgres import postgres as stock
from modelsearch.index import AutocompleteField, SearchField
from modelsearch.query import Phrase, PlainText

from search.admin_backend.queries import Leaf, TellingQueries, operator
from search.analyzer import Match, Unit, half_typed, tokens, units
from search.engines.postgres import expression


class SegmentingIndexer(stock.ObjectIndexer):
    """Hands tokens to the index instead of text."""

    def as_vector(self, texts, for_autocomplete=False):
        cut = [(" ".join(tokens(text, stemmed=not for_autocomplete)), weight) for text, weight in texts]
        return super().as_vector(cut, for_autocomplete=for_autocomplete)

    @cached_property
    def autocomplete(self):
        # Everything and not the title alone: the explorer and the choosers only ever ask to
        # complete, and editors also look for pages by what is in them. Weights keep titles first.
        prepared = (found for field in self.search_fields for found in self.prepare_field(self.obj, field))
        kinds = (SearchField, AutocompleteField)
        texts = [(value, weight) for field, weight, value in prepared if isinstance(field, kinds)]
        return self.as_vector(texts, for_autocomplete=True)


# `PostgresIndex.add_items` names the class itself and offers no hook. The site has one backend.
stock.ObjectIndexer = SegmentingIndexer


class SegmentingCompiler(stock.PostgresSearchQueryCompiler):
    completes = False

    def build_tsquery_content(self, query, config=None, invert=False):
        if isinstance(query, PlainText | Phrase):
            return SearchQuery(self._tsquery(query), search_type="raw", config=config, invert=invert)
        return super().build_tsquery_content(query, config=config, invert=invert)

    def _tsquery(self, query: Leaf) -> str:
        asked = units(query.query_string, stemmed=not self.completes)
        sign = {"and": " & ", "or": " | "}[operator(query)]
        return sign.join(f"({self._expression(unit)})" for unit in asked)

    def _expression(self, unit: Unit) -> str:
        if self.completes and unit.match is Match.WORD:
            return " | ".join(f"'{beginning}':*" for beginning in half_typed(unit))
        return expression(unit)


class SegmentingCompleter(SegmentingCompiler, stock.PostgresAutocompleteQueryCompiler):
    completes = True


class SegmentingPostgresBackend(TellingQueries, stock.PostgresSearchBackend):
    query_compiler_class = SegmentingCompiler
    autocomplete_query_compiler_class = SegmentingCompleter

    def __init__(self, params):
        # 'simple': the tokens are stems already.
        super().__init__({"SEARCH_CONFIG": "simple", **params})
