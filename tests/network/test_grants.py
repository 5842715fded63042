"""Permissions follow the records, for every language copy, and whatever was done by hand is found."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Collection, GroupPagePermission
from wagtail.permissions import policy_registry

from courseware.network.enums import Role
from courseware.network.grants import synchronise
from courseware.network.models import GrantGroup, Membership, Partner
from home.models import TeachingDocument, TeachingImage, TeachingMedia, User
from tests.factories.catalogue import CoursePageFactory
from tests.factories.home import publish
from tests.factories.network import MembershipFactory, PartnerFactory, branch

YESTERDAY = timezone.localdate() - timedelta(days=1)


def group(hospital, role: Role = Role.CONTRIBUTOR) -> Group:
    return GrantGroup.objects.get(institution=hospital.institution, role=role).group


def may_edit(user: User, page) -> bool:
    return page.permissions_for_user(User.objects.get(pk=user.pk)).can_edit()


def actions(drift) -> list[str]:
    return [difference.action for difference in drift]


def test_a_second_run_finds_no_drift(a, shared):
    synchronise()
    assert synchronise() == []


def test_a_grant_made_by_hand_is_reported_as_one_to_revoke(a, case):
    add = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.create(group=group(a), page=case, permission=add)
    assert actions(synchronise()) == ["revoke"]


def test_a_grant_made_by_hand_is_gone_after_the_repair(a, case):
    row = GroupPagePermission.objects.create(
        group=group(a), page=case, permission=Permission.objects.get(codename="publish_page")
    )
    synchronise()
    assert GroupPagePermission.objects.filter(pk=row.pk).exists() is False


def test_a_group_that_is_not_ours_is_left_alone(a, case):
    own = Group.objects.create(name="by hand")
    GroupPagePermission.objects.create(
        group=own, page=case, permission=Permission.objects.get(codename="publish_page")
    )
    assert synchronise() == []


def test_missing_grants_are_reported(a):
    GroupPagePermission.objects.filter(group=group(a)).delete()
    assert actions(synchronise()) == ["grant", "grant"]


def test_missing_grants_are_repaired(a):
    GroupPagePermission.objects.filter(group=group(a)).delete()
    synchronise()
    assert may_edit(a.contributor, a.page) is True


def test_somebody_put_into_a_group_by_hand_is_taken_out(a, c):
    c.contributor.groups.add(group(a))
    synchronise()
    assert list(c.contributor.groups.all()) == [group(c)]


def test_a_permission_given_to_a_group_by_hand_is_taken_back(a):
    group(a).permissions.add(Permission.objects.get(codename="delete_user"))
    synchronise()
    assert list(group(a).permissions.values_list("codename", flat=True)) == ["access_admin"]


def test_a_lapsed_membership_gives_no_rights(a):
    Membership.objects.filter(person__account=a.contributor).update(valid_to=YESTERDAY)
    synchronise()
    assert may_edit(a.contributor, a.page) is False


def test_a_membership_that_begins_tomorrow_gives_no_rights_yet(a):
    row = MembershipFactory(institution=a.institution, valid_from=timezone.localdate() + timedelta(days=1))
    assert may_edit(row.person.account, a.page) is False


def test_a_deactivated_account_loses_its_groups(a):
    a.contributor.is_active = False
    a.contributor.save()
    synchronise()
    assert list(a.contributor.groups.all()) == []


def test_an_account_activated_again_has_its_groups_again(a):
    for active in (False, True):
        a.contributor.is_active = active
        a.contributor.save()
        synchronise()
    assert list(a.contributor.groups.all()) == [group(a)]


def test_a_deleted_membership_takes_the_rights_at_once(a):
    Membership.objects.get(person__account=a.contributor).delete()
    assert may_edit(a.contributor, a.page) is False


def test_an_account_taken_from_a_person_loses_the_rights_at_once(a):
    person = a.contributor.person
    person.account = None
    person.save()
    assert may_edit(a.contributor, a.page) is False


def test_a_partner_may_edit_the_course(b, shared):
    assert may_edit(b.contributor, shared) is True


def test_a_removed_partner_loses_the_rights_at_once(b, shared):
    Partner.objects.get(institution=b.institution).delete()
    assert may_edit(b.contributor, shared) is False


def test_a_partner_removed_by_publishing_loses_the_rights_at_once(b, shared):
    shared.partners = []
    publish(shared)
    assert may_edit(b.contributor, shared) is False


def test_a_partner_named_only_in_a_draft_may_edit(a, b):
    course = CoursePageFactory(parent=a.page)
    course.partners = [Partner(institution=b.institution)]
    course.save_revision()
    assert may_edit(b.contributor, course) is True


@pytest.mark.parametrize("place", [0, 1])
def test_every_partner_named_in_a_draft_may_edit(a, b, c, place):
    course = CoursePageFactory(parent=a.page)
    course.partners = [Partner(institution=b.institution), Partner(institution=c.institution)]
    course.save_revision()
    assert may_edit((b, c)[place].contributor, course) is True


def test_a_partner_taken_from_the_draft_loses_the_rights(a, b):
    course = CoursePageFactory(parent=a.page)
    course.partners = [Partner(institution=b.institution)]
    course.save_revision()
    before = may_edit(b.contributor, course)
    course.partners = []
    course.save_revision()
    assert (before, may_edit(b.contributor, course)) == (True, False)


@pytest.mark.parametrize("place", [0, 1])
def test_a_partner_may_edit_both_language_copies(a, b, shared, place):
    english = branch("hospital-a", "en", twin=a.page)
    copy = CoursePageFactory(parent=english, twin=shared)
    synchronise()
    assert may_edit(b.contributor, (shared, copy)[place]) is True


def test_a_copy_made_later_is_shared_at_once(a, b, shared):
    copy = shared.copy_for_translation(branch("hospital-a", "en", twin=a.page).locale)
    assert may_edit(b.contributor, copy) is True


def test_an_institution_may_edit_its_branch_in_both_languages(a):
    english = branch("hospital-a", "en", twin=a.page)
    assert [may_edit(a.contributor, page) for page in (a.page, english)] == [True, True]


def test_every_institution_has_a_collection_of_its_name(a, b):
    names = Collection.objects.filter(depth=2).order_by("pk").values_list("name", flat=True)
    assert list(names) == [a.institution.name_zh, b.institution.name_zh]


@pytest.mark.parametrize("model", [TeachingImage, TeachingDocument, TeachingMedia])
@pytest.mark.parametrize("action", ["add", "change"])
def test_files_are_put_into_the_collection_of_the_own_institution(a, b, model, action):
    policy = policy_registry.get_by_type(model)
    assert list(policy.collections_user_has_permission_for(a.contributor, action)) == [
        a.institution.collection
    ]


@pytest.mark.parametrize("model", [TeachingImage, TeachingDocument])
def test_files_are_chosen_from_the_collection_of_the_own_institution(a, b, model):
    policy = policy_registry.get_by_type(model)
    assert list(policy.collections_user_has_permission_for(a.contributor, "choose")) == [
        a.institution.collection
    ]


def test_a_renamed_institution_renames_its_collection(a):
    a.institution.name_zh = "新名医院"
    a.institution.save()
    assert Collection.objects.get(pk=a.institution.collection_id).name == "新名医院"


def test_a_deleted_partner_row_of_a_deleted_course_leaves_no_drift(a, b):
    course = CoursePageFactory(parent=a.page)
    PartnerFactory(page=course, institution=b.institution)
    course.delete()
    assert synchronise() == []


# The command.


def drifted(a) -> None:
    GroupPagePermission.objects.filter(group=group(a)).delete()


def test_the_check_fails_when_something_drifted(a):
    drifted(a)
    with pytest.raises(SystemExit) as stopped:
        call_command("sync_grants", "--check")
    assert stopped.value.code == 1


def test_the_check_changes_nothing(a):
    drifted(a)
    with pytest.raises(SystemExit):
        call_command("sync_grants", "--check")
    assert GroupPagePermission.objects.filter(group=group(a)).count() == 0


def test_the_check_says_how_much_drifted(a, capsys):
    drifted(a)
    with pytest.raises(SystemExit):
        call_command("sync_grants", "--check")
    assert capsys.readouterr().out.splitlines()[-1] == "2 differences found"


def test_the_check_passes_when_nothing_drifted(a, capsys):
    call_command("sync_grants", "--check")
    assert capsys.readouterr().out == "0 differences found\n"


def test_the_command_repairs(a, capsys):
    drifted(a)
    call_command("sync_grants")
    assert (may_edit(a.contributor, a.page), capsys.readouterr().out.splitlines()[-1]) == (
        True,
        "2 differences repaired",
    )
