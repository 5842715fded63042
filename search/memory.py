"""What a process keeps of the index as long as its stamp stays the same, and no longer than a day."""

from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar
from uuid import UUID

from django.utils import timezone

from search.enums import Part
from search.models import Stamp

Kept = TypeVar("Kept")


class Memory(Generic[Kept]):
    """Calls `load` again when the stamp of `part` has changed since. Two threads may both load: no harm."""

    def __init__(self, part: Part, load: Callable[[], Kept]):
        self._part = part
        self._load = load
        self._kept: tuple[tuple[UUID | None, date], Kept] | None = None

    def __call__(self, stamps: dict[str, UUID] | None = None) -> Kept:
        """The value of today; one query for the stamps if they are not handed in."""
        # Read before the value: what changes while it is loaded makes it be loaded once more.
        mark = ((Stamp.current() if stamps is None else stamps).get(self._part), timezone.localdate())
        kept = self._kept
        if kept is None or kept[0] != mark:
            kept = self._kept = (mark, self._load())
        return kept[1]
