"""SQLite: an FTS5 table of tokens, ranked by bm25."""

from collections.abc import Sequence

from django.db import connection

from search.analyzer import Match, Unit, tokens
from search.engines.base import Engine
from search.models import SearchDocument

TABLE = "search_fts"
# A word in the title says more of a page than one in its text: weights of title, summary, body.
WEIGHTS = "8.0, 3.0, 1.0"


class SqliteEngine(Engine):
    def index(self, document: SearchDocument) -> None:
        columns = [" ".join(tokens(text)) for text in (document.title, document.summary, document.body)]
        self.delete(document.pk)
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {TABLE} (rowid, title, summary, body) VALUES (%s, %s, %s, %s)",  # noqa: S608
                [document.pk, *columns],
            )

    def delete(self, page_id: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE} WHERE rowid = %s", [page_id])  # noqa: S608

    def hits(self, units: Sequence[Unit]) -> tuple[str, list[object]]:
        # Materialized, or SQLite may fold the scan into the joins, where bm25() is refused.
        sql = f"""
            hits (page_id, score) AS MATERIALIZED (
                SELECT rowid, -bm25({TABLE}, {WEIGHTS}) FROM {TABLE} WHERE {TABLE} MATCH %s
            )
        """  # noqa: S608
        return sql, [" OR ".join(expression(unit) for unit in units)]


def expression(unit: Unit) -> str:
    """One unit in the language of MATCH. Tokens hold letters and digits alone: quotes suffice."""
    quoted = f'"{" ".join(unit.tokens)}"'
    return f"{quoted}*" if unit.match is Match.PREFIX else quoted
