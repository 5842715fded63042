"""Elasticsearch: the same tokens under its `whitespace` analyzer; one index behind an alias.

It ranks, counts and narrows. Texts, captions and titles stay with the database, which also answers
whenever the server does not.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

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

# Seconds for a whole answer: with the database's own it must stay below one and a half.
PATIENCE = 0.8
PATIENCE_FOR_BULK = 30.0


class Unanswered(Exception):
    """The server is down, slow, busy or broken. Anything else that it refuses is a bug of ours."""


@dataclass
class ElasticEngine(Engine):
    """The server at `url`; its documents live behind the alias `name`."""

    url: str = field(default_factory=lambda: settings.ELASTICSEARCH_URL)
    name: str = field(default_factory=lambda: settings.ELASTICSEARCH_INDEX)

    def __post_init__(self) -> None:
        self.client = Elasticsearch(self.url, request_timeout=PATIENCE, max_retries=0, retry_on_timeout=False)

    def search(self, ask: Ask) -> Found:
        if not ask.units:
            return Found()
        with _faults():
            answer = self.client.search(
                index=self.name, **elastic_query.request(ask, database_engine().hidden(ask))
            )
        return elastic_query.found(answer.body, ask)

    def send(
        self,
        documents: Iterable[SearchDocument],
        *,
        gone: Iterable[int],
        versions: Mapping[int, int],
        index: str = "",
    ) -> None:
        """Store documents and delete those of pages `gone`, unless the server has a newer version of them."""
        sent = (
            {"_op_type": "index", "_id": document.pk, "_source": elastic_query.source(document)}
            for document in documents
        )
        deleted = ({"_op_type": "delete", "_id": page_id} for page_id in gone)
        actions = (
            action
            | {"_index": index or self.name, "version": versions[action["_id"]], "version_type": "external"}
            for action in (*sent, *deleted)
        )
        with _faults():
            _number, errors = bulk(
                self.client.options(request_timeout=PATIENCE_FOR_BULK if len(versions) > 1 else PATIENCE),
                actions,
                refresh=True,
                raise_on_error=False,
                # Or the server would make an index of that name, with a mapping of its own invention.
                require_alias=not index,
            )
        if refused := [error for error in errors if not _is_fine(error)]:
            # Its kind alone: the whole of it may hold what was to be stored.
            raise Unanswered(str({_kind(error) for error in refused}))

    def digests(self, index: str = "") -> Iterator[tuple[int, str]]:
        """What is stored: pages with the digests of their documents."""
        after: list | None = None
        while True:
            with _faults():
                answer = self.client.options(request_timeout=PATIENCE_FOR_BULK).search(
                    index=index or self.name,
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

    def unfinished(self) -> str:
        """The index of an interrupted rebuild, or a new one; nobody searches it yet."""
        with _faults():
            found = self.client.indices.get(
                index=f"{self.name}-{ANALYZER_VERSION}-*", ignore_unavailable=True
            )
            waiting = sorted(name for name, state in found.items() if not state["aliases"])
            if waiting:
                return waiting[-1]
            name = f"{self.name}-{ANALYZER_VERSION}-{datetime.now(UTC):%Y%m%d%H%M%S%f}"
            self.client.options(request_timeout=PATIENCE_FOR_BULK).indices.create(
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
        with _faults():
            client = self.client.options(request_timeout=PATIENCE_FOR_BULK)
            others = [name for name in client.indices.get(index=f"{self.name}-*") if name != index]
            client.indices.update_aliases(
                actions=[
                    *({"remove_index": {"index": other}} for other in others),
                    {"add": {"index": index, "alias": self.name}},
                ]
            )


@contextmanager
def _faults() -> Iterator[None]:
    """Turns whatever says that the server is ill into Unanswered."""
    try:
        yield
    except (TransportError, UnsupportedProductError) as error:
        raise Unanswered(type(error).__name__) from error
    except ApiError as error:
        # 404: the index has not been built yet.
        if error.status_code in (404, 429) or error.status_code >= 500:
            raise Unanswered(type(error).__name__) from error
        raise


def _is_fine(error: dict[str, Any]) -> bool:
    """What was to be deleted is not there, or somebody has stored a newer version."""
    (answer,) = error.values()
    return answer.get("status") == 409 or answer.get("result") == "not_found"


def _kind(error: dict[str, Any]) -> str:
    (answer,) = error.values()
    told = answer.get("error")
    return told.get("type", "error") if isinstance(told, dict) else "error"
