"""The names of all concepts as one value that a process keeps: 川崎病, Kawasaki disease, KD."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from search.analyzer import Run, Unit, fold, key_of, phrase, stem
from search.enums import Part
from search.memory import Memory
from search.models import Name

LONGEST = 8  # runs of a name
LONGEST_HAN = 16  # characters of a name
MOST_BEGUN = 20  # names looked at for a beginning


class Spoken(NamedTuple):
    """Consecutive runs of a query that name concepts: how many runs, and which concepts."""

    runs: int
    concepts: frozenset[int]


class Label(NamedTuple):
    """The names of a concept that are shown to readers."""

    zh: str
    en: str

    def to(self, reader: str) -> tuple[str, str]:
        """The name for a reader of this language, and the language of the name."""
        names = {"zh-hans": self.zh, "en": self.en}
        language = reader if names.get(reader) else next(code for code, name in names.items() if name)
        return names[language], language


@dataclass(frozen=True)
class Glossary:
    """Concepts by everything that a reader may type for them."""

    by_key: dict[str, frozenset[int]] = field(default_factory=dict)
    by_pinyin: dict[str, frozenset[int]] = field(default_factory=dict)
    by_initials: dict[str, frozenset[int]] = field(default_factory=dict)
    strong: dict[int, tuple[Unit, ...]] = field(default_factory=dict)
    labels: dict[int, Label] = field(default_factory=dict)
    # Chinese names by their pinyin; stems and spellings of the words of English names.
    by_sound: dict[str, str] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    # Names that are ambiguous wherever they stand.
    weak: frozenset[str] = frozenset()
    spelt: frozenset[str] = frozenset()

    def names_of(self, concepts: Iterable[int]) -> tuple[Unit, ...]:
        """The unambiguous names of these concepts, each once."""
        return tuple(
            dict.fromkeys(unit for concept in sorted(concepts) for unit in self.strong.get(concept, ()))
        )

    def spoken(self, found: Sequence[Run]) -> Spoken | None:
        """The longest name at the beginning of `found`, written out or in pinyin."""
        for length in range(min(LONGEST, len(found)), 0, -1):
            if concepts := self.by_key.get(" ".join(run.key for run in found[:length])):
                return Spoken(length, concepts)
        for length in range(min(LONGEST, len(found)), 0, -1):
            if not any(run.is_han for run in found[:length]):
                typed = "".join(run.text for run in found[:length])
                if concepts := self.by_pinyin.get(typed):
                    return Spoken(length, concepts)
        return None

    def abbreviated(self, run: Run) -> frozenset[int]:
        """Concepts whose pinyin has these initials."""
        return self.by_initials.get(run.text, frozenset())

    def sounding(self, sound: str, length: int) -> str:
        """A Chinese name of that many characters with this pinyin, or nothing."""
        name = self.by_sound.get(sound, "")
        return name if len(name) == length else ""

    def beginning(self, typed: str) -> list[int]:
        """Concepts one of whose names begins with `typed`, in writing, in pinyin or in initials."""
        whole, joined = key_of(typed), typed.replace(" ", "")
        found: dict[int, None] = {}
        for names, start in (
            (self.by_key, typed),
            (self.by_key, whole),
            (self.by_pinyin, joined),
            (self.by_initials, joined),
        ):
            for name in sorted((name for name in names if name.startswith(start)), key=len)[:MOST_BEGUN]:
                found |= dict.fromkeys(sorted(names[name]))
        return list(found)

    def within(self, han: str) -> list[tuple[int, str]]:
        """Names inside a Chinese run, with their places: from the left, the longest first, none overlapping."""
        found = []
        start = 0
        while start < len(han) - 1:
            longest = min(len(han), start + LONGEST_HAN)
            end = next((end for end in range(longest, start + 1, -1) if han[start:end] in self.by_key), 0)
            if end:
                found.append((start, han[start:end]))
            start = end or start + 1
        return found


def load() -> Glossary:
    """Read it anew. One query."""
    keys, pinyin, initials = (defaultdict(set) for _ in range(3))
    strong: dict[int, list[Unit]] = defaultdict(list)
    labels: dict[int, dict[bool, str]] = defaultdict(dict)
    sounds: dict[str, str] = {}
    spelt: set[str] = set()
    weak: set[str] = set()
    rows = Name.objects.order_by("concept_id", "sort_order", "pk")
    for name in rows:
        concept = name.concept_id
        keys[name.key].add(concept)
        if name.pinyin:
            pinyin[name.pinyin].add(concept)
            initials[name.initials].add(concept)
            sounds.setdefault(name.pinyin, fold(name.text))
        else:
            spelt.update(word for word in fold(name.text).split() if word.isalpha() and len(word) > 3)
        if name.is_weak:
            weak.add(name.key)
        else:
            strong[concept].append(phrase(name.key.split(" ")))
        labels[concept].setdefault(name.is_chinese, name.text)
    return Glossary(
        by_sound=sounds,
        words=frozenset(map(stem, spelt)),
        spelt=frozenset(spelt),
        weak=frozenset(weak),
        by_key=_frozen(keys),
        by_pinyin=_frozen(pinyin),
        by_initials=_frozen(initials),
        strong={concept: tuple(units) for concept, units in strong.items()},
        labels={
            concept: Label(zh=names.get(True, ""), en=names.get(False, ""))
            for concept, names in labels.items()
        },
    )


def _frozen(sets: dict[str, set[int]]) -> dict[str, frozenset[int]]:
    return {key: frozenset(concepts) for key, concepts in sets.items()}


current = Memory(Part.GLOSSARY, load)
