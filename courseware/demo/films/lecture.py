"""A lecture as its YAML file states it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Words = dict[str, str]
"""A wording by language: always ``zh``, ``en`` where it has been translated."""

LECTURES = Path(__file__).resolve().parents[1] / "library/lectures"


@dataclass(frozen=True)
class Slide:
    """One slide: what it shows, for how many seconds, and what is said meanwhile."""

    title: Words
    seconds: int
    narration: tuple[Words, ...]
    bullets: tuple[Words, ...] = ()
    figure: str = ""


@dataclass(frozen=True)
class Lecture:
    """A lecture with its slides; ``facts`` keeps what only the catalogue needs (speaker,
    specialties, licence ...).
    """

    key: str
    title: Words
    slides: tuple[Slide, ...]
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def seconds(self) -> int:
        """Its length."""
        return sum(slide.seconds for slide in self.slides)


def load(path: Path) -> Lecture:
    """Read one lecture file."""
    return lecture(yaml.safe_load(path.read_text(encoding="utf-8")))


def lecture(source: Lecture | Mapping[str, Any]) -> Lecture:
    """A lecture from the mapping its file holds; a lecture passes through unchanged."""
    if isinstance(source, Lecture):
        return source
    facts = dict(source)
    slides = tuple(
        Slide(
            title=entry["title"],
            seconds=entry["seconds"],
            narration=tuple(entry["narration"]),
            bullets=tuple(entry.get("bullets", ())),
            figure=entry.get("figure", ""),
        )
        for entry in facts.pop("slides")
    )
    return Lecture(key=facts.pop("key", ""), title=facts.pop("title"), slides=slides, facts=facts)
