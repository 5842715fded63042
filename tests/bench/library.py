"""Fills a database with the synthetic library, and its indexes, ours and stock. Imported after django.setup()."""

import json
import time
from collections.abc import Iterator
from itertools import islice
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from home.models import HomePage, StandardPage
from search import services, terms
from search.documents import Described, describe_all
from search.enums import Part
from search.models import SearchCue, Stamp
from tests.bench.corpus import Corpus

BATCH = 500


def fill(number: int) -> None:
    """Pages with their rows of text; `bulk_create` knows no inheritance, so the rows are made by hand."""

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

    pages = StandardPage.objects.select_related("locale").order_by("pk").iterator(chunk_size=BATCH)
    while batch := list(islice(pages, BATCH)):
        yield batch


def index() -> float:
    """Documents a second, captions included."""

    seconds, done = 0.0, 0
    texts = iter(Corpus().texts(10**9))
    codes = ["resident", "clerk", "nurse", "undergraduate", "fellow"]
    for batch in _pages():
        described = []
        written = list(islice(texts, len(batch)))
        started = time.perf_counter()
        for found, text in zip(describe_all(batch), written, strict=True):
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


def index_stock() -> float:

    index = get_search_backend().get_index_for_model(StandardPage)
    seconds, done = 0.0, 0
    for batch in _pages():
        started = time.perf_counter()
        index.add_items(StandardPage, batch)
        seconds += time.perf_counter() - started
        done += len(batch)
    return done / seconds


def tidy() -> None:

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM")
