"""In how many documents each token stands: how rare a word is, and how it is spelt."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.db import connection, transaction

from search.analyzer import Unit, spellings, words
from search.engines.database import database_engine
from search.enums import Part
from search.models import SearchDocument, Stamp, Term
from search.models.document import OPEN_TEXT

TABLE = Term._meta.db_table


class Census:
    """What a change of some documents does to the counts."""

    def __init__(self) -> None:
        self._change: Counter[str] = Counter()
        self._words: set[str] = set()

    def add(self, document: SearchDocument) -> None:
        self._words |= words("\n".join(document.open_text))
        self._change.update(_tokens(document))

    def remove(self, document: SearchDocument) -> None:
        self._change.subtract(_tokens(document))

    def record(self) -> None:
        """Write it down. In the order of the tokens: two writers never wait for each other."""
        written = spellings(self._words)
        rows = [
            (token, written.get(token, ""), number)
            for token, number in sorted(self._change.items())
            if number
        ]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE} (token, spelling, documents) VALUES (%s, %s, %s) "  # noqa: S608
                f"ON CONFLICT (token) DO UPDATE SET documents = {TABLE}.documents + excluded.documents",
                rows,
            )
        Term.objects.filter(documents__lte=0).delete()


@transaction.atomic
def recount() -> None:
    """Count everything anew from what the engine stores; quicker than a census of many documents."""
    Stamp.renew(Part.DOCUMENTS)
    written: set[str] = set()
    for texts in SearchDocument.objects.values_list(*OPEN_TEXT).iterator(chunk_size=500):
        written |= words("\n".join(texts))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608
        counted = database_engine().counted()
        cursor.execute(f"INSERT INTO {TABLE} (token, documents, spelling) {counted}")
        cursor.executemany(
            f"UPDATE {TABLE} SET spelling = %s WHERE token = %s",  # noqa: S608
            [(word, token) for token, word in spellings(written).items()],
        )


def miscounted() -> int:
    """How many tokens are counted wrongly, compared with what the engine stores."""
    counted = database_engine().counted()
    sql = f"""
        WITH counted (token, documents, spelling) AS ({counted})
        SELECT (SELECT count(*) FROM counted LEFT JOIN {TABLE} t USING (token)
                WHERE t.documents IS NULL OR t.documents <> counted.documents)
             + (SELECT count(*) FROM {TABLE} t WHERE t.token NOT IN (SELECT token FROM counted))
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.fetchone()[0])


def _tokens(document: SearchDocument) -> set[str]:
    return set().union(*document.open_tokens)


def numbers(asked: Iterable[str]) -> dict[str, int]:
    """In how many documents each of these tokens stands; none for those in no document. One query."""
    return dict(Term.objects.filter(token__in=set(asked)).values_list("token", "documents"))


def documents_with(units: Iterable[Unit], known: Mapping[str, int]) -> dict[Unit, int]:
    """At most how many documents hold each unit: as many as its rarest token.

    A single character at the end is looked for inside of pairs; it counts as common.
    """
    common = max(known.values(), default=0)
    return {
        unit: min(
            (known.get(token, 0) for token in unit.tokens[: -1 if unit.is_open else None]), default=common
        )
        for unit in units
    }
