"""Elasticsearch: the same tokens under its `whitespace` analyzer; one index behind an alias.

It ranks, counts and narrows. Texts, captions and titles stay with the database, which also answers
whenever the server does not.
"""

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Thread
from typing import Any, TypeVar

from django.conf import settings
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch, UnsupportedProductError
from elasticsearch.helpers import bulk

from search.analyzer import ANALYZER_VERSION
from search.ask import Ask
from search.engines import elastic_query
from search.engines.base import Engine
from search.engines.database import database_engine
from search.engines.found import Found
from search.models import SearchDocument

# Seconds for a whole answer: with what is sent before and the database's own it must stay below one and a half.
PATIENCE = 0.8
PATIENCE_FOR_NEWS = 0.5  # of a reader, for sending what waits
PATIENCE_OF_EDITORS = 3.0  # after a change; it is stored already
PATIENCE_FOR_BULK = 30.0
logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")

ILL = (404, 429)  # the index has not been built yet; too busy
REFUSED = (400, 413)  # what it says makes no sense; too long


class Unanswered(Exception):
    """The server is down, slow, busy or broken. Anything else that it refuses is a bug of ours."""


@dataclass
class ElasticEngine(Engine):
    """The server at `url`; all its indexes are called `name` and something."""

    url: str = field(default_factory=lambda: settings.ELASTICSEARCH_URL)
    name: str = field(default_factory=lambda: settings.ELASTICSEARCH_INDEX)

    def __post_init__(self) -> None:
        self.client = Elasticsearch(self.url, request_timeout=PATIENCE, max_retries=0, retry_on_timeout=False)

    @property
    def _patient(self) -> Elasticsearch:
        """For work that no reader waits for."""
        return self.client.options(request_timeout=PATIENCE_FOR_BULK)

    @property
    def alias(self) -> str:
        """Where the documents live. After an update that cuts words otherwise there is nothing there,
        and the database answers until the index is rebuilt."""
        return f"{self.name}-{ANALYZER_VERSION}"

    def search(self, ask: Ask) -> Found:
        if not ask.units:
            return Found()
        request = elastic_query.request(ask, database_engine().hidden(ask))
        answer = _within(PATIENCE, lambda: self.client.search(index=self.alias, **request))
        return elastic_query.found(answer.body, ask)

    def send(
        self,
        documents: Mapping[int, SearchDocument],
        versions: Mapping[int, int],
        *,
        index: str = "",
        patience: float = PATIENCE_FOR_BULK,
    ) -> None:
        """Store documents by page, and delete those of pages of `versions` that have none, unless the
        server has a newer version of them.

        What it refuses for good is logged and deleted there: sending it again would not help, the rest must
        not wait, and what it keeps of them is not true any more.
        """
        sent = (
            {"_op_type": "index", "_id": document.pk, "_source": elastic_query.source(document)}
            for document in documents.values()
        )
        gone = versions.keys() - documents.keys()
        deleted = ({"_op_type": "delete", "_id": page_id} for page_id in gone)
        actions = (
            action
            | {"_index": index or self.alias, "version": versions[action["_id"]], "version_type": "external"}
            for action in (*sent, *deleted)
        )
        _number, errors = _within(
            patience,
            lambda: bulk(
                self.client.options(request_timeout=patience),
                actions,
                refresh=True,
                raise_on_error=False,
                # Or the server would make an index of that name, with a mapping of its own invention.
                require_alias=not index,
            ),
        )
        refused = [error for error in errors if not _is_fine(error)]
        # Their kinds alone: the whole of it may hold what was to be stored.
        if ill := {_kind(error) for error in refused if not _is_for_good(error)}:
            raise Unanswered(str(ill))
        if refused:
            kinds = {_kind(error) for error in refused}
            logger.error("The search server refuses %d documents for good: %s", len(refused), kinds)
            pages = [int(error["index"]["_id"]) for error in refused]
            self.send({}, {page: versions[page] for page in pages}, index=index, patience=patience)

    def digests(self, index: str = "") -> Iterator[tuple[int, str]]:
        """What is stored: pages with the digests of their documents."""
        after: list | None = None
        while True:
            with _faults():
                answer = self._patient.search(
                    index=index or self.alias,
                    size=5_000,
                    sort=[{"page": "asc"}],
                    source=["digest"],
                    **({"search_after": after} if after else {}),
                )
            hits = answer["hits"]["hits"]
            yield from ((int(hit["_id"]), hit["_source"]["digest"]) for hit in hits)
            if not hits:
                return
            after = hits[-1]["sort"]

    def indexes(self) -> dict[str, bool]:
        """The indexes of this site, and whether the alias leads to them; other sites may use the server too."""
        mine = re.compile(rf"{re.escape(self.name)}-\d+-\d+")
        with _faults():
            found = self._patient.indices.get(index=f"{self.name}-*", ignore_unavailable=True)
        return {name: bool(state["aliases"]) for name, state in found.items() if mine.fullmatch(name)}

    def unfinished(self) -> str:
        """The index of an interrupted rebuild, or a new one; nobody searches it yet."""
        current = f"{self.alias}-"
        waiting = [
            name for name, is_public in self.indexes().items() if name.startswith(current) and not is_public
        ]
        if waiting:
            return max(waiting)
        with _faults():
            name = f"{self.alias}-{datetime.now(UTC):%Y%m%d%H%M%S%f}"
            self._patient.indices.create(
                index=name,
                mappings=elastic_query.MAPPING,
                settings={
                    "number_of_shards": 1,
                    "number_of_replicas": 0,
                    "max_result_window": elastic_query.LAST_RESULT,
                },
            )
        return name

    def publish(self, index: str) -> None:
        """Let the alias lead to `index`, in one step, and delete the others."""
        others = [name for name in self.indexes() if name != index]
        with _faults():
            self._patient.indices.update_aliases(
                actions=[
                    *({"remove_index": {"index": other}} for other in others),
                    {"add": {"index": index, "alias": self.alias}},
                ]
            )


def _within(patience: float, call: Callable[[], Answer]) -> Answer:
    """The server's answer; Unanswered if there is none in so many seconds."""
    # The client's own limit is one for each read: a server that sends a byte now and then would hold a
    # reader for ever. So a thread of its own waits for it, and no process for that at its end, as one
    # would for the threads of an executor.
    answer: Future[Answer] = Future()

    def ask() -> None:
        try:
            answer.set_result(call())
        except BaseException as error:  # raised where it was asked for
            answer.set_exception(error)

    Thread(target=ask, name="search-server", daemon=True).start()
    with _faults():
        return answer.result(timeout=patience)


@contextmanager
def _faults() -> Iterator[None]:
    """Turns whatever says that the server is ill into Unanswered."""
    try:
        yield
    except (TransportError, UnsupportedProductError, TimeoutError) as error:
        raise Unanswered(type(error).__name__) from error
    except ApiError as error:
        if error.status_code in ILL or error.status_code >= 500:
            raise Unanswered(type(error).__name__) from error
        raise


def _is_fine(error: dict[str, Any]) -> bool:
    """What was to be deleted is not there, or somebody has stored a newer version."""
    (answer,) = error.values()
    return answer.get("status") == 409 or answer.get("result") == "not_found"


def _is_for_good(error: dict[str, Any]) -> bool:
    """It will never store this document; otherwise it cannot at the moment: too busy, blocked, no index."""
    ((action, answer),) = error.items()
    return action == "index" and answer.get("status") in REFUSED


def _kind(error: dict[str, Any]) -> str:
    (answer,) = error.values()
    told = answer.get("error")
    return told.get("type", "error") if isinstance(told, dict) else "error"
