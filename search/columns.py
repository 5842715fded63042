"""The facets of all documents as sets of bits, so that counting ten facets costs a millisecond.

A page and its translations are one result. Each language has a plane of bits in which a page and its
translations stand at the same place: laying the planes over each other counts every page once.
SQL needed 34 ms to count eight facets of 10,000 hits on SQLite; this takes 2.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
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
        every = self._bits_of(ranked) & ~self._bits_of(hidden)
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
        own, foreign = self._entries(narrowed, ask.reader)
        if ask.newest_first:
            entries = self._newest(self._standing(ranked, narrowed), own | foreign)
        else:
            entries = chain.from_iterable(self._standing(ranked, bits) for bits in (own, foreign) if bits)
        return Found(
            total=(own | foreign).bit_count(),
            page_ids=list(islice(entries, ask.start, ask.start + ask.size)),
            counts=counts,
        )

    def with_translations(self, pages: Iterable[int]) -> set[int]:
        """These pages and all their translations."""
        meant = {self.places[page] % self.width for page in pages if page in self.places}
        return {page for page, place in self.places.items() if place % self.width in meant}

    def _bits_of(self, pages: Iterable[int]) -> int:
        return _bits(map(self.places.get, pages), self.size)

    def _planes(self, bits: int) -> Iterator[tuple[str, int, int]]:
        """Each language, where its plane begins, and what of `bits` lies there."""
        plane = (1 << self.width) - 1
        for number, language in enumerate(self.languages):
            start = number * self.width
            yield language, start, bits >> start & plane

    def _pages(self, bits: int) -> int:
        """How many pages, whatever their languages."""
        laid = 0
        for _language, _start, plane in self._planes(bits):
            laid |= plane
        return laid.bit_count()

    def _entries(self, bits: int, reader: str) -> tuple[int, int]:
        """Each page once: what stands in the reader's language, and what there is in others alone."""
        laid, own, foreign = 0, 0, 0
        for language, start, plane in sorted(self._planes(bits), key=lambda found: found[0] != reader):
            entries = (plane & ~laid) << start
            laid |= plane
            if language == reader:
                own = entries
            else:
                foreign |= entries
        return own, foreign

    def _standing(self, ranked: Iterable[int], bits: int) -> Iterator[int]:
        """Those of these pages whose bit is set."""
        # As text: asking a big number for its n-th bit takes as long as the number is.
        digits = f"{bits:0{self.size}b}"
        places = self.places
        return (page for page in ranked if page in places and digits[-1 - places[page]] == "1")

    def _newest(self, pages: Iterable[int], entries: int) -> Iterator[int]:
        """Of a page and its translations the one that is shown, at the place of the newest of them."""
        pages = sorted(pages, key=lambda page: (-self.published[page], page))
        shown = {self.places[page] % self.width: page for page in self._standing(pages, entries)}
        return (shown.pop(group) for page in pages if (group := self.places[page] % self.width) in shown)


def _bits(places: Iterable[int | None], size: int) -> int:
    digits = bytearray(b"0") * size
    for place in places:
        if place is not None:
            digits[-1 - place] = 49  # "1"
    return int(digits, 2) if digits else 0


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
            name: {code: _bits(found, columns.size) for code, found in codes.items()}
            for name, codes in members.items()
        }
    )
    return columns


current = Memory(Part.DOCUMENTS, load)
