"""Who made a text: people and institutions, asked about many pages at once.

Everywhere the live page and its newest draft count together: nobody becomes a judge of a text by being left out of
one of them.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Revision, WorkflowState

from courseware.catalogue.models import Contribution
from courseware.network.models import Membership, Partner, Person
from courseware.network.territory import Territory

Pages = Sequence[Page]


def authors_of(pages: Pages) -> dict[int, set[int]]:
    """Accounts that have a part in each page: its owner, who submitted it, who ever saved it, who is credited."""
    authors: dict[int, set[int]] = {page.pk: {page.owner_id} - {None} for page in pages}
    kind = ContentType.objects.get_for_model(Page)
    ids = [str(pk) for pk in authors]
    submitted = WorkflowState.objects.filter(
        base_content_type=kind, object_id__in=ids, requested_by__isnull=False
    )
    saved = Revision.objects.filter(base_content_type=kind, object_id__in=ids, user__isnull=False)
    for page, account in chain(
        submitted.values_list("object_id", "requested_by"), saved.values_list("object_id", "user")
    ):
        authors[int(page)].add(account)
    accounts = dict(Person.objects.filter(account__isnull=False).values_list("pk", "account"))
    for page, rows in _credits(pages).items():
        authors[page] |= {accounts[person] for person, _institution in rows if person in accounts}
    return authors


def credited_people(pages: Pages) -> dict[int, set[int]]:
    """Ids of the people credited on each page."""
    return {page: {person for person, _institution in rows} for page, rows in _credits(pages).items()}


def institutions_of(pages: Pages, authors: dict[int, set[int]] | None = None) -> dict[int, set[int]]:
    """Ids of the institutions that make each page: in whose branch it stands, its partners (for a lesson also those of
    its course), those that are named in its credits, and those to which its authors belong today."""
    territory = Territory()
    made: dict[int, set[int]] = {}
    for page in pages:
        lead = territory.institution_of(page)
        made[page.pk] = {lead.pk} if lead else set()
    for page, institutions in _partners(pages).items():
        made[page] |= institutions
    for page, rows in _credits(pages).items():
        made[page] |= {institution for _person, institution in rows if institution}
    authors = authors_of(pages) if authors is None else authors
    belongs = belonging(set(chain.from_iterable(authors.values())))
    for page, accounts in authors.items():
        for account in accounts:
            made[page] |= belongs.get(account, set())
    return made


def belonging(accounts: Iterable[int]) -> dict[int, set[int]]:
    """Institutions of today by account."""
    rows = Membership.objects.current().filter(person__account__in=accounts, institution__isnull=False)
    found: dict[int, set[int]] = {}
    for account, institution in rows.values_list("person__account", "institution"):
        found.setdefault(account, set()).add(institution)
    return found


def _credits(pages: Pages) -> dict[int, set[tuple[int, int | None]]]:
    """People credited on the live pages or in their newest drafts, each with the institution named, by page."""
    credits: dict[int, set[tuple[int, int | None]]] = {page.pk: set() for page in pages}
    live = Contribution.objects.filter(page__in=credits)
    for page, person, institution in live.values_list("page_id", "person_id", "institution_id"):
        credits[page].add((person, institution))
    drafts = Page.objects.filter(pk__in=credits).values_list("pk", "latest_revision__content__contributions")
    for page, rows in drafts:
        credits[page] |= {(row["person"], row.get("institution")) for row in rows or () if row.get("person")}
    return credits


def _partners(pages: Pages) -> dict[int, set[int]]:
    """Partner institutions of the pages and of the pages above them, live and in the newest drafts."""
    above = {page.path[: -page.steplen]: page.pk for page in pages}
    parents = dict(Page.objects.filter(path__in=above).values_list("pk", "path"))
    asked = {page.pk for page in pages} | set(parents)
    found: dict[int, set[int]] = {pk: set() for pk in asked}
    for page, institution in Partner.objects.filter(page__in=asked).values_list("page_id", "institution_id"):
        found[page].add(institution)
    drafts = Page.objects.filter(pk__in=asked).values_list("pk", "latest_revision__content__partners")
    for page, rows in drafts:
        found[page] |= {row["institution"] for row in rows or () if row.get("institution")}
    by_path = {path: pk for pk, path in parents.items()}
    return {
        page.pk: found[page.pk] | found.get(by_path.get(page.path[: -page.steplen], 0), set())
        for page in pages
    }
