"""Who may take which step, asked about many pages at once: a board of fifty submissions costs what one costs."""

from collections.abc import Sequence
from itertools import chain

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Revision, WorkflowState

from courseware.catalogue.models import Contribution
from courseware.network.enums import Role
from courseware.network.models import Membership, Person
from courseware.network.territory import Territory

Pages = Sequence[Page]


def roles_of(user) -> set[tuple[Role, int | None]]:
    """The roles that somebody holds today, each with the id of its institution; None for the whole network."""
    if not (user.is_authenticated and user.is_active):
        return set()
    rows = Membership.objects.current().filter(person__account=user)
    return {(Role(role), institution) for role, institution in rows.values_list("role", "institution")}


def may_check_for_the_institution(user, pages: Pages) -> set[int]:
    """Ids of the pages of an institution whose lead teacher `user` is, without a part in the text.

    A chief editor stands in where every lead teacher of the institution has a part in it, or it has none.
    """
    roles = roles_of(user)
    is_editor = (Role.CHIEF_EDITOR, None) in roles
    if not (is_editor or any(role is Role.LEAD_TEACHER for role, _institution in roles)):
        return set()
    authors, territory = authors_of(pages), Territory()
    leaders = _lead_teachers() if is_editor else {}
    allowed = set()
    for page in pages:
        institution = territory.institution_of(page)
        if institution is None or user.pk in authors[page.pk]:
            continue
        is_free = leaders.get(institution.pk, set()) <= authors[page.pk]
        if (Role.LEAD_TEACHER, institution.pk) in roles or (is_editor and is_free):
            allowed.add(page.pk)
    return allowed


def may_check_translations(user, pages: Pages) -> set[int]:
    """Ids of the pages in whose text and translation `user`, who is bilingual, had no part."""
    allowed = {Role.REVIEWER, Role.LEAD_TEACHER, Role.CHIEF_EDITOR}
    if not any(role in allowed for role, _institution in roles_of(user)):
        return set()
    if not Person.objects.filter(account=user, checks_translations=True).exists():
        return set()
    return _without_part(user, pages)


def may_check_privacy(user, pages: Pages) -> set[int]:
    """Ids of the pages that `user` may judge for children's privacy: a privacy officer without a part in the text."""
    return _without_part(user, pages) if (Role.PRIVACY_OFFICER, None) in roles_of(user) else set()


def may_decide(user, pages: Pages) -> set[int]:
    """Ids of the pages that `user` may decide on: a chief editor without a part in the text."""
    return _without_part(user, pages) if (Role.CHIEF_EDITOR, None) in roles_of(user) else set()


def _without_part(user, pages: Pages) -> set[int]:
    return {page for page, authors in authors_of(pages).items() if user.pk not in authors}


def _lead_teachers() -> dict[int, set[int]]:
    """Accounts of the lead teachers by institution."""
    rows = Membership.objects.current().filter(role=Role.LEAD_TEACHER, person__account__is_active=True)
    leaders: dict[int, set[int]] = {}
    for institution, account in rows.values_list("institution", "person__account"):
        leaders.setdefault(institution, set()).add(account)
    return leaders


def authors_of(pages: Pages) -> dict[int, set[int]]:
    """Accounts that have a part in each page: its owner, who submitted it, who ever saved it, who is credited.

    Credits are those of the live page and of its newest draft together: nobody becomes a judge of a text by being
    left out of one of them.
    """
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
    for page, credited in _credited(pages).items():
        authors[page] |= {accounts[person] for person in credited if person in accounts}
    return authors


def _credited(pages: Pages) -> dict[int, set[int]]:
    """Ids of the people credited on the live pages or in their newest drafts, by page. Two queries."""
    credited: dict[int, set[int]] = {page.pk: set() for page in pages}
    for page, person in Contribution.objects.filter(page__in=credited).values_list("page_id", "person_id"):
        credited[page].add(person)
    drafts = Page.objects.filter(pk__in=credited).values_list("pk", "latest_revision__content__contributions")
    for page, rows in drafts:
        credited[page] |= {row["person"] for row in rows or () if row.get("person")}
    return credited
