"""The words that were found, marked in the text; everything else is escaped."""

import re
from collections.abc import Iterator, Sequence

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from search.analyzer import Match, Run, Unit, fold_with_places, is_han, runs

LENGTH = 160  # characters of a snippet
BEFORE = 30  # of them before the first match
LONGEST_TEXT = 50_000  # a whole transcript is not combed through for one snippet

LONGEST_CUT = 20  # letters by which a snippet gives way to a word
_LETTER = re.compile(r"[A-Za-z0-9]")

Span = tuple[int, int]


def highlight(text: str, units: Sequence[Unit]) -> SafeString:
    """`text` with its matches in <mark>."""
    return _marked(text, _merged(spans(text, units)))


def snippet(text: str, units: Sequence[Unit], *, first: int | None = None) -> SafeString:
    """The stretch of `text` with most different units, marked; its beginning when it has none.

    The `first` units decide where it is; the others only where these are not found.
    """
    text = text[:LONGEST_TEXT]
    found = spans(text, units)
    telling = [span for span in found if first is None or span[2] < first] or found
    start = _at_a_word(text, max(0, _densest(telling) - BEFORE) if telling else 0)
    end = _at_a_word(text, min(len(text), start + LENGTH), step=-1)
    inside = [(left - start, right - start) for left, right, _ in found if left >= start and right <= end]
    body = _marked(text[start:end], _merged([(left, right, 0) for left, right in inside]))
    return format_html("{}{}{}", "…" if start else "", body, "…" if end < len(text) else "")


def spans(text: str, units: Sequence[Unit]) -> list[tuple[int, int, int]]:
    """Start, end and number of the unit of each match in `text`, in order."""
    folded, places = fold_with_places(text)
    words, parts, sequences = _sorted_out(units)
    found = [
        (place, place + len(part), number) for number, part in parts for place in _occurrences(part, folded)
    ]
    stretch = list(runs(folded)) if words or sequences else []
    for index, run in enumerate(stretch):
        if not run.is_han and (number := words.get(run.key)) is not None:
            found.append((run.start, run.end, number))
        for number, sequence in sequences.get(_beginning(run), ()):
            found += [
                (start, end, number)
                for start, end in _followed(sequence, stretch[index : index + len(sequence)])
            ]
    return sorted((places[start], places[end - 1] + 1, number) for start, end, number in found)


Sequences = dict[str, list[tuple[int, tuple[str, ...]]]]


def _beginning(run: Run) -> str:
    """By what a sequence that begins with this run is found: a word, or the end of a Chinese run."""
    return run.text[-1] if run.is_han else run.key


def _sorted_out(units: Sequence[Unit]) -> tuple[dict[str, int], list[tuple[int, str]], Sequences]:
    """Words by their stem, Chinese parts of runs, and sequences of runs by what they begin with; each
    with the number of its unit."""
    words: dict[str, int] = {}
    parts: list[tuple[int, str]] = []
    sequences: Sequences = {}
    for number, unit in enumerate(units):
        if len(unit.parts) > 1:
            first = unit.parts[0]
            sequences.setdefault(first[-1] if is_han(first) else first, []).append((number, unit.parts))
        elif unit.match is Match.WORD:
            words[unit.text] = number
        else:
            parts.append((number, unit.text))
    return words, parts, sequences


def _followed(sequence: tuple[str, ...], stretch: Sequence[Run]) -> Iterator[Span]:
    """Where `stretch` says the sequence: its first Chinese run may begin earlier and its last go on."""
    if len(stretch) < len(sequence):
        return
    first, last = stretch[0], stretch[-1]
    begins = first.text.endswith(sequence[0]) if first.is_han else first.key == sequence[0]
    ends = last.text.startswith(sequence[-1]) if last.is_han else last.key == sequence[-1]
    between = zip(stretch[1:-1], sequence[1:-1], strict=True)
    if begins and ends and all(run.key == part for run, part in between):
        start = first.start + len(first.text) - len(sequence[0]) if first.is_han else first.start
        end = last.start + (len(sequence[-1]) if last.is_han else len(last.text))
        yield start, end


def _at_a_word(text: str, place: int, *, step: int = 1) -> int:
    """The next place, or the one before, at which no word is cut in two."""
    for moved in range(LONGEST_CUT):
        at = place + step * moved
        if not (0 < at < len(text) and _LETTER.match(text[at - 1]) and _LETTER.match(text[at])):
            return max(0, min(len(text), at))
    return place


def _occurrences(part: str, text: str) -> Iterator[int]:
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def _densest(found: list[tuple[int, int, int]]) -> int:
    """Start of the match from which a snippet reaches most different units."""
    best, best_count = found[0][0], 0
    for index, (start, _end, _number) in enumerate(found):
        units = set()
        for later in range(index, len(found)):
            _left, right, number = found[later]
            if right > start + LENGTH - BEFORE:
                break
            units.add(number)
        if len(units) > best_count:
            best, best_count = start, len(units)
    return best


def _merged(found: list[tuple[int, int, int]]) -> list[Span]:
    """Spans without overlaps: neighbouring pairs of characters become one mark."""
    merged: list[Span] = []
    for start, end, _number in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _marked(text: str, found: list[Span]) -> SafeString:
    # str(): a title that calls itself safe is not believed.
    text = str.__str__(text)
    edges = [0, *(end for _start, end in found)]
    pieces = [(text[edge:start], text[start:end]) for edge, (start, end) in zip(edges, found, strict=False)]
    return format_html_join("", "{}<mark>{}</mark>", pieces) + conditional_escape(text[edges[-1] :])
