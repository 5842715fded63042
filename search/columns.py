"""The facets of all documents as sets of bits, so that counting ten facets costs a millisecond.

A page and its translations are one result. Each language has a plane of bits in which a page and its
translations stand at the same place: laying the planes over each other counts every page once.
SQL needed 34 ms to count eight facets of 10,000 hits on SQLite; this takes 2.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from uuid import UUID

from search import facets
from search.ask import Ask
from search.engines.found import Counts, Found
from search.enums import Part
from search.facets import FACETS
from search.memory import Memory
from search.models import SearchDocument

Hits = Iterable[tuple[int, float]]  # page ids with their scores


@dataclass(frozen=True)
class Columns:
    """`places`: where the bit of a page is; `bits`: by facet and code, the documents that have it."""

    width: int  # of a plane: how many pages there are, translations not counted
    languages: tuple[str, ...]
    places: dict[int, int]
    published: dict[int, float]
    bits: dict[str, dict[str, int]]
    day: date

    @property
    def size(self) -> int:
        return self.width * len(self.languages)

    def found(self, hits: Hits, ask: Ask) -> Found:
        """Count, narrow and order `hits`; pages that are not known here are left out."""
        scores = {
            place: (page, score) for page, score in hits if (place := self.places.get(page)) is not None
        }
        every = self._bits_of(scores)
        chosen = {name: self.bits.get(name, {}).get(code, 0) for name, code in ask.filters.items() if code}
        counts: Counts = {}
        for facet in FACETS:
            base = every
            for name, bits in chosen.items():
                if name != facet.name:
                    base &= bits
            counts[facet.name] = {
                code: number
                for code, bits in self.bits.get(facet.name, {}).items()
                if (number := self._pages(base & bits))
            }
        narrowed = every
        for bits in chosen.values():
            narrowed &= bits
        return Found(
            total=self._pages(narrowed), page_ids=self._ordered(scores, narrowed, ask), counts=counts
        )

    def _bits_of(self, places: Iterable[int]) -> int:
        digits = bytearray(b"0") * self.size
        for place in places:
            digits[-1 - place] = 49  # "1"
        return int(digits, 2) if digits else 0

    def _pages(self, bits: int) -> int:
        plane = (1 << self.width) - 1
        laid = 0
        while bits:
            laid |= bits & plane
            bits >>= self.width
        return laid.bit_count()

    def _ordered(self, scores: Mapping[int, tuple[int, float]], narrowed: int, ask: Ask) -> list[int]:
        # As text: asking a big number for its n-th bit takes as long as the number is.
        digits = f"{narrowed:0{self.size}b}"
        own = self.languages.index(ask.reader) if ask.reader in self.languages else 0
        best: dict[int, tuple] = {}
        for place, (page, score) in scores.items():
            if digits[-1 - place] == "0":
                continue
            plane, pages_place = divmod(place, self.width)
            is_foreign = plane != own
            if ask.newest_first:
                entry = (-self.published[page], is_foreign, page)
            else:
                entry = (is_foreign, -score, page)
            known = best.get(pages_place)
            # The reader's own language wins, whatever the order of the results.
            if known is None or (is_foreign, entry) < (known[0], known[1]):
                best[pages_place] = (is_foreign, entry)
        entries = (entry for _foreign, entry in best.values())
        return [entry[-1] for entry in nsmallest(ask.start + ask.size, entries)[ask.start :]]


def load() -> Columns:
    """Read the facets of all documents. One query."""
    languages: dict[str, int] = {}
    groups: dict[UUID, int] = {}
    day = facets.today()
    rows = list(
        SearchDocument.objects.values_list(
            "pk", "translation_key", "published_at", "language", *(facet.column for facet in FACETS)
        )
    )
    for _pk, key, _published, language, *_values in rows:
        groups.setdefault(key, len(groups))
        languages.setdefault(language, len(languages))
    places: dict[int, int] = {}
    published: dict[int, float] = {}
    members: dict[str, dict[str, list[int]]] = {facet.name: defaultdict(list) for facet in FACETS}
    for pk, key, moment, language, *values in rows:
        place = places[pk] = languages[language] * len(groups) + groups[key]
        published[pk] = moment.timestamp() if moment else 0.0
        for facet, value in zip(FACETS, values, strict=True):
            for code in facet.codes(value, day):
                members[facet.name][code].append(place)
    columns = Columns(len(groups), tuple(languages), places, published, {}, day)
    columns.bits.update(
        {
            name: {code: columns._bits_of(found) for code, found in codes.items()}
            for name, codes in members.items()
        }
    )
    return columns


current = Memory(Part.DOCUMENTS, load)
