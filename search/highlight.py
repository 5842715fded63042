"""The words that were found, marked in the text; everything else is escaped."""

from collections.abc import Iterator, Sequence

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from search.analyzer import Match, Unit, fold_with_places, runs, stem

LENGTH = 160  # characters of a snippet
BEFORE = 30  # of them before the first match
LONGEST_TEXT = 50_000  # a whole transcript is not combed through for one snippet

Span = tuple[int, int]


def highlight(text: str, units: Sequence[Unit]) -> SafeString:
    """`text` with its matches in <mark>."""
    return _marked(text, _merged(spans(text, units)))


def snippet(text: str, units: Sequence[Unit]) -> SafeString:
    """The stretch of `text` with most different units, marked; its beginning when it has none."""
    text = text[:LONGEST_TEXT]
    found = spans(text, units)
    start = max(0, _densest(found) - BEFORE) if found else 0
    end = min(len(text), start + LENGTH)
    inside = [(left - start, right - start) for left, right, _ in found if left >= start and right <= end]
    body = _marked(text[start:end], _merged([(left, right, 0) for left, right in inside]))
    return format_html("{}{}{}", "…" if start else "", body, "…" if end < len(text) else "")


def spans(text: str, units: Sequence[Unit]) -> list[tuple[int, int, int]]:
    """Start, end and number of the unit of each match in `text`, in order."""
    folded, places = fold_with_places(text)
    words = {unit.text: number for number, unit in enumerate(units) if unit.match is Match.WORD}
    parts = [(number, unit.text) for number, unit in enumerate(units) if unit.match is not Match.WORD]
    found = []
    for run in runs(folded):
        if run.is_han:
            matches = [
                (run.start + place, len(part), number)
                for number, part in parts
                for place in _occurrences(part, run.text)
            ]
        elif (number := words.get(stem(run.text))) is not None:
            matches = [(run.start, len(run.text), number)]
        else:
            continue
        found += [(places[at], places[at + size - 1] + 1, number) for at, size, number in matches]
    return sorted(found)


def _occurrences(part: str, run: str) -> Iterator[int]:
    place = run.find(part)
    while place >= 0:
        yield place
        place = run.find(part, place + 1)


def _densest(found: list[tuple[int, int, int]]) -> int:
    """Start of the match from which a snippet reaches most different units."""
    best, best_count = found[0][0], 0
    for index, (start, _end, _number) in enumerate(found):
        units = set()
        for _left, right, number in found[index:]:
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
