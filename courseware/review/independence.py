"""Who is independent enough of a text to review it without knowing whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from wagtail.models import GroupPagePermission, Page

from courseware.network.enums import Role
from courseware.network.models import Membership, Person
from courseware.review.authorship import Pages, authors_of, credited_people, institutions_of
from courseware.review.enums import WAITING, Hindrance
from courseware.review.models import Round, SectionScope
from home.models import User


def hindrances(people: Sequence[Person], pages: Pages) -> dict[tuple[int, int], Hindrance]:
    """Why which person cannot review which page, by person and page id; pairs that may are not in it.

    The number of queries does not depend on how many are asked about.
    """
    authors, credited = authors_of(pages), credited_people(pages)
    makers = institutions_of(pages, authors)
    roles, belongs = _standing(people)
    accounts = User.objects.in_bulk([person.account_id for person in people if person.account_id])
    seen = _seen_branches(accounts)

    def why(person: Person, page: Page) -> Hindrance | None:
        account = accounts.get(person.account_id)
        if person.pk in credited[page.pk] or person.account_id in authors[page.pk]:
            return Hindrance.AUTHOR
        if belongs[person.pk] & makers[page.pk]:
            return Hindrance.INSTITUTION
        if account is None or not account.is_active:
            return Hindrance.NO_ACCOUNT
        if Role.REVIEWER not in roles[person.pk]:
            return Hindrance.NO_ROLE
        if account.is_superuser or any(page.path.startswith(path) for path in seen.get(account.pk, ())):
            return Hindrance.SEES_AUTHORS
        return None

    found = {(person.pk, page.pk): why(person, page) for person in people for page in pages}
    return {pair: hindrance for pair, hindrance in found.items() if hindrance}


def hindrance(person: Person, page: Page) -> Hindrance | None:
    """Why `person` cannot review `page`; None when nothing stands in the way."""
    return hindrances([person], [page]).get((person.pk, page.pk))


def refusal(person: Person, page: Page) -> str:
    """The same as a sentence; empty when nothing stands in the way."""
    why = hindrance(person, page)
    if why is None:
        return ""
    return _("%(name)s cannot review this text: %(why)s.") % {"name": person, "why": why.label}


def _standing(people: Sequence[Person]) -> tuple[dict[int, set[str]], dict[int, set[int]]]:
    """Roles and institutions of today by person."""
    roles: dict[int, set[str]] = {person.pk: set() for person in people}
    belongs: dict[int, set[int]] = {person.pk: set() for person in people}
    rows = Membership.objects.current().filter(person__in=roles)
    for person, role, institution in rows.values_list("person_id", "role", "institution_id"):
        roles[person].add(role)
        if institution:
            belongs[person].add(institution)
    return roles, belongs


def _seen_branches(accounts) -> dict[int, set[str]]:
    """Paths of the page branches that accounts may look into, by account."""
    rows = GroupPagePermission.objects.filter(group__user__in=list(accounts))
    seen: dict[int, set[str]] = {}
    for account, path in rows.values_list("group__user", "page__path"):
        seen.setdefault(account, set()).add(path)
    return seen


@dataclass(frozen=True)
class Suggestion:
    """Somebody who could be invited."""

    person: Person
    is_expert: bool
    load: int  # reviews that this person has to write now
    reviewed_before: bool


def suggestions(round: Round) -> list[Suggestion]:
    """Reviewers who are independent of the text, best first: earlier reviewers, then experts with the smallest load."""
    asked = round.assignments.values("reviewer")
    reviewers = list(
        Person.objects.filter(memberships__in=Membership.objects.current().filter(role=Role.REVIEWER))
        .exclude(pk__in=asked.filter(reviewer__isnull=False))
        .annotate(load=Count("review_assignments", filter=reviews_to_write(), distinct=True))
        .order_by("pk")
        .distinct()
    )
    page = round.page
    hindered = hindrances(reviewers, [page])
    experts = _experts(round.revision.as_object())
    before = set(Round.objects.of(page).exclude(pk=round.pk).values_list("assignments__reviewer", flat=True))
    free = [
        Suggestion(person, person.pk in experts, person.load, person.pk in before)
        for person in reviewers
        if (person.pk, page.pk) not in hindered
    ]
    return sorted(free, key=lambda row: (not row.reviewed_before, not row.is_expert, row.load, row.person.pk))


def reviews_to_write() -> Q:
    """Of people: the assignments of which something is still expected."""
    return Q(review_assignments__status__in=WAITING) & Q(review_assignments__round__in=Round.objects.open())


def _experts(page) -> set[int]:
    """People in sections whose subspecialties are those of the page."""
    wanted = [term.pk for term in page.specialties.all()]
    scopes = SectionScope.objects.filter(specialties__in=wanted)
    return set(scopes.values_list("section__members__person", flat=True)) - {None}
