"""From what a reader typed to what is asked of an engine.

Words are read like this: "…" must stand so, -word must not stand at all, and of all others as much as
possible. Names of the glossary bring their other names along, at a lower weight.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from search.analyzer import (
    LONGEST_PHRASE,
    MAX_QUERY,
    MAX_UNITS,
    Run,
    Unit,
    fold,
    is_han,
    pairs,
    phrase,
    runs,
    telling,
    units_of,
)
from search.glossary import Glossary

# How much a match of another name of the concept counts beside the typed one.
RELATED_WEIGHT = 0.6
# Search servers refuse queries of more than a thousand parts, and each of these is asked in each field.
MOST_RELATED = 96
# Of a long question only documents with one of its rarest parts are considered.
CANDIDATES = 4
SHORTEST_LOOSENED = 4  # characters of a phrase that may be taken apart

_PIECE = re.compile(
    r"(?P<minus>(?:(?<=\s)|(?<=^))[-－−](?=\S))?"
    r"(?:(?P<open>[\"“”「『«])(?P<quoted>[^\"“”「」『』«»]*)[\"”」』»]|(?P<word>[^\s\"“”「」『』«»]+)|\S)"
)
_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9-]+\b")
# Written behind a number with a space or without.
_UNITS = frozenset(
    [
        "mg",
        "g",
        "kg",
        "ug",
        "mcg",
        "μg",
        "ng",
        "ml",
        "l",
        "dl",
        "ul",
        "mmol",
        "umol",
        "meq",
        "iu",
        "u",
        "ppm",
        "cm",
        "mm",
        "m",
        "kpa",
        "mmhg",
        "cmh2o",
        "kcal",
        "kj",
        "hz",
        "min",
        "h",
        "d",
        "bpm",
    ]
)
# What makes a question of a Chinese sentence, and stands in every text.
_FILLERS = re.compile(
    "什么时候|为什么|什么样|什么|怎么办|怎么样|怎么回事|怎么|怎样|如何|哪些|哪个|哪家|多少|多久|是否|是不是|能不能|会不会|要不要"
    "|可不可以|应该|需要|可以|有没有|时候|的|吗|呢"
)


@dataclass(frozen=True)
class Clause:
    """One thing asked for: the units that say it, and other names of it."""

    units: tuple[Unit, ...]
    related: tuple[Unit, ...] = ()
    # As it was typed; a piece of a sentence is not shown to whoever typed the sentence.
    typed: str = field(default="", compare=False)
    is_piece: bool = field(default=False, compare=False)

    @property
    def every(self) -> tuple[Unit, ...]:
        return tuple(dict.fromkeys((*self.units, *self.related)))


@dataclass(frozen=True)
class Ask:
    """What an engine answers. `required`: of each group one unit must stand in the document."""

    clauses: tuple[Clause, ...] = ()
    required: tuple[tuple[Unit, ...], ...] = ()
    excluded: tuple[Unit, ...] = ()
    filters: Mapping[str, str] = field(default_factory=dict)
    reader: str = ""
    with_answers: bool = False
    newest_first: bool = False
    start: int = 0
    size: int = 20
    documents_with: Mapping[Unit, int] = field(default_factory=dict)

    @cached_property
    def asked(self) -> tuple[Unit, ...]:
        """Everything that was typed."""
        return tuple(dict.fromkeys(chain.from_iterable(clause.units for clause in self.clauses)))

    @cached_property
    def related(self) -> tuple[Unit, ...]:
        """Other names of what was typed."""
        asked = set(self.asked)
        named = dict.fromkeys(chain.from_iterable(clause.related for clause in self.clauses))
        return tuple(unit for unit in named if unit not in asked)[:MOST_RELATED]

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        return (*self.asked, *self.related)


@dataclass(frozen=True)
class Wish:
    """A query taken apart: what is asked for in any case, what must stand, and what must not."""

    clauses: tuple[Clause, ...]
    required: tuple[tuple[Unit, ...], ...]
    excluded: tuple[Unit, ...]


def read(text: str, *, glossary: Glossary, known: Container[str] = frozenset()) -> Wish:
    """Take `text` apart; `known` are the tokens that stand in the index."""
    clauses: list[Clause] = []
    required: list[tuple[Unit, ...]] = []
    excluded: list[Unit] = []
    excluded_names: list[Unit] = []
    free: list[str] = []
    for piece in _PIECE.finditer(text[:MAX_QUERY]):
        said = piece["quoted"] if piece["open"] else piece["word"] or ""
        found = list(runs(fold(said)))
        if not found:
            free.append(" ")
        elif piece["minus"]:
            excluded.append(phrase([run.key for run in found]))
            spoken = glossary.spoken(found)
            if spoken and spoken.runs == len(found):
                excluded_names += glossary.names_of(spoken.concepts)
        elif piece["open"]:
            unit = phrase([run.key for run in found])
            clauses.append(Clause((unit,), typed=said))
            required.append((unit,))
        else:
            free.append(said)
    rest = " ".join(free)
    capitals = frozenset(fold(word) for word in _CAPITALS.findall(rest))
    clauses += _clauses(fold(rest), glossary, known, capitals)
    return Wish(
        clauses=tuple(dict.fromkeys(clauses))[:MAX_UNITS],
        required=tuple(dict.fromkeys(required))[:MAX_UNITS],
        # What was typed first: it must not be cut off by the other names of something else.
        excluded=tuple(dict.fromkeys([*excluded, *excluded_names]))[:MOST_RELATED],
    )


def _clauses(
    folded: str, glossary: Glossary, known: Container[str], capitals: Container[str]
) -> Iterator[Clause]:
    found = list(runs(folded))
    worth = set(telling(found))
    place = 0
    while place < len(found):
        run = found[place]
        spoken = glossary.spoken(found[place:])
        # "ALL" among other words is a leukaemia, "all" is not; "kd" is, where no text says it otherwise.
        is_word = spoken and spoken.runs == 1 and run.key in glossary.weak and run.key in known
        if is_word and len(found) > 1 and run.text not in capitals:
            spoken = None
        if spoken:
            named = found[place : place + spoken.runs]
            unit = phrase([each.key for each in named])
            typed = " ".join(each.text for each in named)
            yield Clause((unit,), glossary.names_of(spoken.concepts), typed)
            place += spoken.runs
            continue
        length = _length_of_dose(found[place:], folded)
        if length > 1:
            dose = found[place : place + length]
            yield Clause((phrase([each.key for each in dose]),), typed=folded[run.start : dose[-1].end])
            place += length
            continue
        place += 1
        if run.is_han:
            yield from _of_chinese(run, glossary)
        elif run in worth:
            # Initials are believed only of what is no word: `fgr` may be one, `cqb` is none.
            concepts = frozenset() if run.key in known else glossary.abbreviated(run)
            yield Clause(tuple(units_of(run)), glossary.names_of(concepts), run.text)


def _length_of_dose(found: Sequence[Run], folded: str) -> int:
    """How many runs from here on are one number with its unit: 20mL, 20 mL, 0.01mg, 1:10000."""
    length = 1
    while length < len(found) and found[length - 1].is_number:
        before, run = found[length - 1 : length + 1]
        between = folded[before.end : run.start]
        is_number = run.is_number and between in (".", ":")
        is_unit = (
            not run.is_han and not run.is_number and (not between or (between == " " and run.text in _UNITS))
        )
        if not (is_number or is_unit):
            break
        length += 1
    return length


def _of_chinese(run: Run, glossary: Glossary) -> Iterator[Clause]:
    """A run that is no name as a whole: itself if it is short, its names, and what is left of it."""
    if len(run.text) <= LONGEST_PHRASE:
        yield Clause(tuple(units_of(run)), typed=run.text, is_piece=True)
    names = glossary.within(run.text)
    for _start, name in names:
        yield Clause((phrase([name]),), glossary.names_of(glossary.by_key[name]), name)
    for rest in _rests(run.text, names):
        if rest != run.text or len(rest) > LONGEST_PHRASE:
            # Pairs of a long run cut words in two: that one of them stands nowhere says nothing.
            typed = rest if len(rest) <= LONGEST_PHRASE else ""
            yield from (
                Clause((unit,), typed=typed, is_piece=True) for unit in units_of(Run(rest, 0, is_han=True))
            )


def _rests(text: str, names: Sequence[tuple[int, str]]) -> Iterator[str]:
    """What a run says beside its names and the words of asking; single characters say too little."""
    edges = [0]
    for start, name in names:
        edges += [start, start + len(name)]
    edges.append(len(text))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        yield from (rest for rest in _FILLERS.split(text[start:end]) if len(rest) > 1)


def candidates(wish: Wish, documents_with: Mapping[Unit, int]) -> tuple[tuple[Unit, ...], ...]:
    """What must stand in a document that is considered at all.

    Of a long question that is one of its rarest parts: the common ones fit half of the library,
    and only order what the rare ones find.
    """
    if wish.required or len(wish.clauses) <= CANDIDATES:
        return wish.required

    def documents(clause: Clause) -> int:
        return sum(documents_with.get(unit, 0) for unit in clause.every)

    rarest = sorted((clause for clause in wish.clauses if documents(clause)), key=documents)[:CANDIDATES]
    return (tuple(dict.fromkeys(chain.from_iterable(clause.every for clause in rarest))),) if rarest else ()


def loosened(wish: Wish) -> Wish:
    """The same with phrases taken apart, for when nobody says all of it in one breath."""

    def pieces(unit: Unit) -> Iterator[Unit]:
        if unit.parts[0].isdecimal() and not any(map(is_han, unit.parts)):
            yield unit  # half of a dose is another dose
            return
        # A number alone says nothing: the 1 of 1型糖尿病.
        for part in [part for part in unit.parts if not part.isdecimal()] or unit.parts:
            if is_han(part) and len(part) >= SHORTEST_LOOSENED:
                yield from (phrase([pair]) for pair in pairs(part))
            else:
                yield phrase([part])

    clauses = (
        Clause((piece,), clause.related)
        for clause in wish.clauses
        for unit in clause.units
        for piece in pieces(unit)
    )
    return replace(wish, clauses=tuple(dict.fromkeys(clauses)))
