"""What every engine can do, and the half of it that both databases share."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import closing

from django.db import connection
from wagtail.models import Page, PageViewRestriction

from search import columns
from search.analyzer import Unit
from search.ask import Ask
from search.engines.found import Found, FoundCue
from search.models import SearchDocument

PAGES = Page._meta.db_table
DOCUMENTS = SearchDocument._meta.db_table
CUES_PER_PAGE = 3


class Engine(ABC):
    """Finds the documents that hold what is asked for."""

    @abstractmethod
    def search(self, ask: Ask) -> Found:
        """One stretch of the results, those in the reader's language first, then by score.

        One entry per page and its translations, the reader's own wins. The counts of a facet ignore
        the choice made in it.
        """


class DatabaseEngine(Engine):
    """Keeps the tokens in the database, where the documents are."""

    @abstractmethod
    def index(self, documents: Sequence[SearchDocument]) -> None:
        """Store the tokens of `documents` and their captions, already saved; older ones are forgotten before."""

    @abstractmethod
    def delete(self, page_ids: Sequence[int]) -> None:
        """Forget the tokens of documents and their captions; before these are deleted."""

    @abstractmethod
    def ranked(self, ask: Ask, *, library: int) -> list[int]:
        """All pages that hold what is asked for, best first; `library` is how many pages there are at all."""

    @abstractmethod
    def holding(self, units: Sequence[Unit], *, with_answers: bool = False) -> set[int]:
        """The pages that hold any of `units`."""

    @abstractmethod
    def cues(self, page_ids: Sequence[int], units: Sequence[Unit], *, language: str) -> list[FoundCue]:
        """The captions of these pages that hold most of `units`: three a page, those in `language`
        before others, in order of time."""

    @abstractmethod
    def titles(self, units: Sequence[Unit], *, language: str, size: int) -> list[int]:
        """Pages in whose titles all of `units` stand, the last one perhaps half-typed; short titles first."""

    @abstractmethod
    def counted(self) -> str:
        """SQL that selects all tokens of open text, in how many documents each stands, and ''."""

    @abstractmethod
    def incomplete(self) -> set[int]:
        """Pages of whose text, answers or captions there are no tokens; also those that have no letters."""

    def search(self, ask: Ask) -> Found:
        if not ask.units:
            return Found()
        facets = columns.current()
        return facets.found(self.ranked(ask, library=facets.width), ask, hidden=self.hidden(ask))

    def hidden(self, ask: Ask) -> set[int]:
        """Pages that must not be found, whatever they hold."""
        # Only live pages are in the index; asked once more, because what was withdrawn must be gone
        # even if the index was not told.
        hidden = hidden_pages()
        if ask.excluded:
            # What was not wanted in one language is not wanted in the other one either.
            unwanted = self.holding(ask.excluded, with_answers=ask.with_answers)
            hidden |= columns.current().with_translations(unwanted)
        return hidden


def hidden_pages() -> set[int]:
    """Pages in the index that are not live, or in a branch that is not open to everybody.

    From the few that are hidden to the many documents: SQLite would go the other way round, hence CROSS JOIN.
    """
    sql = f"""
        SELECT d.page_id FROM {PAGES} p CROSS JOIN {DOCUMENTS} d WHERE NOT p.live AND d.page_id = p.id
        UNION
        SELECT d.page_id FROM {PageViewRestriction._meta.db_table} r
        CROSS JOIN {PAGES} top CROSS JOIN {PAGES} p CROSS JOIN {DOCUMENTS} d
        WHERE top.id = r.page_id AND p.path LIKE top.path || '%%' AND d.page_id = p.id
    """  # noqa: S608
    return {row[0] for row in rows(sql, [])}


def rows(sql: str, parameters: Sequence[object]) -> list[tuple]:
    """Rows of a statement put together from names of tables and the engine's own SQL; values are parameters."""
    with closing(connection.cursor()) as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
