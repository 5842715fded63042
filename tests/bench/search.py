"""How fast the search is, beside the engines' own queries and beside Wagtail's stock search, in one run.

    python -m tests.bench.search 25000
    DATABASE_URL=postgres://… ELASTICSEARCH_TEST_URL=http://… python -m tests.bench.search 25000

SQLite always; PostgreSQL and Elasticsearch where the environment names them. The database of a URL should be
an empty one. Wagtail's stock search stands beside both databases; its backend for Elasticsearch asks a server
for what the one of the tests has not. The figures of one machine say little; the ratios of one run do.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 12
SLOW = 2_000  # milliseconds; nobody needs to see that twice
BATCH = 500
QUERIES = {
    "one word": ["jaundice", "intussusception", "黄疸", "肠套叠"],
    "two characters": ["黄疸", "发热"],
    "phrase": ["川崎病", "Kawasaki disease", '"Kawasaki disease"'],
    "rare": ["嗜铬细胞瘤", "pheochromocytoma"],
    "common": ["发热", "fever"],
    "no hit": ["马方综合征", "xylophone"],
    "facets chosen": ["发热", "fever"],
    "late page": ["发热", "fever"],
}
LATE = 150
CHOSEN = {"kind": "page", "audience": "resident"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="?", type=int, default=25_000)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        measure(options.documents)
        return
    server = os.environ.get("ELASTICSEARCH_TEST_URL", "")
    with tempfile.TemporaryDirectory() as folder:
        _measure_inside(options.documents, folder, f"sqlite:///{folder}/bench.sqlite3", server)
    if database := os.environ.get("DATABASE_URL"):
        with tempfile.TemporaryDirectory() as folder:
            _measure_inside(options.documents, folder, database, "")


def _measure_inside(number: int, folder: str, database: str, server: str) -> None:
    """In a process of its own: settings are read once."""
    variables = {
        "DATABASE_URL": database,
        "PEDCOMMONS_VAR": folder,
        "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
        "ELASTICSEARCH_TEST_URL": server,
        "ELASTICSEARCH_URL": "",
        "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}",
    }
    subprocess.run(
        [sys.executable, "-m", "tests.bench.search", str(number), "--inside"],
        env=os.environ | variables,
        cwd=ROOT,
        check=True,
    )


def measure(number: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from tests.bench import library

    call_command("migrate", verbosity=0)
    print(f"{number} documents on {connection.vendor}", flush=True)
    library.fill(number)
    rates = {"ours": library.index(), "stock": library.index_stock()}
    _print_rates(rates)
    library.tidy()
    _queries()
    if server := os.environ["ELASTICSEARCH_TEST_URL"]:
        _elastic(server)


def _queries() -> None:
    from django.db import connection

    from home.models import StandardPage
    from search.engines import database_engine
    from search.query import Query
    from search.results import asking

    engine = database_engine()

    def ours(text: str, filters: dict, page: int) -> Callable[[], object]:
        query = Query(text=text, filters=filters, page=page)
        return lambda: engine.search(asking(query, reader="zh-hans"))

    def raw(text: str, page: int) -> Callable[[], object]:
        sql, values = _raw(text, page)
        return lambda: _fetch(sql, values)

    @cache
    def stock(text: str) -> list[float]:
        """Once for each text: it knows neither facets nor later pages, and may take minutes."""
        return _timed([lambda: list(StandardPage.objects.live().search(text.strip('"'))[:20])], rounds=3)

    print(
        f"\n{connection.vendor:18}{'ours p50':>10}{'p95':>8}{'raw p50':>10}{'p95':>8}{'ratio p95':>11}{'stock p50':>11}{'p95':>8}   ms"
    )
    for kind, texts in QUERIES.items():
        filters = CHOSEN if kind == "facets chosen" else {}
        page = LATE if kind == "late page" else 1
        _print_row(
            kind,
            _timed([ours(text, filters, page) for text in texts]),
            _timed([raw(text, page) for text in texts]),
            [time for text in texts for time in stock(text)],
        )
    _cues(engine)


def _raw(text: str, page: int) -> tuple[str, list]:
    """What somebody would write by hand for the same words: twenty of the best."""
    from django.db import connection

    from search.engines import postgres, sqlite
    from search.query import Query
    from search.results import asking

    asked = asking(Query(text=text), reader="zh-hans").units
    if connection.vendor == "sqlite":
        match = " OR ".join(map(sqlite.expression, asked))
        return (
            f"SELECT rowid FROM search_fts WHERE search_fts MATCH %s ORDER BY bm25(search_fts, {sqlite.WEIGHTS}) LIMIT 20 OFFSET %s",
            [match, 20 * (page - 1)],
        )
    query = " | ".join(f"({postgres.expression(unit)})" for unit in asked)
    return (
        "SELECT page_id FROM search_searchdocument, (SELECT %s::tsquery AS q) a WHERE vector @@ q "
        "ORDER BY ts_rank(vector, q, 1) DESC LIMIT 20 OFFSET %s",
        [query, 20 * (page - 1)],
    )


def _cues(engine) -> None:
    from django.db import connection

    from search.analyzer import units
    from search.models import SearchCue

    lectures = list(
        SearchCue.objects.order_by("document_id").values_list("document_id", flat=True).distinct()[:20]
    )
    said = [
        text[:2] for text in SearchCue.objects.filter(language="zh-hans").values_list("text", flat=True)[:4]
    ]
    said += [
        text.split()[0] for text in SearchCue.objects.filter(language="en").values_list("text", flat=True)[:4]
    ]
    table = {
        "sqlite": "SELECT rowid FROM search_cue_fts WHERE search_cue_fts MATCH %s ORDER BY rank LIMIT 60",
        "postgresql": "SELECT id FROM search_searchcue, (SELECT %s::tsquery AS q) a WHERE vector @@ q "
        "ORDER BY ts_rank(vector, q, 1) DESC LIMIT 60",
    }[connection.vendor]
    quoted = {"sqlite": '"{}"', "postgresql": "'{}'"}[connection.vendor]
    _print_row(
        f"cues of {SearchCue.objects.count()}",
        _timed([lambda text=text: engine.cues(lectures, units(text), language="en") for text in said]),
        _timed([lambda text=text: _fetch(table, [quoted.format(units(text)[0].tokens[0])]) for text in said]),
        None,
    )


def _elastic(server: str) -> None:
    from search import consistency
    from search.ask import Ask
    from search.engines.elastic import ElasticEngine
    from search.engines.elastic_query import FIELDS, any_of, unit_query
    from search.facets import FACETS
    from search.models import SearchDocument
    from search.query import Query
    from search.results import asking

    engine = ElasticEngine(server, "bench")
    engine.client.options(ignore_status=404).indices.delete(index=engine.unfinished())
    started = time.perf_counter()
    for _done in consistency.rebuild_server(engine):
        pass
    print(
        f"\nElasticsearch: {SearchDocument.objects.count() / (time.perf_counter() - started):.0f} documents indexed a second"
    )

    def raw(text: str, page: int) -> Callable[[], object]:
        ask: Ask = asking(Query(text=text), reader="zh-hans")
        query = any_of(unit_query(unit, FIELDS, 1.0) for unit in ask.units)
        counts = {facet.name: {"terms": {"field": facet.column}} for facet in FACETS}
        return lambda: engine.client.search(
            index=engine.alias, query=query, aggs=counts, from_=20 * (page - 1), size=20, source=False
        )

    print(f"{'elasticsearch':18}{'ours p50':>10}{'p95':>8}{'raw p50':>10}{'p95':>8}{'ratio p95':>11}")
    for kind, texts in QUERIES.items():
        filters = CHOSEN if kind == "facets chosen" else {}
        page = LATE if kind == "late page" else 1
        asks = [asking(Query(text=text, filters=filters, page=page), reader="zh-hans") for text in texts]
        _print_row(
            kind,
            _timed([lambda ask=ask: engine.search(ask) for ask in asks]),
            _timed([raw(text, page) for text in texts]),
            None,
        )


def _fetch(sql: str, values: Sequence) -> list:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _timed(calls: Sequence[Callable[[], object]], *, rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of each call in each round, after one that counts only where it took seconds."""
    found = []
    for call in calls:
        first = _milliseconds(call)
        found += [first] if first > SLOW else [_milliseconds(call) for _round in range(rounds)]
    return found


def _milliseconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1_000


def _p95(found: Sequence[float]) -> float:
    return statistics.quantiles(found, n=20, method="inclusive")[-1] if len(found) > 1 else found[0]


def _print_rates(rates: dict[str, float]) -> None:
    print(
        f"indexed a second: ours {rates['ours']:.0f} (description and captions included), stock {rates['stock']:.0f}",
        flush=True,
    )


def _print_row(kind: str, ours: list[float], raw: list[float], stock: list[float] | None) -> None:
    row = f"{kind:18}{statistics.median(ours):10.1f}{_p95(ours):8.1f}{statistics.median(raw):10.1f}{_p95(raw):8.1f}{_p95(ours) / _p95(raw):11.1f}"
    if stock:
        row += f"{statistics.median(stock):11.1f}{_p95(stock):8.1f}"
    print(row, flush=True)


if __name__ == "__main__":
    main()
