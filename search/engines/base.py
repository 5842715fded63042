"""What every engine can do, and the half of the query that is the same for all."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from wagtail.models import Page

from search.analyzer import Unit
from search.models import SearchDocument

DOCUMENTS = SearchDocument._meta.db_table


@dataclass(frozen=True)
class Found:
    """Ids of the pages of one stretch of results, best first, and the number of all results."""

    total: int
    page_ids: list[int]


class Engine(ABC):
    """Keeps the tokens of the search documents and finds the documents that hold them."""

    @abstractmethod
    def index(self, document: SearchDocument) -> None:
        """Store the tokens of `document`, which is already saved, in place of any older ones."""

    @abstractmethod
    def delete(self, page_id: int) -> None:
        """Forget the tokens of one document."""

    @abstractmethod
    def hits(self, units: Sequence[Unit]) -> tuple[str, list[object]]:
        """SQL of common table expressions that end with `hits(page_id, score)`; its parameters."""

    def search(
        self, units: Sequence[Unit], *, reader: str, kind: str, language: str, start: int, size: int
    ) -> Found:
        """Documents with any of `units`: those in the language `reader` first, then by score.

        One entry per page and its translations, the reader's own wins. An empty `kind` or
        `language` means all.
        """
        if not units:
            return Found(total=0, page_ids=[])
        hits, parameters = self.hits(units)
        # Only names of tables and the engine's own SQL are put together; values are parameters.
        # The page is joined although only live pages are in the index: visibility is asked twice.
        sql = f"""
            WITH {hits},
            visible AS (
                SELECT h.page_id, h.score, d.translation_key,
                    CASE WHEN d.language = %s THEN 1 ELSE 0 END AS own
                FROM hits h
                JOIN {DOCUMENTS} d ON d.page_id = h.page_id
                JOIN {Page._meta.db_table} p ON p.id = h.page_id
                WHERE p.live AND (d.kind = %s OR %s = '') AND (d.language = %s OR %s = '')
            ),
            copies AS (
                SELECT page_id, score, own, ROW_NUMBER() OVER (
                    PARTITION BY translation_key ORDER BY own DESC, score DESC, page_id
                ) AS place
                FROM visible
            )
            SELECT page_id, COUNT(*) OVER () FROM copies WHERE place = 1
            ORDER BY own DESC, score DESC, page_id LIMIT %s OFFSET %s
        """  # noqa: S608
        values = [*parameters, reader, kind, kind, language, language, size, start]
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            rows = cursor.fetchall()
        return Found(total=rows[0][1] if rows else 0, page_ids=[row[0] for row in rows])
