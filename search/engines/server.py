"""The search server, where one is set up, and whether it is left alone at the moment."""

from functools import lru_cache

from django.conf import settings

from search.engines.circuit import Circuit
from search.engines.elastic import ElasticEngine

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
