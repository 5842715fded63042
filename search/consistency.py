"""Whether the index says what the pages say, and the search server what the index says."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from time import time_ns

from django.db import transaction

from search.documents import describe_all, findable
from search.engines.elastic import ElasticEngine
from search.enums import Part
from search.models import SearchDocument, Stamp
from search.stored import stored
from search.terms import miscounted

BATCH = 200


@dataclass
class Differences:
    """Numbers of pages by what is wrong with them, and how many words are counted wrongly."""

    missing: list[int] = field(default_factory=list)
    outdated: list[int] = field(default_factory=list)
    superfluous: list[int] = field(default_factory=list)
    miscounted: int = 0

    def __bool__(self) -> bool:
        return bool(self.every or self.miscounted)

    @property
    def every(self) -> list[int]:
        return [*self.missing, *self.outdated, *self.superfluous]


def of_database() -> Differences:
    """Compare all findable pages with the documents, and these with their captions, tokens and words."""
    held = stored()
    found = Differences(miscounted=miscounted())
    seen = set()
    page_ids = list(findable().order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(page_ids), BATCH):
        pages = findable().filter(pk__in=page_ids[start : start + BATCH]).select_related("locale").specific()
        for described in describe_all(list(pages)):
            page = described.document.pk
            seen.add(page)
            if page not in held.digests:
                found.missing.append(page)
            elif not held.holds(described):
                found.outdated.append(page)
    found.superfluous = sorted(held.digests.keys() - seen)
    return found


def of_server(engine: ElasticEngine, index: str = "") -> Differences:
    """Compare the documents with those of the search server; Unanswered when it is away."""
    wanted = dict(SearchDocument.objects.values_list("pk", "digest"))
    stored = dict(engine.digests(index))
    return Differences(
        missing=sorted(wanted.keys() - stored.keys()),
        outdated=sorted(page for page in wanted.keys() & stored.keys() if wanted[page] != stored[page]),
        superfluous=sorted(stored.keys() - wanted.keys()),
    )


def level(engine: ElasticEngine, index: str = "") -> Iterator[tuple[int, int]]:
    """Bring the server's index to what the documents say; yields how many are done and how many there are.

    What it has already is skipped: after an interruption it goes on where it was.
    """
    different = of_server(engine, index)
    waiting = different.every
    for start in range(0, len(waiting), BATCH):
        batch = waiting[start : start + BATCH]
        with transaction.atomic():
            # Whoever writes at the moment is waited for; whoever writes from here on is newer and wins.
            Stamp.wait(Part.DOCUMENTS)
            moment = time_ns()
            documents = SearchDocument.objects.in_bulk(batch)
        engine.send(documents, dict.fromkeys(batch, moment), index=index)
        yield min(start + BATCH, len(waiting)), len(waiting)


def rebuild_server(engine: ElasticEngine) -> Iterator[tuple[int, int]]:
    """Fill a new index beside the old one, let the alias lead to it, and catch up with what changed meanwhile."""
    index = engine.unfinished()
    yield from level(engine, index)
    engine.publish(index)
    yield from level(engine)
