"""Text to tokens, in one place for every engine, the same at index and query time.

Chinese is cut into overlapping pairs of characters (川崎病 -> 川崎, 崎病) and the last character of
each run, so that no dictionary decides what can be found; Latin words are reduced to their stem.
On 305 medical terms this found all documents at a precision of .997 (see SEARCH.md).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer  # type: ignore[import-untyped]

# Raise it when tokens change: an index made by another version must be rebuilt.
ANALYZER_VERSION = 1

LONGEST_PHRASE = 6  # characters; longer Chinese runs are questions, and asked pair by pair
MAX_UNITS = 48
MAX_QUERY = 1_000  # characters read of a query
MAX_WORD = 64

_HAN = "々〇\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af"
_RUN = re.compile(rf"(?P<han>[{_HAN}]+)|(?P<word>[^\W_{_HAN}]+)")
_STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "can",
        "do",
        "does",
        "for",
        "from",
        "how",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "that",
        "the",
        "this",
        "to",
        "was",
        "what",
        "when",
        "which",
        "who",
        "why",
        "with",
    ]
)


class Match(Enum):
    """How a unit is looked for."""

    WORD = "word"
    PHRASE = "phrase"
    PREFIX = "prefix"


@dataclass(frozen=True)
class Unit:
    """One thing that a query asks for; `text` is how it reads (a stem for words)."""

    match: Match
    text: str
    tokens: tuple[str, ...]


class Run(NamedTuple):
    """A stretch of one script in folded text, with its place there."""

    text: str
    start: int
    is_han: bool


class _Folding(dict[int, str]):
    """NFKC, casefold and unaccent character by character: highlighting must find its way back."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKC", chr(code)).casefold()
        letters = (c for c in unicodedata.normalize("NFD", plain) if unicodedata.category(c) != "Mn")
        self[code] = folded = unicodedata.normalize("NFC", "".join(letters))
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """`text` without differences of width, case and accent."""
    return text.translate(_FOLDING)


def fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the place of the original one."""
    if all(len(_FOLDING[ord(character)]) == 1 for character in set(text)):
        return fold(text), range(len(text))
    parts = [_FOLDING[ord(character)] for character in text]
    return "".join(parts), [place for place, part in enumerate(parts) for _ in part]


def runs(folded: str) -> Iterator[Run]:
    """The Chinese runs and the words of folded text, in order."""
    for found in _RUN.finditer(folded):
        yield Run(found.group(), found.start(), found.lastgroup == "han")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The English stem of a folded word; words of other alphabets and numbers stay as they are."""
    word = word[:MAX_WORD]
    if not (word.isascii() and word.isalpha()):
        return word
    # A new stemmer each time: it keeps state, and requests run in threads. The cache pays for it.
    return str(snowballstemmer.stemmer("english").stemWord(word))


def tokens(text: str, *, stemmed: bool = True) -> Iterator[str]:
    """The tokens to store for `text`, in order; not `stemmed` for completing half-typed words."""
    for run in runs(fold(text)):
        if run.is_han:
            yield from _pairs(run.text)
            yield run.text[-1]
        else:
            yield stem(run.text) if stemmed else run.text[:MAX_WORD]


def units(text: str, *, stemmed: bool = True) -> list[Unit]:
    """What a query asks for, each unit once, at most MAX_UNITS; empty when it holds no letter."""
    found = list(runs(fold(text[:MAX_QUERY])))
    telling = [run for run in found if run.is_han or run.text not in _STOP_WORDS]
    every = (unit for run in telling or found for unit in _units(run, stemmed=stemmed))
    return list(dict.fromkeys(every))[:MAX_UNITS]


def _units(run: Run, *, stemmed: bool) -> Iterable[Unit]:
    if not run.is_han:
        word = stem(run.text) if stemmed else run.text[:MAX_WORD]
        return [Unit(Match.WORD, word, (word,))]
    if len(run.text) == 1:
        return [Unit(Match.PREFIX, run.text, (run.text,))]
    pairs = _pairs(run.text)
    if len(run.text) > LONGEST_PHRASE:
        return [Unit(Match.PHRASE, pair, (pair,)) for pair in pairs]
    return [Unit(Match.PHRASE, run.text, tuple(pairs))]


def _pairs(run: str) -> list[str]:
    return [run[place : place + 2] for place in range(len(run) - 1)]
