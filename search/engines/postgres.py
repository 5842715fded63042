"""PostgreSQL: a literal tsvector (its own parser never sees the text), ranked by rarity."""

from collections.abc import Sequence
from itertools import chain

from django.db import connection

from search.analyzer import Match, Unit, tokens
from search.engines.base import DOCUMENTS, Engine
from search.models import SearchDocument

# Weights of ts_rank for D, C, B, A: body, unused, summary, title.
WEIGHTS = "{0.125, 0.125, 0.375, 1.0}"
# PostgreSQL's own limits: positions end at 16383, a tsvector at one megabyte.
LAST_POSITION = 16_383
MAX_BYTES = 900_000


class PostgresEngine(Engine):
    def index(self, document: SearchDocument) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {DOCUMENTS} SET vector = %s::tsvector WHERE page_id = %s",  # noqa: S608
                [vector(document), document.pk],
            )

    def delete(self, page_id: int) -> None:
        """Nothing to do: the vector is a column of the document and goes with it."""

    def hits(self, units: Sequence[Unit]) -> tuple[str, list[object]]:
        # ts_rank does not know how rare a word is; weighing each unit by its rarity lifted nDCG@10
        # in English from .39 to .56 (SEARCH.md). The rarity is bm25's; 1 in ts_rank divides by the
        # logarithm of the length.
        asked = ", ".join("(%s::int, %s::tsquery)" for _ in units)
        sql = f"""
            asked (number, query) AS (VALUES {asked}),
            found AS MATERIALIZED (
                SELECT d.page_id, a.number, ts_rank(%s::float4[], d.vector, a.query, 1) AS rank
                FROM asked a JOIN {DOCUMENTS} d ON d.vector @@ a.query
            ),
            rarity AS (
                SELECT number, ln(1 + (n.all_documents - count(*) + 0.5) / (count(*) + 0.5)) AS idf
                FROM found, (SELECT count(*) AS all_documents FROM {DOCUMENTS}) n
                GROUP BY number, n.all_documents
            ),
            hits (page_id, score) AS (
                SELECT page_id, sum(rank * idf)
                FROM found JOIN rarity USING (number) GROUP BY page_id
            )
        """  # noqa: S608
        numbered = ((number, expression(unit)) for number, unit in enumerate(units))
        return sql, [*chain.from_iterable(numbered), WEIGHTS]


def expression(unit: Unit) -> str:
    """One unit as a tsquery. Tokens hold letters and digits alone, so quotes suffice."""
    sign = ":*" if unit.match is Match.PREFIX else ""
    return " <-> ".join(f"'{token}'{sign}" for token in unit.tokens)


def vector(document: SearchDocument) -> str:
    """The literal tsvector of a document.

    Past PostgreSQL's last position a word is still found, but no phrase; past its size nothing is.
    """
    places: dict[str, list[str]] = {}
    position, size = 0, 0
    for text, weight in ((document.title, "A"), (document.summary, "B"), (document.body, "D")):
        for token in tokens(text):
            position = min(position + 1, LAST_POSITION)
            size += 3 if token in places else len(token.encode()) + 7
            if size > MAX_BYTES:
                break
            places.setdefault(token, []).append(f"{position}{weight}")
        position = min(position + 1, LAST_POSITION)  # no phrase runs from one part into the next
    return " ".join(f"'{token}':{','.join(found)}" for token, found in places.items())
