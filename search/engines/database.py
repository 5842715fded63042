"""The engine of the database in use."""

from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from search.engines.base import DatabaseEngine
from search.engines.postgres import PostgresEngine
from search.engines.sqlite import SqliteEngine

ENGINES: dict[str, type[DatabaseEngine]] = {"sqlite": SqliteEngine, "postgresql": PostgresEngine}


def database_engine() -> DatabaseEngine:
    """ImproperlyConfigured for a database that has no engine."""
    try:
        return ENGINES[connection.vendor]()
    except KeyError as error:
        raise ImproperlyConfigured(
            f"The search has no engine for the database {connection.vendor}."
        ) from error
