"""Captions from the narration: each line gets the share of its slide's seconds that its length
deserves.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .lecture import Lecture, lecture


def has_language(source: Lecture | Mapping[str, Any], lang: str) -> bool:
    """Whether every line of the narration exists in ``lang``; half a translation makes no caption
    track.
    """
    return all(lang in line for slide in lecture(source).slides for line in slide.narration)


def captions(source: Lecture | Mapping[str, Any], lang: str) -> str:
    """WebVTT text in ``lang``; raises ``KeyError`` if a line is not translated."""
    cues: list[str] = []
    start = 0.0
    for slide in lecture(source).slides:
        lines = [line[lang] for line in slide.narration]
        whole, at = sum(map(len, lines)), start
        for line in lines:
            end = at + slide.seconds * len(line) / whole
            cues.append(f"{len(cues) + 1}\n{_clock(at)} --> {_clock(end)}\n{line}\n")
            at = end
        start += slide.seconds
    return "WEBVTT\n\n" + "\n".join(cues)


def _clock(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{rest // 1000:02d}.{rest % 1000:03d}"
