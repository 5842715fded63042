"""The one place that derives Wagtail's permissions from the network's records.

Memberships say who; institutions, their pages and the partners of courses say where. Groups, their members and
their grants follow from these, for every language copy, and are never edited by hand.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Revision

from courseware.network.enums import Role
from courseware.network.models import GrantGroup, Institution, InstitutionPage, Membership, Partner

WRITING = ("wagtailcore.add_page", "wagtailcore.change_page")
PAGES = {
    Role.CONTRIBUTOR: WRITING,
    Role.LEAD_TEACHER: (*WRITING, "wagtailcore.lock_page", "wagtailcore.unlock_page"),
    Role.CHIEF_EDITOR: (
        *WRITING,
        *(f"wagtailcore.{verb}_page" for verb in ("publish", "lock", "unlock", "bulk_delete")),
    ),
}
# Wagtail asks for the permissions of its own models, whatever model the site uses instead.
FILES = tuple(
    f"{app}.{verb}_{noun}"
    for app, noun in (("wagtailimages", "image"), ("wagtaildocs", "document"), ("wagtailmedia", "media"))
    for verb in ("add", "change", "choose")
    if (verb, noun) != ("choose", "media")  # it has none
)
EVERYBODY = ("wagtailadmin.access_admin",)
RECORDS = tuple(
    noun.replace(".", f".{verb}_")
    for noun in (
        "network.institution",
        "network.person",
        "network.section",
        "network.agreement",
        "catalogue.term",
        "catalogue.keyword",
        "review.sectionscope",
        "search.concept",
    )
    for verb in ("add", "change", "delete", "view")
)
MODELS = {Role.CHIEF_EDITOR: (*EVERYBODY, *RECORDS, "wagtail_localize.submit_translation")}
INSTITUTION_ROLES = (Role.CONTRIBUTOR, Role.LEAD_TEACHER)
NETWORK_ROLES = (Role.REVIEWER, Role.PRIVACY_OFFICER, Role.CHIEF_EDITOR)


@dataclass(frozen=True)
class Drift:
    """One difference between what the records say and what the database grants."""

    action: str  # "grant" or "revoke"
    what: str

    def __str__(self) -> str:
        return f"{self.action}: {self.what}"


@transaction.atomic
def synchronise(*, repair: bool = True) -> list[Drift]:
    """Bring groups, members and grants in line with the records; report what was not in line.

    With ``repair=False`` nothing is changed and the report is the same.
    """
    point = transaction.savepoint()
    groups = _groups()
    drift = [
        *_align_members(groups),
        *_align_pages(groups),
        *_align_files(groups),
        *_align_models(groups),
    ]
    if repair:
        transaction.savepoint_commit(point)
    else:
        transaction.savepoint_rollback(point)
    return drift


Groups = dict[tuple[Role, int | None], Group]


def _groups() -> Groups:
    """The group of each role, made where it is missing."""
    known: Groups = {
        (Role(row.role), row.institution_id): row.group for row in GrantGroup.objects.select_related("group")
    }
    wanted = [(role, institution) for institution in Institution.objects.all() for role in INSTITUTION_ROLES]
    for role, institution in [*wanted, *((role, None) for role in NETWORK_ROLES)]:
        key = (role, institution.pk if institution else None)
        if key not in known:
            name = f"{institution.slug}: {role.value}" if institution else f"network: {role.value}"
            group, _created = Group.objects.get_or_create(name=name)
            GrantGroup.objects.create(group=group, role=role, institution=institution)
            known[key] = group
    return known


def _align_members(groups: Groups) -> list[Drift]:
    rows = Membership.objects.current().filter(person__account__is_active=True)
    wanted = {
        (groups[key].pk, row.person.account_id)
        for row in rows.select_related("person")
        if (key := (Role(row.role), row.institution_id)) in groups
    }
    through = Group.user_set.through
    return _align(
        through.objects.filter(group__in=groups.values()), ("group_id", "user_id"), wanted, "member"
    )


def _align_pages(groups: Groups) -> list[Drift]:
    permissions = _permissions({code for codes in PAGES.values() for code in codes})
    branches: dict[int, set[int]] = {}
    for institution, page in InstitutionPage.objects.values_list("institution_id", "pk"):
        branches.setdefault(institution, set()).add(page)
    shared = _co_constructed()
    wanted = set()
    for (role, institution), group in groups.items():
        if institution is None:
            places = set(Page.objects.filter(depth=1).values_list("pk", flat=True))
        else:
            places = branches.get(institution, set())
        for code in PAGES.get(role, ()):
            wanted |= {(group.pk, page, permissions[code]) for page in places}
        if role in INSTITUTION_ROLES:
            for page in shared.get(institution, set()):
                wanted |= {(group.pk, page, permissions[code]) for code in WRITING}
    return _align(
        GroupPagePermission.objects.filter(group__in=groups.values()),
        ("group_id", "page_id", "permission_id"),
        wanted,
        "page grant",
    )


def _co_constructed() -> dict[int, set[int]]:
    """Pages by partner institution, all language copies: named on the live page or in its newest draft."""
    partners: set[tuple[int, int]] = set(Partner.objects.values_list("page_id", "institution_id"))
    newest = Page.objects.filter(latest_revision__isnull=False).values("latest_revision")
    drafts = Revision.objects.filter(pk__in=newest, content__partners__0__institution__isnull=False)
    for page, rows in drafts.values_list("object_id", "content__partners"):
        partners |= {(int(page), row["institution"]) for row in rows if row.get("institution")}
    keys = dict(
        Page.objects.filter(pk__in={page for page, _i in partners}).values_list("pk", "translation_key")
    )
    copies: dict = {}
    for pk, key in Page.objects.filter(translation_key__in=set(keys.values())).values_list(
        "pk", "translation_key"
    ):
        copies.setdefault(key, set()).add(pk)
    shared: dict[int, set[int]] = {}
    for page, institution in partners:
        if page in keys:
            shared.setdefault(institution, set()).update(copies[keys[page]])
    return shared


def _align_files(groups: Groups) -> list[Drift]:
    permissions = _permissions(set(FILES))
    root = Collection.get_first_root_node()
    collections = {
        institution.pk: _collection(institution, root)
        for institution in Institution.objects.select_related("collection")
    }
    wanted = set()
    for (role, institution), group in groups.items():
        if role in INSTITUTION_ROLES:
            place, codes = collections[institution], FILES
        elif role == Role.CHIEF_EDITOR:
            place, codes = root, FILES
        else:
            continue
        wanted |= {(group.pk, place.pk, permissions[code]) for code in codes}
    return _align(
        GroupCollectionPermission.objects.filter(group__in=groups.values()),
        ("group_id", "collection_id", "permission_id"),
        wanted,
        "collection grant",
    )


def _collection(institution: Institution, root: Collection) -> Collection:
    """The collection of an institution, made where it is missing and renamed with it."""
    if institution.collection_id is None:
        root.refresh_from_db()
        institution.collection = root.add_child(name=institution.name_zh)
        Institution.objects.filter(pk=institution.pk).update(collection=institution.collection)
    elif institution.collection.name != institution.name_zh:
        Collection.objects.filter(pk=institution.collection_id).update(name=institution.name_zh)
    return institution.collection


def _align_models(groups: Groups) -> list[Drift]:
    permissions = _permissions({*EVERYBODY, *(code for codes in MODELS.values() for code in codes)})
    wanted = {
        (group.pk, permissions[code])
        for (role, _institution), group in groups.items()
        for code in MODELS.get(role, EVERYBODY)
        if code in permissions
    }
    through = Group.permissions.through
    return _align(
        through.objects.filter(group__in=groups.values()), ("group_id", "permission_id"), wanted, "permission"
    )


def _permissions(codes: Iterable[str]) -> dict[str, int]:
    """Ids by ``app.codename``: the codename alone is not unique."""
    wanted = set(codes)
    names = {code.partition(".")[2] for code in wanted}
    rows = Permission.objects.filter(codename__in=names).values_list(
        "content_type__app_label", "codename", "pk"
    )
    return {f"{app}.{name}": pk for app, name, pk in rows if f"{app}.{name}" in wanted}


def _align(rows, columns: tuple[str, ...], wanted: set[tuple], what: str) -> list[Drift]:
    """Make `rows` hold exactly `wanted`; the differences, in words."""
    actual = {tuple(row[1:]): row[0] for row in rows.values_list("pk", *columns)}
    missing, extra = wanted - set(actual), set(actual) - wanted
    rows.model._base_manager.filter(pk__in=[actual[row] for row in extra]).delete()
    rows.model._base_manager.bulk_create(
        [rows.model(**dict(zip(columns, row, strict=True))) for row in missing]
    )

    def words(row):
        return f"{what} {dict(zip(columns, row, strict=True))}"

    return [
        *(Drift("grant", words(row)) for row in sorted(missing)),
        *(Drift("revoke", words(row)) for row in sorted(extra)),
    ]
