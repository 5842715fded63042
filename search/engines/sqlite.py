"""SQLite: FTS5 tables of tokens, ranked by bm25. Answers of cases have a table of their own."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import connection

from search.analyzer import Match, Unit, half_typed, tokens
from search.ask import RELATED_WEIGHT, Ask
from search.engines.base import CUES_PER_PAGE, DOCUMENTS, DatabaseEngine, rows
from search.engines.found import FoundCue
from search.models import SearchCue, SearchDocument
from search.models.document import OPEN_TEXT

TABLE = "search_fts"
ANSWER_TABLE = "search_answer_fts"
CUE_TABLE = "search_cue_fts"
CUES = SearchCue._meta.db_table
# A word in the title says more of a page than one in its text: weights of the open texts.
WEIGHTS = "8.0, 3.0, 1.0, 0.2"


class SqliteEngine(DatabaseEngine):
    def index(self, documents: Sequence[SearchDocument]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT OR REPLACE INTO {TABLE} (rowid, {', '.join(OPEN_TEXT)}) VALUES (%s, %s, %s, %s, %s)",  # noqa: S608
                [(document.pk, *map(" ".join, document.open_tokens)) for document in documents],
            )
            cursor.executemany(
                f"INSERT OR REPLACE INTO {ANSWER_TABLE} (rowid, text) VALUES (%s, %s)",  # noqa: S608
                [(document.pk, _cut(document.answers)) for document in documents if document.answers],
            )
            cues = SearchCue.objects.filter(document__in=[document.pk for document in documents])
            cursor.executemany(
                f"INSERT OR REPLACE INTO {CUE_TABLE} (rowid, text) VALUES (%s, %s)",  # noqa: S608
                [(pk, _cut(text)) for pk, text in cues.values_list("pk", "text")],
            )

    def delete(self, page_ids: Sequence[int]) -> None:
        pages = [(page_id,) for page_id in page_ids]
        with connection.cursor() as cursor:
            for table in (TABLE, ANSWER_TABLE):
                cursor.executemany(f"DELETE FROM {table} WHERE rowid = %s", pages)  # noqa: S608
            cursor.executemany(
                f"DELETE FROM {CUE_TABLE} WHERE rowid IN (SELECT id FROM {CUES} WHERE document_id = %s)",  # noqa: S608
                pages,
            )

    def ranked(self, ask: Ask, *, library: int) -> list[int]:
        tables = {TABLE: f"{TABLE}, {WEIGHTS}"} | ({ANSWER_TABLE: ANSWER_TABLE} if ask.with_answers else {})
        parts, values = [], []
        # FTS5 cannot weigh a part of a query: other names are asked for in a query of their own.
        for units, weight in ((ask.asked, 1.0), (ask.related, RELATED_WEIGHT)):
            for table, weighed in tables.items() if units else ():
                parts.append(f"SELECT rowid, bm25({weighed}) * %s FROM {table} WHERE {table} MATCH %s")  # noqa: S608
                values += [weight, match(units, ask)]
        found = rows(" UNION ALL ".join(parts), values)
        # Adding up here takes half the time that grouping takes there.
        scores: dict[int, float] = dict(found)
        if len(scores) < len(found):
            scores = defaultdict(float)
            for page, score in found:
                scores[page] += score
        # The better a match, the lower its bm25 here.
        ranked = sorted(scores, key=scores.__getitem__)
        if ask.with_answers and ask.required:
            # One word may stand in the open text and another one in the answers.
            held = [self.holding(group, with_answers=True) for group in ask.required]
            return [page for page in ranked if all(page in pages for pages in held)]
        return ranked

    def holding(self, units: Sequence[Unit], *, with_answers: bool = False) -> set[int]:
        tables = (TABLE, ANSWER_TABLE) if with_answers else (TABLE,)
        parts = [f"SELECT rowid FROM {table} WHERE {table} MATCH %s" for table in tables]  # noqa: S608
        return {row[0] for row in rows(" UNION ALL ".join(parts), [_any(units)] * len(parts))}

    def cues(self, page_ids: Sequence[int], units: Sequence[Unit], *, language: str) -> list[FoundCue]:
        if not page_ids or not units:
            return []
        marks = ", ".join(["%s"] * len(page_ids))
        sql = f"""
            WITH hits AS MATERIALIZED (
                SELECT rowid AS id, bm25({CUE_TABLE}) AS score FROM {CUE_TABLE} WHERE {CUE_TABLE} MATCH %s
            ),
            placed AS (
                SELECT c.document_id, c.language, c.start, c.text, c.video, ROW_NUMBER() OVER (
                    PARTITION BY c.document_id ORDER BY c.language <> %s, h.score, c.start
                ) AS place
                FROM hits h CROSS JOIN {CUES} c ON c.id = h.id WHERE c.document_id IN ({marks})
            )
            SELECT document_id, language, start, text, video FROM placed
            WHERE place <= {CUES_PER_PAGE} ORDER BY document_id, start
        """  # noqa: S608
        return [FoundCue(*row) for row in rows(sql, [_any(units), language, *page_ids])]

    def titles(self, units: Sequence[Unit], *, language: str, size: int) -> list[int]:
        if not units:
            return []
        *typed, last = units
        asked = " AND ".join([*map(expression, typed), begun(last)])
        sql = f"""
            SELECT d.page_id FROM {TABLE} f JOIN {DOCUMENTS} d ON d.page_id = f.rowid
            WHERE {TABLE} MATCH %s
            ORDER BY d.language <> %s, length(d.title), d.page_id LIMIT %s
        """  # noqa: S608
        return [row[0] for row in rows(sql, [f"title : ({asked})", language, size])]

    def incomplete(self) -> set[int]:
        sql = f"""
            SELECT page_id FROM {DOCUMENTS} WHERE page_id NOT IN (SELECT rowid FROM {TABLE})
            UNION SELECT page_id FROM {DOCUMENTS}
            WHERE answers <> '' AND page_id NOT IN (SELECT rowid FROM {ANSWER_TABLE})
            UNION SELECT document_id FROM {CUES} WHERE id NOT IN (SELECT rowid FROM {CUE_TABLE})
        """  # noqa: S608
        return {row[0] for row in rows(sql, [])}

    def counted(self) -> str:
        with connection.cursor() as cursor:
            cursor.execute(
                "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_vocabulary "
                f"USING fts5vocab('main', '{TABLE}', 'row')"
            )
        return "SELECT term, doc, '' FROM temp.search_vocabulary"


def _cut(text: str) -> str:
    return " ".join(tokens(text))


def match(units: Sequence[Unit], ask: Ask) -> str:
    """Any of `units`, in documents that hold what is required."""
    required = () if ask.with_answers else ask.required
    return " AND ".join(f"({_any(group)})" for group in (units, *required))


def _any(units: Iterable[Unit]) -> str:
    return " OR ".join(expression(unit) for unit in units)


def expression(unit: Unit) -> str:
    """One unit in the language of MATCH. Tokens hold letters and digits alone: quotes suffice."""
    quoted = f'"{" ".join(unit.tokens)}"'
    return f"{quoted}*" if unit.is_open else quoted


def begun(unit: Unit) -> str:
    """The same, and everything that begins so."""
    if unit.match is Match.WORD:
        beginnings = " OR ".join(f'"{beginning}"*' for beginning in half_typed(unit))
        return f"({beginnings})"
    return f'"{" ".join(unit.tokens)}"*'
