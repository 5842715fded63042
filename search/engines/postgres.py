"""PostgreSQL: literal tsvectors (its own parser never sees the text), ranked by rarity."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from math import log

from django.db import connection

from search.analyzer import Match, Unit, tokens
from search.ask import RELATED_WEIGHT, Ask
from search.engines.base import CUES_PER_PAGE, DOCUMENTS, DatabaseEngine, rows
from search.engines.found import FoundCue
from search.models import SearchCue, SearchDocument

CUES = SearchCue._meta.db_table
# Weights of ts_rank for D, C, B, A: body, unused, summary, title.
WEIGHTS = "{0.125, 0.125, 0.375, 1.0}"
CHEAP_UNITS = 3  # for which unpacking a vector each time costs less than a copy
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
                        vector(zip(document.open_tokens, "ABD", strict=True)),
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
        # "|| ''" unpacks the vector once and not for every unit, but copies it.
        alone = "d.vector || ''" if len(ask.units) > CHEAP_UNITS else "d.vector"
        text = "d.vector || d.answers_vector" if ask.with_answers else alone
        ranks = " + ".join("%s * ts_rank(%s::float4[], v, %s::tsquery, 1)" for _ in ask.units)
        # What is required was asked for: a document that has it has a unit.
        groups = [_any(units) for units in ask.required or (ask.units,)]
        where = " AND ".join(_stands(ask.with_answers) for _group in groups)
        asked = [group for group in groups for _vector in _vectors(ask.with_answers)]
        sql = f"""
            SELECT page_id FROM (
                SELECT d.page_id, {text} AS v FROM {DOCUMENTS} d WHERE {where} OFFSET 0
            ) matched ORDER BY {ranks} DESC, page_id
        """  # noqa: S608
        weighed = chain(((unit, 1.0) for unit in ask.asked), ((unit, RELATED_WEIGHT) for unit in ask.related))
        values = chain.from_iterable(
            (weight * rarity(ask.documents_with.get(unit, 0), library), WEIGHTS, expression(unit))
            for unit, weight in weighed
        )
        return [row[0] for row in rows(sql, [*asked, *values])]

    def holding(self, units: Sequence[Unit], *, with_answers: bool = False) -> set[int]:
        sql = f"SELECT d.page_id FROM {DOCUMENTS} d WHERE {_stands(with_answers)}"  # noqa: S608
        return {row[0] for row in rows(sql, [_any(units)] * len(_vectors(with_answers)))}

    def cues(self, page_ids: Sequence[int], units: Sequence[Unit], *, language: str) -> list[FoundCue]:
        if not page_ids or not units:
            return []
        sql = f"""
            WITH placed AS (
                SELECT document_id, language, start, text, ROW_NUMBER() OVER (
                    PARTITION BY document_id ORDER BY language <> %s, ts_rank(vector, asked, 1) DESC, start
                ) AS place
                FROM {CUES}, (SELECT %s::tsquery AS asked) a
                WHERE document_id = ANY(%s) AND vector @@ asked
            )
            SELECT document_id, language, start, text FROM placed
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

    def with_tokens(self, page_ids: Collection[int]) -> set[int]:
        sql = f"SELECT page_id FROM {DOCUMENTS} WHERE vector <> '' AND page_id = ANY(%s)"  # noqa: S608
        return {row[0] for row in rows(sql, [list(page_ids)])}

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
    mark = f"{'*' if unit.match is Match.PREFIX else ''}{weight}"
    return " <-> ".join(f"'{token}'{mark and ':'}{mark}" for token in unit.tokens)


def begun(unit: Unit) -> str:
    """The same in a title, and everything that begins so."""
    *before, last = unit.tokens
    return " <-> ".join([*(f"'{token}':A" for token in before), f"'{last}':*A"])


def vector(texts: Iterable[tuple[Iterable[str], str]]) -> str:
    """The literal tsvector of tokens with their weights.

    Past PostgreSQL's last position a word is still found, but no phrase; past its size nothing is.
    """
    places: dict[str, list[str]] = {}
    position, size = 0, 0
    for text, weight in texts:
        for token in text:
            position = min(position + 1, LAST_POSITION)
            size += 3 if token in places else len(token.encode()) + 7
            if size > MAX_BYTES:
                break
            places.setdefault(token, []).append(f"{position}{weight}")
        position = min(position + 1, LAST_POSITION)  # no phrase runs from one part into the next
    return " ".join(f"'{token}':{','.join(found)}" for token, found in places.items())
