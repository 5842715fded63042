"""Who answers: the database in use, or a search server where one is set up and well."""

import logging

from search.ask import Ask
from search.engines import Found, database_engine
from search.engines.elastic import Unanswered
from search.engines.server import circuit, elastic_engine
from search.outbox import is_delivered

logger = logging.getLogger(__name__)


def answer(ask: Ask) -> tuple[Found, bool]:
    """What was found, and whether it is the answer of a substitute."""
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
