"""Reading WebVTT captions (W3C WebVTT: The Web Video Text Tracks Format)."""

import re
from dataclasses import dataclass

_TIMING = re.compile(
    r"^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})\s+-->\s+(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
)
_TAG = re.compile(r"<[^>]*>")


class CaptionsError(ValueError):
    """The text is not WebVTT; `line` is the number of the line that is wrong."""

    def __init__(self, line: int):
        self.line = line
        super().__init__(f"line {line}")


def clock(seconds: float) -> str:
    """``m:ss``."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def start_asked_for(text: str) -> int | None:
    """The second that `?t=` of an address names; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


@dataclass(frozen=True)
class Cue:
    """One caption: start and end in seconds, and its plain text."""

    start: float
    end: float
    text: str

    @property
    def clock(self) -> str:
        """The start as a reader writes it."""
        return clock(self.start)


def parse(text: str) -> list[Cue]:
    """The cues of a WebVTT file in order; CaptionsError when it has no header or a bad timing."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        raise CaptionsError(1)
    cues: list[Cue] = []
    number = 1
    while number < len(lines):
        line = lines[number]
        if "-->" not in line:
            number += 1
            continue
        timing = _TIMING.match(line.strip())
        if not timing:
            raise CaptionsError(number + 1)
        start, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
        if end <= start:
            raise CaptionsError(number + 1)
        number += 1
        words = []
        while number < len(lines) and lines[number].strip():
            words.append(_TAG.sub("", lines[number]).strip())
            number += 1
        cues.append(Cue(start=start, end=end, text="\n".join(words)))
    return cues


def _seconds(parts) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
