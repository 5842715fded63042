"""What the search server must still hear, kept with the change itself, so that nothing is lost while
it is away."""

import logging
from collections.abc import Iterable
from time import time_ns

from django.conf import settings
from django.db import OperationalError, transaction

from search.engines.elastic import PATIENCE_FOR_NEWS, PATIENCE_OF_EDITORS, Unanswered
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
    if not _is_waiting():
        return True
    try:
        with without_waiting():
            return _tell_some(PATIENCE_FOR_NEWS) and not _is_waiting()
    except OperationalError as error:
        logger.info("Somebody else is writing; the search server hears of it later: %s", error)
        return False


def deliver() -> bool:
    """Tell the server what waits; whether nothing waits any more.

    Stops at the first fault of the server: the rest waits on, and no editor for it.
    """
    while _tell_some(PATIENCE_OF_EDITORS):
        if not _is_waiting():
            return True
    return False


def _is_waiting() -> bool:
    return PendingChange.objects.exists()


def _tell_some(patience: float) -> bool:
    """Tell the server the oldest changes that wait, as the documents are now; whether it has heard them."""
    engine = elastic_engine()
    if engine is None or circuit.is_open:
        return False
    waiting = PendingChange.objects.order_by("since")[:BATCH]
    versions = {change.page_id: change.version for change in waiting}
    try:
        if versions:
            engine.send(SearchDocument.objects.in_bulk(versions), versions, patience=patience)
    except Unanswered as fault:
        circuit.fail()
        logger.warning("The search server was not told of %d changes (%s); they wait.", len(versions), fault)
        return False
    # A change that came meanwhile has another version, and stays.
    PendingChange.objects.filter(page_id__in=versions, version__in=versions.values()).delete()
    return True
