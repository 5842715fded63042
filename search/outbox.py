"""What the search server must still hear, kept with the change itself, so that nothing is lost while
it is away."""

import logging
from collections.abc import Iterable, Mapping
from time import time_ns

from django.conf import settings
from django.db import OperationalError, transaction

from search.engines.elastic import (
    PATIENCE_FOR_BULK,
    PATIENCE_FOR_NEWS,
    PATIENCE_OF_EDITORS,
    ElasticEngine,
    Unanswered,
)
from search.engines.server import circuit, elastic_engine
from search.impatience import without_waiting
from search.models import PendingChange, SearchDocument

BATCH = 40  # changes sent at once: few enough for a reader to wait for
logger = logging.getLogger(__name__)


def announce(page_ids: Iterable[int]) -> None:
    """Note that these documents have changed, or are gone, and tell the server after the commit."""
    if not settings.ELASTICSEARCH_URL:
        return
    version = time_ns()
    PendingChange.objects.bulk_create(
        [PendingChange(page_id=page_id, version=version) for page_id in page_ids],
        update_conflicts=True,
        unique_fields=["page_id"],
        update_fields=["version"],
    )
    transaction.on_commit(deliver, robust=True)


def is_delivered() -> bool:
    """Whether the server knows everything, after a reader's try to tell it some of what waits."""
    if not PendingChange.objects.exists():
        return True
    try:
        with without_waiting():
            return deliver(most=BATCH, patience=PATIENCE_FOR_NEWS)
    except OperationalError as error:
        logger.info("Somebody else is writing; the search server hears of it later: %s", error)
        return False


def deliver(most: int | None = None, patience: float = PATIENCE_OF_EDITORS) -> bool:
    """Tell the server what waits, or the oldest of it; whether nothing waits any more.

    Stops at the first fault of the server: the rest waits on, and no editor or reader for it.
    """
    engine = elastic_engine()
    if engine is None or circuit.is_open:
        return False
    told = 0
    while waiting := list(PendingChange.objects.order_by("since")[:BATCH]):
        if most is not None and told >= most:
            return False
        versions = {change.page_id: change.version for change in waiting}
        try:
            tell(engine, versions, patience=patience)
        except Unanswered as fault:
            circuit.fail()
            logger.warning(
                "The search server was not told of %d changes (%s); they wait.", len(waiting), fault
            )
            return False
        # A change that came meanwhile has another version, and stays.
        PendingChange.objects.filter(page_id__in=versions, version__in=versions.values()).delete()
        told += len(waiting)
    return True


def tell(
    engine: ElasticEngine,
    versions: Mapping[int, int],
    patience: float,
) -> None:
    """Send the documents of these pages as they are now, or that they are gone; Unanswered when it fails."""
    send(engine, SearchDocument.objects.in_bulk(versions), versions, patience=patience)


def send(
    engine: ElasticEngine,
    documents: Mapping[int, SearchDocument],
    versions: Mapping[int, int],
    index: str = "",
    patience: float = PATIENCE_FOR_BULK,
) -> None:
    """Send these documents; pages of `versions` that have none are gone."""
    gone = versions.keys() - documents.keys()
    engine.send(documents.values(), gone=gone, versions=versions, index=index, patience=patience)
