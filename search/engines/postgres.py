"""PostgreSQL: literal tsvectors (its own parser never sees the text), ranked by rarity."""

from collections.abc import Iterable, Sequence
from math import log

from django.db import connection

from search.analyzer import Match, Unit, half_typed, tokens
from search.ask import RELATED_WEIGHT, Ask
from search.engines.base import CUES_PER_PAGE, DOCUMENTS, DatabaseEngine, rows
from search.engines.found import FoundCue
from search.models import SearchCue, SearchDocument

CUES = SearchCue._meta.db_table
# Weights of ts_rank for D, C, B, A: body, what is absent, summary, title.
WEIGHTS = "{0.125, 0.025, 0.375, 1.0}"
# PostgreSQL's own limits: positions end at 16383, a tsvector at one megabyte.
LAST_POSITION = 16_383
MAX_BYTES = 900_000


class PostgresEngine(DatabaseEngine):
    def index(self, documents: Sequence[SearchDocument]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                f"UPDATE {DOCUMENTS} SET vector = %s::tsvector, answers_vector = %s::tsvector WHERE page_id = %s",  # noqa: S608
                [
                    (
                        vector(zip(document.open_tokens, "ABDC", strict=True)),
                        vector([(tokens(document.answers), "D")]),
                        document.pk,
                    )
                    for document in documents
                ],
            )
            cues = SearchCue.objects.filter(document__in=[document.pk for document in documents])
            cursor.executemany(
                f"UPDATE {CUES} SET vector = %s::tsvector WHERE id = %s",  # noqa: S608
                [(vector([(tokens(text), "D")]), pk) for pk, text in cues.values_list("pk", "text")],
            )

    def delete(self, page_ids: Sequence[int]) -> None:
        """Nothing to do: the vectors are columns of the documents and captions and go with them."""

    def ranked(self, ask: Ask, *, library: int) -> list[int]:
        # ts_rank does not know how rare a word is; weighing each unit by its rarity lifted nDCG@10
        # in English from .39 to .56. The rarity is bm25's; 1 divides by the logarithm of the length.
        # Each unit is asked for by itself: unpacking a vector is what takes the time, and so only
        # those are unpacked that hold the unit (four names of a disease: 40 ms and not 83).
        text = "d.vector || d.answers_vector" if ask.with_answers else "d.vector"
        stands = _stands(ask.with_answers)
        where = " AND ".join([stands, *(stands for _group in ask.required)])
        part = f"""
            SELECT d.page_id, %s * ts_rank(%s::float4[], {text}, %s::tsquery, 1) AS score
            FROM {DOCUMENTS} d WHERE {where}
        """  # noqa: S608
        vectors = len(_vectors(ask.with_answers))
        required = [_any(group) for group in ask.required for _vector in range(vectors)]
        parts, values = [], []
        for units, share in ((ask.asked, 1.0), (ask.related, RELATED_WEIGHT)):
            for unit in units:
                weight = share * rarity(ask.documents_with.get(unit, 0), library)
                asked = expression(unit)
                parts.append(part)
                values += [weight, WEIGHTS, asked, *[asked] * vectors, *required]
        sql = f"""
            SELECT page_id FROM ({" UNION ALL ".join(parts)}) found
            GROUP BY page_id ORDER BY sum(score) DESC, page_id
        """  # noqa: S608
        return [row[0] for row in rows(sql, values)]

    def holding(self, units: Sequence[Unit], *, with_answers: bool = False) -> set[int]:
        sql = f"SELECT d.page_id FROM {DOCUMENTS} d WHERE {_stands(with_answers)}"  # noqa: S608
        return {row[0] for row in rows(sql, [_any(units)] * len(_vectors(with_answers)))}

    def cues(self, page_ids: Sequence[int], units: Sequence[Unit], *, language: str) -> list[FoundCue]:
        if not page_ids or not units:
            return []
        sql = f"""
            WITH placed AS (
                SELECT document_id, language, start, text, video, ROW_NUMBER() OVER (
                    PARTITION BY document_id ORDER BY language <> %s, ts_rank(vector, asked, 1) DESC, start
                ) AS place
                FROM {CUES}, (SELECT %s::tsquery AS asked) a
                WHERE document_id = ANY(%s) AND vector @@ asked
            )
            SELECT document_id, language, start, text, video FROM placed
            WHERE place <= {CUES_PER_PAGE} ORDER BY document_id, start
        """  # noqa: S608
        return [FoundCue(*row) for row in rows(sql, [language, _any(units), list(page_ids)])]

    def titles(self, units: Sequence[Unit], *, language: str, size: int) -> list[int]:
        if not units:
            return []
        *typed, last = units
        asked = " & ".join(f"({part})" for part in [*(expression(unit, "A") for unit in typed), begun(last)])
        sql = f"""
            SELECT page_id FROM {DOCUMENTS} WHERE vector @@ %s::tsquery
            ORDER BY language <> %s, length(title), page_id LIMIT %s
        """  # noqa: S608
        return [row[0] for row in rows(sql, [asked, language, size])]

    def incomplete(self) -> set[int]:
        sql = f"""
            SELECT page_id FROM {DOCUMENTS} WHERE vector = '' OR (answers <> '' AND answers_vector = '')
            UNION SELECT document_id FROM {CUES} WHERE vector = ''
        """  # noqa: S608
        return {row[0] for row in rows(sql, [])}

    def counted(self) -> str:
        return f"SELECT word, ndoc, '' FROM ts_stat('SELECT vector FROM {DOCUMENTS}')"  # noqa: S608


