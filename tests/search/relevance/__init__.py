"""Graded judgements over the demonstration library, and the measure that they are read with."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import log2
from pathlib import Path

JUDGEMENTS = Path(__file__).with_name("judgements.tsv")
DEPTH = 10


@dataclass(frozen=True)
class Judged:
    """A query of a reader of one language, with the grades (1-3) of the pages that answer it, by slug."""

    reader: str
    query: str
    grades: dict[str, int]


def judgements() -> Iterator[Judged]:
    for line in JUDGEMENTS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            reader, query, grades = line.split("\t")
            pairs = (pair.rpartition("=") for pair in grades.split())
            yield Judged(reader, query, {slug: int(grade) for slug, _sign, grade in pairs})


def ndcg(slugs: list[str], grades: dict[str, int]) -> float:
    """Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002), gain 2^grade - 1."""
    gained = sum((2 ** grades.get(slug, 0) - 1) / log2(place + 2) for place, slug in enumerate(slugs[:DEPTH]))
    best = sorted(grades.values(), reverse=True)[:DEPTH]
    return gained / sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(best))


def measure(search: Callable[[Judged], list[str]]) -> dict[str, float]:
    """Mean nDCG@10 of all queries, and by reader."""
    scores: dict[str, list[float]] = {}
    for judged in judgements():
        score = ndcg(search(judged), judged.grades)
        for group in ("all", judged.reader):
            scores.setdefault(group, []).append(score)
    return {group: sum(found) / len(found) for group, found in scores.items()}
