"""Segmenting admin search on SQLite FTS5."""

from django.db.models import Value
from django.utils.functional import cached_property
from modelsearch.backends.database.sqlite import sqlite as stock
from modelsearch.backends.database.sqlite.query import SearchQueryExpression
from modelsearch.index import AutocompleteField, SearchField
from modelsearch.query import Phrase, PlainText

from search.admin_backend.queries import Leaf, TellingQueries, operator
from search.analyzer import Match, Unit, half_typed, tokens, units
from search.engines.sqlite import expression


class SegmentingIndexer(stock.ObjectIndexer):
    """Hands tokens to the index instead of text."""

    @cached_property
    def title(self) -> str:
        return " ".join(tokens(self._text(SearchField, is_title=True)))

    @cached_property
    def body(self) -> str:
        return " ".join(tokens(self._text(SearchField, is_title=False)))

    @cached_property
    def autocomplete(self) -> str:
        # Everything and not the title alone: the explorer and the choosers only ever ask to
        # complete, and editors also look for pages by what is in them.
        texts = [
            self._text((SearchField, AutocompleteField), is_title=is_title) for is_title in (True, False)
        ]
        return " ".join(tokens("\n".join(texts), stemmed=False))

    def _text(self, kinds, *, is_title: bool) -> str:
        prepared = (found for field in self.search_fields for found in self.prepare_field(self.obj, field))
        return "\n".join(
            value
            for field, value in prepared
            if isinstance(field, kinds) and (field.field_name == "title") is is_title
        )


# `SQLiteIndex.add_items` names the class itself and offers no hook. The site has one backend.
stock.ObjectIndexer = SegmentingIndexer


class SegmentingCompiler(stock.SQLiteSearchQueryCompiler):
    completes = False

    def build_search_query_content(self, query, config=None):
        if isinstance(query, PlainText | Phrase):
            return SearchQueryExpression(Value(self._match(query)))
        return super().build_search_query_content(query, config=config)

    def _match(self, query: Leaf) -> str:
        asked = units(query.query_string, stemmed=not self.completes)
        sign = {"and": " AND ", "or": " OR "}[operator(query)]
        return sign.join(f"({self._expression(unit)})" for unit in asked)

    def _expression(self, unit: Unit) -> str:
        if self.completes and unit.match is Match.WORD:
            return " OR ".join(f'"{beginning}"*' for beginning in half_typed(unit))
        return expression(unit)


class SegmentingCompleter(SegmentingCompiler, stock.SQLiteAutocompleteQueryCompiler):
    completes = True
    FTS_TABLE_FIELDS = ["autocomplete", "title"]  # twice: what is in the title ranks first


class SegmentingSqliteBackend(TellingQueries, stock.SQLiteSearchBackend):
    query_compiler_class = SegmentingCompiler
    autocomplete_query_compiler_class = SegmentingCompleter