def rarity(documents: int, number: int) -> float:
    """The idf of bm25 for something that stands in `documents` of `number` documents."""
    documents = min(documents, number)
    return log(1 + (number - documents + 0.5) / (documents + 0.5))


def _vectors(with_answers: bool) -> tuple[str, ...]:
    return ("d.vector", "d.answers_vector") if with_answers else ("d.vector",)


def _stands(with_answers: bool) -> str:
    """The condition that a query of its own stands in any of the texts."""
    return f"({' OR '.join(f'{vector} @@ %s::tsquery' for vector in _vectors(with_answers))})"


def _any(units: Iterable[Unit]) -> str:
    return " | ".join(f"({expression(unit)})" for unit in units)


def expression(unit: Unit, weight: str = "") -> str:
    """One unit as a tsquery. Tokens hold letters and digits alone, so quotes suffice."""
    *before, last = unit.tokens
    mark = f"{'*' if unit.is_open else ''}{weight}"
    parts = [*(_marked(token, weight) for token in before), _marked(last, mark)]
    return " <-> ".join(parts)


def _marked(token: str, mark: str) -> str:
    return f"'{token}':{mark}" if mark else f"'{token}'"


def begun(unit: Unit) -> str:
    """The same in a title, and everything that begins so."""
    if unit.match is Match.WORD:
        return " | ".join(_marked(beginning, "*A") for beginning in half_typed(unit))
    *before, last = unit.tokens
    return " <-> ".join([*(_marked(token, "A") for token in before), _marked(last, "*A")])


def vector(texts: Iterable[tuple[Iterable[str], str]]) -> str:
    """The literal tsvector of tokens with their weights.

    Past PostgreSQL's last position a word is still found, but no phrase; past its size nothing is.
    """
    places: dict[str, str] = {}
    position, size = 0, 0
    for text, weight in texts:
        for token in text:
            position = min(position + 1, LAST_POSITION)
            if token in places:
                size += 3
                places[token] += f",{position}{weight}"
            else:
                size += len(token.encode()) + 7
                places[token] = f"{position}{weight}"
            if size > MAX_BYTES:
                break
        position = min(position + 1, LAST_POSITION)  # no phrase runs from one part into the next
    return " ".join([f"'{token}':{found}" for token, found in places.items()])
