"""The engine of the database in use; no server of its own is needed."""

from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from search.engines.base import Engine, Found
from search.engines.postgres import PostgresEngine
from search.engines.sqlite import SqliteEngine

__all__ = ["Engine", "Found", "current_engine"]

ENGINES: dict[str, type[Engine]] = {"sqlite": SqliteEngine, "postgresql": PostgresEngine}


def current_engine() -> Engine:
    """ImproperlyConfigured for a database that has no engine."""
    try:
        return ENGINES[connection.vendor]()
    except KeyError as error:
        raise ImproperlyConfigured(
            f"The search has no engine for the database {connection.vendor}."
        ) from error
