"""The facets of all documents as sets of bits, so that counting ten facets costs a millisecond.

A page and its translations are one result. Each language has a plane of bits in which a page and its
translations stand at the same place: laying the planes over each other counts every page once.
SQL needed 34 ms to count eight facets of 10,000 hits on SQLite; this takes 2.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from search import facets
from search.ask import Ask
from search.engines.found import Counts, Found
from search.enums import Part
from search.facets import FACETS
from search.memory import Memory
from search.models import SearchDocument


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

    def found(self, ranked: Sequence[int], ask: Ask, *, hidden: Iterable[int] = ()) -> Found:
        """Count and narrow the pages `ranked`, best first; those unknown here or `hidden` are left out."""
        every = self._bits_of(self._places_of(ranked)) & ~self._bits_of(self._places_of(hidden))
        chosen = {name: self.bits.get(name, {}).get(code, 0) for name, code in ask.filters.items() if code}
        counts: Counts = {}
        for facet in FACETS:
            base = _both(every, *(bits for name, bits in chosen.items() if name != facet.name))
            counts[facet.name] = {
                code: number
                for code, bits in self.bits.get(facet.name, {}).items()
                if (number := self._pages(base & bits))
            }
        narrowed = _both(every, *chosen.values())
        if ask.newest_first:
            ranked = sorted(ranked, key=lambda page: (-self.published.get(page, 0.0), page))
        return Found(total=self._pages(narrowed), page_ids=self._shown(ranked, narrowed, ask), counts=counts)

    def with_translations(self, pages: Iterable[int]) -> set[int]:
        """These pages and all their translations."""
        meant = {place % self.width for place in self._places_of(pages)}
        return {page for page, place in self.places.items() if place % self.width in meant}

    def _places_of(self, pages: Iterable[int]) -> Iterator[int]:
        return (place for place in map(self.places.get, pages) if place is not None)

    def _bits_of(self, places: Iterable[int]) -> int:
        digits = bytearray(b"0") * self.size
        for place in places:
            digits[-1 - place] = 49  # "1"
        return int(digits, 2) if digits else 0

    def _pages(self, bits: int) -> int:
        """How many pages, whatever their languages."""
        plane = (1 << self.width) - 1
        laid = 0
        while bits:
            laid |= bits & plane
            bits >>= self.width
        return laid.bit_count()

    def _shown(self, ranked: Sequence[int], narrowed: int, ask: Ask) -> list[int]:
        """One stretch: pages in the reader's language first, then those that exist in others alone."""
        # As text: asking a big number for its n-th bit takes as long as the number is.
        digits = f"{narrowed:0{self.size}b}"
        own = self.languages.index(ask.reader) if ask.reader in self.languages else 0
        first, last = own * self.width, (own + 1) * self.width
        wanted = ask.start + ask.size
        shown: list[int] = []
        foreign: list[int] = []
        for page in ranked:
            place = self.places.get(page)
            if place is None or digits[-1 - place] == "0":
                continue
            if first <= place < last:
                shown.append(page)
                if len(shown) == wanted and not ask.newest_first:
                    break
            elif digits[-1 - (first + place % self.width)] == "0":
                foreign.append(page)
        if ask.newest_first:
            order = {page: rank for rank, page in enumerate(ranked)}
            shown = sorted([*shown, *foreign], key=order.__getitem__)
        else:
            shown += foreign
        return shown[ask.start : wanted]


def _both(bits: int, *others: int) -> int:
    for other in others:
        bits &= other
    return bits


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
