"""What a reader may have meant: words of the index that differ by a letter or two, and names of the
glossary that sound the same."""

from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search import glossary as glossaries
from search import pinyin
from search.analyzer import fold_with_places, runs, stem
from search.enums import Part
from search.glossary import Glossary
from search.memory import Memory
from search.models import Term

SHORTEST = 5  # letters of a word that is corrected
LONG = 8  # letters; in longer words two may be wrong
LONGEST_NAME = 12  # characters


def load() -> dict[str, int]:
    """The spelt words of the index, with the number of documents. One query."""
    spelt = Term.objects.exclude(spelling="").values_list("spelling", "documents")
    return {word: number for word, number in spelt if len(word) >= SHORTEST}


words = Memory(Part.DOCUMENTS, load)


def meant(text: str) -> str:
    """`text` with its mistakes corrected; empty when there is nothing to correct."""
    folded, places = fold_with_places(text)
    glossary = glossaries.current()
    changes: list[tuple[int, int, str]] = []
    for run in runs(folded):
        found = _of_chinese(run.text, glossary) if run.is_han else _of_latin(run.text, glossary)
        changes += [
            (places[run.start + start], places[run.start + end - 1] + 1, better)
            for start, end, better in found
        ]
    for start, end, better in reversed(changes):
        text = text[:start] + better + text[end:]
    return text if changes else ""


def _of_latin(word: str, glossary: Glossary) -> Iterator[tuple[int, int, str]]:
    if len(word) < SHORTEST or not word.isalpha():
        return
    known = words()
    if word in known or word in glossary.by_pinyin or stem(word) in glossary.words:
        return
    choices = known.keys() | glossary.spelt
    near = process.extract(
        word, choices, scorer=OSA.distance, score_cutoff=1 if len(word) < LONG else 2, limit=12
    )
    # A stem that is known needs no correction, only another ending.
    if near and not any(stem(other) == stem(word) for other, _distance, _index in near):
        better = min(near, key=lambda found: (found[1], -known.get(found[0], 1), found[0]))
        yield 0, len(word), better[0]


def _of_chinese(run: str, glossary: Glossary) -> Iterator[tuple[int, int, str]]:
    """Parts of a run that sound like a name of the glossary and are written otherwise."""
    start = 0
    while start < len(run) - 1:
        for end in range(min(len(run), start + LONGEST_NAME), start + 1, -1):
            part = run[start:end]
            if part in glossary.by_key:
                start = end - 1
                break
            if better := glossary.sounding(pinyin.full(part), len(part)):
                yield start, end, better
                start = end - 1
                break
        start += 1
