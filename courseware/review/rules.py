"""Who may take which step, asked about many pages at once: a board of fifty submissions costs what one costs."""

from courseware.network.enums import Role
from courseware.network.models import Membership, Person
from courseware.network.territory import Territory
from courseware.review.authorship import Pages, authors_of, belonging, institutions_of


def roles_of(user) -> set[tuple[Role, int | None]]:
    """The roles that somebody holds today, each with the id of its institution; None for the whole network."""
    if not (user.is_authenticated and user.is_active):
        return set()
    rows = Membership.objects.current().filter(person__account=user)
    return {(Role(role), institution) for role, institution in rows.values_list("role", "institution")}


def is_chief_editor(user) -> bool:
    return (Role.CHIEF_EDITOR, None) in roles_of(user)


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
    return _impartial(user, pages, Role.PRIVACY_OFFICER)


def may_decide(user, pages: Pages) -> set[int]:
    """Ids of the pages that `user` may decide on: a chief editor without a part in the text."""
    return _impartial(user, pages, Role.CHIEF_EDITOR)


def _without_part(user, pages: Pages) -> set[int]:
    return {page for page, authors in authors_of(pages).items() if user.pk not in authors}


def _impartial(user, pages: Pages, role: Role) -> set[int]:
    """Ids of the pages on which `user` may act for the network in `role`.

    Somebody from an institution that makes the page steps back as long as a colleague from elsewhere is free: in a
    small network there may be none, and the work must not stop.
    """
    if (role, None) not in roles_of(user):
        return set()
    colleagues = _colleagues(role)
    authors = authors_of(pages)
    makers = institutions_of(pages, authors)
    allowed = set()
    for page in pages:
        free = {
            account
            for account, institutions in colleagues.items()
            if account not in authors[page.pk] and not institutions & makers[page.pk]
        }
        if user.pk in free or (not free and user.pk not in authors[page.pk]):
            allowed.add(page.pk)
    return allowed


def _colleagues(role: Role) -> dict[int, set[int]]:
    """Accounts that hold a role of the network today, each with the institutions to which it belongs."""
    held = Membership.objects.current().filter(role=role, person__account__is_active=True)
    accounts = set(held.values_list("person__account", flat=True))
    belongs = belonging(accounts)
    return {account: belongs.get(account, set()) for account in accounts}


def _lead_teachers() -> dict[int, set[int]]:
    """Accounts of the lead teachers by institution."""
    rows = Membership.objects.current().filter(role=Role.LEAD_TEACHER, person__account__is_active=True)
    leaders: dict[int, set[int]] = {}
    for institution, account in rows.values_list("institution", "person__account"):
        leaders.setdefault(institution, set()).add(account)
    return leaders
