"""How fast the search is, beside the engines' own queries and beside Wagtail's stock search, in one run.

    python -m tests.bench.search 25000            # SQLite
    DATABASE_URL=postgres://… python -m tests.bench.search 25000
    ELASTICSEARCH_TEST_URL=http://… python -m tests.bench.search 25000   # one of them, and Elasticsearch

The figures of one machine say little; the ratios of one run do. The database of a URL should be an empty one.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 12
BATCH = 500
QUERIES = {
    "one word": ["jaundice", "intussusception", "黄疸", "肠套叠"],
    "two characters": ["黄疸", "发热"],
    "phrase": ["川崎病", "Kawasaki disease", '"Kawasaki disease"'],
    "rare": ["嗜铬细胞瘤", "pheochromocytoma"],
    "common": ["发热", "fever"],
    "no hit": ["马方综合征", "xylophone"],
    "facets chosen": ["发热", "fever"],
}
CHOSEN = {"kind": "page", "audience": "resident"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="?", type=int, default=25_000)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        measure(options.documents)
        return
    with tempfile.TemporaryDirectory() as folder:
        given = {"DATABASE_URL": os.environ.get("DATABASE_URL") or f"sqlite:///{folder}/bench.sqlite3"}
        variables = (
            os.environ | given | {"PEDCOMMONS_VAR": folder, "DJANGO_SETTINGS_MODULE": "tests.bench.settings"}
        )
        variables |= {
            "ELASTICSEARCH_URL": os.environ.get("ELASTICSEARCH_TEST_URL", ""),
            "ELASTICSEARCH_INDEX": "bench",
            "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}",
        }
        subprocess.run(
            [sys.executable, "-m", "tests.bench.search", str(options.documents), "--inside"],
            env=variables,
            cwd=ROOT,
            check=True,
        )


def measure(number: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    print(f"{number} documents on {connection.vendor}", flush=True)
    _fill(number)
    rates = {"ours": _index(), "stock": _index_stock()}
    _print_rates(rates)
    _tidy()
    _queries()
    if os.environ["ELASTICSEARCH_URL"]:
        _elastic()


# --- the library


def _fill(number: int) -> None:
    """Pages with their rows of text; `bulk_create` knows no inheritance, so the rows are made by hand."""
    import json

    from django.contrib.contenttypes.models import ContentType
    from django.db import connection, transaction
    from django.utils import timezone
    from wagtail.models import Locale, Page

    from home.models import HomePage, StandardPage
    from tests.bench.corpus import Corpus

    homes = {page.locale.language_code: page for page in HomePage.objects.select_related("locale")}
    locales = {locale.language_code: locale.pk for locale in Locale.objects.all()}
    kind, now = ContentType.objects.get_for_model(StandardPage), timezone.now()
    texts = iter(Corpus().texts(number))
    places = dict.fromkeys(homes, 1_000)
    key = uuid4()
    while batch := list(islice(texts, BATCH)):
        pages, rows = [], []
        for text in batch:
            parent = homes[text.language]
            places[text.language] += 1
            place = places[text.language]
            key = key if text.language == "en" else uuid4()
            path = Page._get_path(parent.path, parent.depth + 1, place)
            pages.append(
                Page(
                    path=path,
                    depth=parent.depth + 1,
                    numchild=0,
                    title=text.title,
                    draft_title=text.title,
                    slug=f"p{place}",
                    url_path=f"{parent.url_path}p{place}/",
                    content_type=kind,
                    locale_id=locales[text.language],
                    translation_key=key,
                    live=True,
                    first_published_at=now,
                    last_published_at=now,
                )
            )
            rows.append(
                (
                    text.summary,
                    json.dumps([{"type": "text", "value": f"<p>{text.body}</p>", "id": str(uuid4())}]),
                )
            )
        with transaction.atomic(), connection.cursor() as cursor:
            created = Page.objects.bulk_create(pages)
            cursor.executemany(
                "INSERT INTO home_standardpage (page_ptr_id, summary, body) VALUES (%s, %s, %s)",
                [(page.pk, summary, body) for page, (summary, body) in zip(created, rows, strict=True)],
            )


def _pages() -> Iterator[list]:
    from home.models import StandardPage

    pages = StandardPage.objects.select_related("locale").order_by("pk").iterator(chunk_size=BATCH)
    while batch := list(islice(pages, BATCH)):
        yield batch


def _index() -> float:
    """Documents a second, captions included."""
    from django.db import transaction

    from search import services, terms
    from search.documents import Described, describe_all
    from search.enums import Part
    from search.models import SearchCue, Stamp
    from tests.bench.corpus import Corpus

    seconds, done = 0.0, 0
    texts = iter(Corpus().texts(10**9))
    codes = ["resident", "clerk", "nurse", "undergraduate", "fellow"]
    for batch in _pages():
        described = []
        started = time.perf_counter()
        for found in describe_all(batch):
            text = next(texts)
            document = found.document
            document.audience = f"{codes[done % 5]} {codes[done // 5 % 5]}"
            document.specialties = f"s{done % 16}"
            document.kind = "lecture" if text.cues else "page"
            document.institutions = f"i{done % 30}"
            document.year = str(2015 + done % 12)
            cues = [
                SearchCue(
                    document=document,
                    language=text.language,
                    start=4.0 * place,
                    end=4.0 * place + 4,
                    text=cue,
                )
                for place, cue in enumerate(text.cues)
            ]
            described.append(Described(document, cues))
            done += 1
        with transaction.atomic():
            Stamp.renew(Part.DOCUMENTS)
            services.store(described, is_counted=False)
        seconds += time.perf_counter() - started
    started = time.perf_counter()
    terms.recount()
    return done / (seconds + time.perf_counter() - started)


def _index_stock() -> float:
    from wagtail.search.backends import get_search_backend

    from home.models import StandardPage

    index = get_search_backend().get_index_for_model(StandardPage)
    seconds, done = 0.0, 0
    for batch in _pages():
        started = time.perf_counter()
        index.add_items(StandardPage, batch)
        seconds += time.perf_counter() - started
        done += len(batch)
    return done / seconds


def _tidy() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM")


# --- the questions


def _queries() -> None:
    from django.db import connection

    from home.models import StandardPage
    from search.engines import database_engine
    from search.query import Query
    from search.results import asking

    engine = database_engine()

    def ours(text: str, filters: dict) -> Callable[[], object]:
        return lambda: engine.search(asking(Query(text=text, filters=filters), reader="zh-hans"))

    def raw(text: str) -> Callable[[], object]:
        sql, values = _raw(text)
        return lambda: _fetch(sql, values)

    def stock(text: str) -> Callable[[], object]:
        return lambda: list(StandardPage.objects.live().search(text.strip('"'))[:20])

    print(
        f"\n{connection.vendor:18}{'ours p50':>10}{'p95':>8}{'raw p50':>10}{'p95':>8}{'ratio p95':>11}{'stock p50':>11}{'p95':>8}   ms"
    )
    for kind, texts in QUERIES.items():
        filters = CHOSEN if kind == "facets chosen" else {}
        _print_row(
            kind,
            _timed([ours(text, filters) for text in texts]),
            _timed([raw(text) for text in texts]),
            _timed([stock(text) for text in texts], rounds=3),
        )
    _cues(engine)


def _raw(text: str) -> tuple[str, list]:
    """What somebody would write by hand for the same words: the best twenty."""
    from django.db import connection

    from search.engines import postgres, sqlite
    from search.query import Query
    from search.results import asking

    asked = asking(Query(text=text), reader="zh-hans").units
    if connection.vendor == "sqlite":
        match = " OR ".join(map(sqlite.expression, asked))
        return (
            f"SELECT rowid FROM search_fts WHERE search_fts MATCH %s ORDER BY bm25(search_fts, {sqlite.WEIGHTS}) LIMIT 20",
            [match],
        )
    query = " | ".join(f"({postgres.expression(unit)})" for unit in asked)
    return (
        "SELECT page_id FROM search_searchdocument, (SELECT %s::tsquery AS q) a WHERE vector @@ q "
        "ORDER BY ts_rank(vector, q, 1) DESC LIMIT 20",
        [query],
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
        _timed([lambda text=text: engine.cues(lectures, units(text)) for text in said]),
        _timed([lambda text=text: _fetch(table, [quoted.format(units(text)[0].tokens[0])]) for text in said]),
        None,
    )


def _elastic() -> None:
    from search import consistency
    from search.ask import Ask
    from search.engines.elastic import ElasticEngine, _any, _unit
    from search.facets import FACETS
    from search.models import SearchDocument
    from search.query import Query
    from search.results import asking

    engine = ElasticEngine()
    engine.client.options(ignore_status=404).indices.delete(index=engine.unfinished())
    started = time.perf_counter()
    for _done in consistency.rebuild_server(engine):
        pass
    print(
        f"\nElasticsearch: {SearchDocument.objects.count() / (time.perf_counter() - started):.0f} documents indexed a second"
    )

    def raw(text: str) -> Callable[[], object]:
        ask: Ask = asking(Query(text=text), reader="zh-hans")
        query = _any(_unit(unit, {"title": 3.0, "summary": 1.5, "body": 1.0}, 1.0) for unit in ask.units)
        counts = {facet.name: {"terms": {"field": facet.column}} for facet in FACETS}
        return lambda: engine.client.search(
            index=engine.name, query=query, aggs=counts, size=20, source=False
        )

    print(f"{'elasticsearch':18}{'ours p50':>10}{'p95':>8}{'raw p50':>10}{'p95':>8}{'ratio p95':>11}")
    for kind, texts in QUERIES.items():
        filters = CHOSEN if kind == "facets chosen" else {}
        asks = [asking(Query(text=text, filters=filters), reader="zh-hans") for text in texts]
        _print_row(
            kind,
            _timed([lambda ask=ask: engine.search(ask) for ask in asks]),
            _timed([raw(text) for text in texts]),
            None,
        )


def _fetch(sql: str, values: Sequence) -> list:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _timed(calls: Sequence[Callable[[], object]], *, rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of each call in each round, after one that is not counted."""
    for call in calls:
        call()
    found = []
    for _round in range(rounds):
        for call in calls:
            started = time.perf_counter()
            call()
            found.append((time.perf_counter() - started) * 1_000)
    return found


def _p95(found: Sequence[float]) -> float:
    return statistics.quantiles(found, n=20, method="inclusive")[-1]


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
