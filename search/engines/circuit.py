"""A server that failed is left alone for a while."""

from time import monotonic

REST = 30.0  # seconds


class Circuit:
    """Open means: do not even ask. Each process has its own."""

    def __init__(self) -> None:
        self._until = 0.0

    @property
    def is_open(self) -> bool:
        return monotonic() < self._until

    def fail(self) -> None:
        self._until = monotonic() + REST

    def close(self) -> None:
        self._until = 0.0
