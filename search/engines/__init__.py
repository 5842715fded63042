"""Who answers: the database in use, or a search server where one is set up."""

from search.engines.base import DatabaseEngine, Engine
from search.engines.current import answer
from search.engines.database import database_engine
from search.engines.found import Counts, Found, FoundCue

__all__ = ["Counts", "DatabaseEngine", "Engine", "Found", "FoundCue", "answer", "database_engine"]
