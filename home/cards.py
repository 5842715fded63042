"""What a list shows of one thing, whatever its kind."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Card:
    """A ready-made entry of a list; templates decide nothing but the looks."""

    kind: str
    kind_label: str
    title: str
    url: str
    language: str
    is_foreign: bool = False  # shown in another language than the reader's
    summary: str = ""
    institution: str = ""
    facts: list[str] = field(default_factory=list)
    cover: Any = None
