"""Names that reviewers are not to read."""

import re
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import chain

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page

from courseware.network.models import Institution, Person
from courseware.review.authorship import Pages, authors_of, credited_people, institutions_of
from home.models import User

_LATIN = re.compile(r"[A-Za-z0-9]")
SHORTEST_LATIN, SHORTEST_HAN = 4, 2


@dataclass(frozen=True)
class Mask:
    """The names of those who made a page, and of their institutions, wherever they stand in a text."""

    names: frozenset[str]

    @classmethod
    def of(cls, page: Page) -> "Mask":
        return masks_of([page])[page.pk]

    @cached_property
    def _pattern(self) -> re.Pattern | None:
        # Longest first: a short name is often the beginning of the long one.
        written = {form for name in self.names for form in (name, escape(name))}
        parts = [_as_pattern(name) for name in sorted(written, key=len, reverse=True)]
        return re.compile("|".join(parts), re.IGNORECASE) if parts else None

    def hide(self, text: str) -> str:
        """`text` with every such name replaced."""
        return self._pattern.sub(_("[name hidden]"), text) if self._pattern else text


def masks_of(pages: Pages) -> dict[int, Mask]:
    """The mask of each page, by its id; the number of queries does not depend on how many there are."""
    authors, credited = authors_of(pages), credited_people(pages)
    makers = institutions_of(pages, authors)
    accounts = {row.pk: _names_of_account(row) for row in User.objects.filter(pk__in=_all(authors))}
    people = Person.objects.filter(Q(pk__in=_all(credited)) | Q(account__in=_all(authors)))
    by_person, by_account = {}, {}
    for person in people:
        by_person[person.pk] = by_account[person.account_id] = _names_of_person(person)
    institutions = {
        row.pk: _names_of_institution(row) for row in Institution.objects.filter(pk__in=_all(makers))
    }

    def names(page: Page) -> frozenset[str]:
        parts = [
            *(accounts.get(pk, set()) | by_account.get(pk, set()) for pk in authors[page.pk]),
            *(by_person.get(pk, set()) for pk in credited[page.pk]),
            *(institutions.get(pk, set()) for pk in makers[page.pk]),
        ]
        return frozenset(name for part in parts for name in part if _is_telling(name))

    return {page.pk: Mask(names(page)) for page in pages}


def _all(by_page: dict[int, set[int]]) -> set[int]:
    return set(chain.from_iterable(by_page.values()))


def _names_of_account(account: User) -> set[str]:
    return {account.email, account.get_full_name(), account.last_name + account.first_name}


def _names_of_person(person: Person) -> set[str]:
    """With the family name first as well: ``Lin Zhiyuan`` of ``Zhiyuan Lin``."""
    reversed_name = " ".join(reversed(person.name_en.split()))
    return {person.name_zh, person.name_en, reversed_name, person.orcid}


def _names_of_institution(row: Institution) -> set[str]:
    return {row.name_zh, row.name_en, row.short_name_zh, row.short_name_en, row.homepage}


def _is_telling(name: str) -> bool:
    return len(name) >= (SHORTEST_LATIN if _LATIN.match(name) else SHORTEST_HAN)


def _as_pattern(name: str) -> str:
    words = r"\s+".join(re.escape(word) for word in name.split())
    # No \b: it sees no border between a Latin and a Chinese letter.
    return rf"(?<![A-Za-z0-9]){words}(?![A-Za-z0-9])" if _LATIN.match(name) else words
