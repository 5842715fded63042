"""Who can find: the database in use, and a search server."""

from search.engines.base import DatabaseEngine, Engine
from search.engines.database import database_engine
from search.engines.found import Counts, Found, FoundCue

__all__ = ["Counts", "DatabaseEngine", "Engine", "Found", "FoundCue", "database_engine"]
