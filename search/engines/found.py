"""What an engine answers."""

from dataclasses import dataclass, field

Counts = dict[str, dict[str, int]]  # by facet and code, how many results choosing it would leave


@dataclass(frozen=True)
class Found:
    """Ids of the pages of one stretch of results, best first; the number of all results; facets."""

    total: int = 0
    page_ids: list[int] = field(default_factory=list)
    counts: Counts = field(default_factory=dict)


@dataclass(frozen=True)
class FoundCue:
    """A caption that holds what was sought."""

    page_id: int
    language: str
    start: float
    text: str
    video: int
