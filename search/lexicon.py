"""Reading and writing down the glossary: the files that are shipped, and tables of others.

A line of our files is one concept: ``川崎病 | 皮肤黏膜淋巴结综合征 | Kawasaki disease | KD``. ``!weak`` behind
a name says that it means something else as well. ``# source:`` names where the names below were taken from.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.db import models, transaction

from search import pinyin
from search.analyzer import key_of

# Characters that the table of names holds of each column.
LONGEST_NAME = 120
LONGEST_KEY = 160
LONGEST_PINYIN = 200
LONGEST_INITIALS = 60

FOLDER = Path(__file__).parent / "synonyms"
WEAK = "!weak"
SOURCE = "source:"
# Columns of a table; the second line of names are those of the Human Phenotype Ontology's tables.
ZH = ("name_zh", "zh", "chinese", "中文名", "中文译名", "cname")
EN = ("name_en", "en", "english", "英文名", "name", "label")
OTHERS = ("synonyms", "synonym", "同义词", "aliases")
NUMBER = ("id", "hpo_id", "code", "编号")


class LexiconError(ValueError):
    """A line or a table that cannot be read; the message says which and why."""


@dataclass(frozen=True)
class Entry:
    """One concept as it is written down: names with a flag for ambiguous ones."""

    names: tuple[tuple[str, bool], ...]
    source: str = ""


@dataclass
class Report:
    """What loading did: concepts and names that are new, and names left out: another concept has them,
    or they are sentences."""

    concepts: int = 0
    names: int = 0
    conflicts: list[str] = field(default_factory=list)
    too_long: list[str] = field(default_factory=list)


def computed(text: str) -> dict[str, str]:
    """What is kept of a name beside its text. Nobody types the whole pinyin of a long one."""
    return {
        "key": key_of(text),
        "pinyin": pinyin.full(text)[:LONGEST_PINYIN],
        "initials": pinyin.initials(text)[:LONGEST_INITIALS],
    }


def is_too_long(text: str) -> bool:
    """No name of a disease: cut, it would be the name of something else."""
    return len(text) > LONGEST_NAME or len(key_of(text)) > LONGEST_KEY


def shipped() -> Iterator[Entry]:
    """The concepts of all files that come with the site."""
    for path in sorted(FOLDER.glob("*.txt")):
        yield from parse(path.read_text(encoding="utf-8").splitlines())


def parse(lines: Iterable[str]) -> Iterator[Entry]:
    """Entries of our own format; LexiconError for a line without names."""
    source = ""
    for number, line in enumerate(lines, start=1):
        line = line.strip().removeprefix("\ufeff")
        if line.startswith("#"):
            note = line.lstrip("# ")
            source = note.removeprefix(SOURCE).strip() if note.startswith(SOURCE) else source
        elif line:
            names = tuple(_name(part) for part in line.split("|"))
            if not all(key_of(text) for text, _weak in names):
                raise LexiconError(f"line {number}: a name without letters: {line}")
            yield Entry(names, source)


def parse_table(lines: Iterable[str], *, source: str) -> Iterator[Entry]:
    """Entries of a table with a header line, split by tabs or commas, as terminologies publish them."""
    lines = [line.removeprefix("\ufeff") for line in lines if line.strip()]
    if not lines:
        return
    rows = csv.DictReader(lines, delimiter="\t" if "\t" in lines[0] else ",")
    columns = {name.strip().lower(): name for name in rows.fieldnames or ()}
    zh, en, others, number = (_column(columns, names) for names in (ZH, EN, OTHERS, NUMBER))
    if not (zh or en):
        raise LexiconError(f"The first line names no column of names, such as {ZH[0]} or {EN[0]}.")
    for row in _read(rows):
        texts = [row.get(column) or "" for column in (zh, en) if column]
        texts += (row.get(others) or "").replace(";", "|").replace("；", "|").split("|") if others else []
        names = tuple(dict.fromkeys((text.strip(), False) for text in texts if key_of(text)))
        if names:
            yield Entry(names, f"{source} {row.get(number) or ''}".strip() if number else source)


def _read(rows: csv.DictReader) -> Iterator[dict]:
    try:
        yield from rows
    except csv.Error as error:
        raise LexiconError(f"line {rows.line_num + 1}: {error}") from error


def _column(columns: dict[str, str], names: Iterable[str]) -> str:
    return next((columns[name] for name in names if name in columns), "")


def _name(part: str) -> tuple[str, bool]:
    text = part.strip()
    return text.removesuffix(WEAK).strip(), text.endswith(WEAK)


@transaction.atomic
def load(
    entries: Iterable[Entry], *, concept_model: type[models.Model], name_model: type[models.Model]
) -> Report:
    """Add what is missing; what an editor has written stays. The models may be those of a migration.

    An entry belongs to the concept that already has its first unambiguous name. A name that another
    concept has, unambiguous in either, is left out and reported.
    """
    report = Report()
    fresh: list[models.Model] = []
    # By key, the concepts that have the name, and whether it is ambiguous there.
    known: dict[str, dict[int, bool]] = {}
    places: Counter[int] = Counter()
    for key, concept, is_weak in name_model.objects.values_list("key", "concept_id", "is_weak"):
        known.setdefault(key, {})[concept] = is_weak
        places[concept] += 1
    for entry in entries:
        too_long = [text for text, _is_weak in entry.names if is_too_long(text)]
        report.too_long += too_long
        entry = replace(entry, names=tuple(name for name in entry.names if name[0] not in too_long))
        if not entry.names:
            continue
        concept = _concept_of(entry, known)
        if concept is None:
            concept = concept_model.objects.create(source=entry.source[:200]).pk
            report.concepts += 1
        for text, is_weak in entry.names:
            key = key_of(text)
            others = {other: weak for other, weak in known.get(key, {}).items() if other != concept}
            if concept in known.get(key, {}):
                continue
            if others and not (is_weak and all(others.values())):
                report.conflicts.append(text)
                continue
            fresh.append(
                name_model(
                    concept_id=concept,
                    sort_order=places[concept],
                    text=text,
                    is_weak=is_weak,
                    **computed(text),
                )
            )
            known.setdefault(key, {})[concept] = is_weak
            places[concept] += 1
    name_model.objects.bulk_create(fresh)
    report.names = len(fresh)
    return report


def _concept_of(entry: Entry, known: dict[str, dict[int, bool]]) -> int | None:
    for text, is_weak in entry.names:
        if not is_weak:
            owners = [concept for concept, weak in known.get(key_of(text), {}).items() if not weak]
            return owners[0] if owners else None
    return None
