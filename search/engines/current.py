"""Who answers: the database in use, or a search server where one is set up and well."""

import logging
from functools import lru_cache

from django.conf import settings

from search.ask import Ask
from search.engines.circuit import Circuit
from search.engines.database import database_engine
from search.engines.elastic import ElasticEngine, Unanswered
from search.engines.found import Found

logger = logging.getLogger(__name__)
circuit = Circuit()


def elastic_engine() -> ElasticEngine | None:
    """The search server, if one is set up. Its connections are kept."""
    return (
        _engine(settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_INDEX)
        if settings.ELASTICSEARCH_URL
        else None
    )


@lru_cache(maxsize=4)
def _engine(url: str, name: str) -> ElasticEngine:
    return ElasticEngine(url, name)


def answer(ask: Ask) -> tuple[Found, bool]:
    """What was found, and whether it is the answer of a substitute."""
    from search.outbox import is_delivered  # it stores what the engines read, so not at load time

    engine = elastic_engine()
    if engine is None:
        return database_engine().search(ask), False
    if not circuit.is_open:
        try:
            # A server that has not heard of a withdrawal must not answer.
            if is_delivered():
                return engine.search(ask), False
        except Unanswered as fault:
            circuit.fail()
            logger.warning("The search server does not answer (%s); the database does.", fault)
    return database_engine().search(ask), True
