"""The policy means what stock Wagtail's means, and asks as little for 1,000 grants as for ten."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from courseware.network.enums import Role
from courseware.network.permissions import TerritoryPagePermissionPolicy
from home.models import User
from tests.factories.catalogue import CasePageFactory, CoursePageFactory
from tests.factories.home import UserFactory, front_page
from tests.factories.network import account

ACTIONS = [
    {"add"},
    {"change"},
    {"add", "change"},
    {"publish"},
    {"lock", "unlock"},
    {"bulk_delete"},
    {"change", "publish"},
]


def fresh(user: User) -> User:
    """Without the grants that Wagtail remembers on the object."""
    return User.objects.get(pk=user.pk)


def numbers(pages) -> list[int]:
    return sorted(page.pk for page in pages)


@pytest.fixture
def people(a, b, c, shared, lesson, case, chief_editor) -> dict[str, User]:
    CoursePageFactory(parent=c.page, live=False, owner=c.contributor)
    return {
        "contributor of A": a.contributor,
        "lead teacher of A": a.lead_teacher,
        "partner B": b.contributor,
        "stranger C": c.contributor,
        "of A and B": both(a, b),
        "reviewer": account(Role.REVIEWER),
        "privacy officer": account(Role.PRIVACY_OFFICER),
        "chief editor": chief_editor,
        "superuser": UserFactory(is_superuser=True),
        "nobody": UserFactory(),
        "deactivated": UserFactory(is_active=False),
        "owner with add alone": adder(a.page, owner_of=case),
    }


def both(a, b) -> User:
    user = UserFactory()
    user.groups.set([*a.contributor.groups.all(), *b.contributor.groups.all()])
    return user


def adder(page: Page, *, owner_of: Page) -> User:
    group = Group.objects.create(name="add alone")
    GroupPagePermission.objects.create(
        group=group, page=page, permission=Permission.objects.get(codename="add_page")
    )
    user = UserFactory()
    user.groups.set([group])
    Page.objects.filter(pk=owner_of.pk).update(owner=user)
    return user


def test_the_policy_is_the_one_that_wagtail_asks(db):
    assert type(policy_registry.get_by_type(Page)) is TerritoryPagePermissionPolicy


def test_every_role_may_do_to_every_page_what_stock_says(people):
    def allowed(policy):
        return {
            (name, *sorted(actions)): numbers(
                policy(Page).instances_user_has_any_permission_for(fresh(user), actions)
            )
            for name, user in people.items()
            for actions in ACTIONS
        }

    assert allowed(TerritoryPagePermissionPolicy) == allowed(PagePermissionPolicy)


def test_every_role_may_explore_what_stock_says(people):
    granted = {
        name: user for name, user in people.items() if user.groups.filter(page_permissions__isnull=False)
    }

    def explored(policy):
        return {
            name: numbers(policy(Page).explorable_instances(fresh(user))) for name, user in granted.items()
        }

    assert explored(TerritoryPagePermissionPolicy) == explored(PagePermissionPolicy)


@pytest.mark.parametrize("name", ["reviewer", "privacy officer", "nobody", "deactivated"])
def test_somebody_without_a_grant_explores_nothing(people, name):
    assert numbers(TerritoryPagePermissionPolicy(Page).explorable_instances(people[name])) == []


def test_the_way_to_the_shared_course_is_all_that_the_partner_sees_of_a(people, a, b, shared, lesson, case):
    seen = TerritoryPagePermissionPolicy(Page).explorable_instances(people["partner B"])
    assert numbers(seen) == numbers([front_page(), a.page, b.page, shared, lesson])


# A user of a large network.


@pytest.fixture
def busy(a, c):
    """Gives a user so many grants: two on a case of A that she sees listed, the others on pages far away."""

    def give(grants: int) -> User:
        user, group = UserFactory(), Group.objects.create(name="busy")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        user.groups.add(group)
        pages = [CasePageFactory(parent=a.page), *far_away(c.page, 499)][: grants // 2]
        permissions = Permission.objects.filter(codename__in=["add_page", "change_page"])
        GroupPagePermission.objects.bulk_create(
            GroupPagePermission(group=group, page_id=page.pk, permission=permission)
            for page in pages
            for permission in permissions
        )
        return user

    return give


def far_away(parent: Page, number: int) -> list[Page]:
    """Plain rows, so many that factories would take minutes."""
    return Page.objects.bulk_create(
        Page(
            title=f"远 {turn}",
            slug=f"far-{turn}",
            path=f"{parent.path}Z{turn:03d}",
            depth=parent.depth + 1,
            url_path=f"{parent.url_path}far-{turn}/",
            locale=parent.locale,
            content_type=ContentType.objects.get_for_model(Page),
        )
        for turn in range(number)
    )


@pytest.mark.parametrize("grants", [10, 1_000])
@pytest.mark.parametrize(
    ("view", "queries"),
    [("dashboard", 36), ("explorer", 39), ("chooser", 24), ("search", 13)],
)
def test_the_number_of_queries_does_not_grow_with_the_grants(
    client, a, busy, django_assert_num_queries, grants, view, queries
):
    client.force_login(busy(grants))
    address = {
        "dashboard": reverse("wagtailadmin_home"),
        "explorer": reverse("wagtailadmin_explore", args=[a.page.pk]),
        "chooser": reverse("wagtailadmin_choose_page_child", args=[a.page.pk]),
        "search": reverse("wagtailadmin_pages:search") + "?q=zzz",
    }[view]
    client.get(address)  # content types and the like are remembered by the process
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200
