"""Periods, levels, memberships and pages of institutions: what the records refuse."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from courseware.network.enums import Level, Role
from courseware.network.models import Institution, InstitutionLevel, InstitutionPage, Membership
from tests.factories.network import InstitutionFactory, LevelFactory, MembershipFactory, branch

pytestmark = pytest.mark.usefixtures("in_english")
ONE, TWO, THREE, FOUR = (date(2026, 1, day) for day in (1, 2, 3, 4))
TODAY = timezone.localdate()
DAY = timedelta(days=1)


def period(first, last, level=Level.MEMBER) -> InstitutionLevel:
    return InstitutionLevel(valid_from=first, valid_to=last, level=level)


def sentences(record) -> list[str]:
    with pytest.raises(ValidationError) as refused:
        record.clean()
    return refused.value.messages


@pytest.mark.parametrize(
    ("first", "second", "shares"),
    [
        ((ONE, TWO), (THREE, FOUR), False),
        ((ONE, TWO), (TWO, FOUR), True),  # both ends are inclusive
        ((ONE, FOUR), (TWO, THREE), True),
        ((None, None), (TWO, TWO), True),
        ((None, TWO), (THREE, None), False),
        ((None, TWO), (TWO, None), True),
    ],
)
def test_periods_overlap_when_they_share_a_day(first, second, shares):
    assert [period(*first).overlaps(period(*second)), period(*second).overlaps(period(*first))] == [
        shares,
        shares,
    ]


@pytest.mark.parametrize(
    ("first", "last", "current"),
    [
        (None, None, True),
        (TODAY, TODAY, True),
        (TODAY + DAY, None, False),
        (None, TODAY - DAY, False),
    ],
)
def test_the_object_and_the_table_agree_on_what_is_current(db, first, last, current):
    row = LevelFactory(valid_from=first, valid_to=last)
    assert [row.is_current, InstitutionLevel.objects.current().exists()] == [current, current]


def test_a_period_cannot_end_before_it_began():
    assert sentences(period(TWO, ONE)) == ["The last day cannot be before the first day."]


def test_a_period_may_be_one_day():
    assert period(ONE, ONE).clean() is None


def test_two_levels_at_once_are_refused(db):
    institution = InstitutionFactory()
    institution.levels = [period(ONE, THREE), period(THREE, None, Level.CORE)]
    assert sentences(institution) == ["Two levels of an institution cannot hold at the same time."]


def test_one_level_after_the_other_passes(db):
    institution = InstitutionFactory()
    institution.levels = [period(ONE, TWO), period(THREE, None, Level.LEAD)]
    assert institution.clean() is None


def test_a_second_lead_is_refused_by_the_name_of_the_first(db):
    LevelFactory(level=Level.LEAD, institution__name_en="First Hospital")
    second = InstitutionFactory()
    second.levels = [period(ONE, None, Level.LEAD)]
    assert sentences(second) == [
        "First Hospital is already the lead institution in this period. A network has one lead."
    ]


def test_a_lead_may_follow_another(db):
    LevelFactory(level=Level.LEAD, valid_to=ONE)
    second = InstitutionFactory()
    second.levels = [period(TWO, None, Level.LEAD)]
    assert second.clean() is None


def test_a_saved_lead_is_not_its_own_rival(db):
    lead = LevelFactory(level=Level.LEAD).institution
    assert Institution.objects.get(pk=lead.pk).clean() is None


def test_an_institution_knows_its_level_of_today(db):
    row = LevelFactory(level=Level.CORE)
    LevelFactory(institution=row.institution, level=Level.LEAD, valid_to=TODAY - DAY)
    assert Institution.objects.get(pk=row.institution_id).level == Level.CORE


def test_institutions_are_found_by_their_level_of_today(db):
    core = LevelFactory(level=Level.CORE).institution
    LevelFactory(level=Level.CORE, valid_to=TODAY - DAY)
    assert list(Institution.objects.at_level(Level.CORE)) == [core]


@pytest.mark.parametrize("role", [Role.AFFILIATED, Role.CONTRIBUTOR, Role.LEAD_TEACHER])
def test_a_role_of_an_institution_needs_one(role):
    assert sentences(Membership(role=role)) == ["This role is held at an institution: choose one."]


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.PRIVACY_OFFICER, Role.CHIEF_EDITOR])
def test_a_role_of_the_network_takes_no_institution(role):
    assert sentences(Membership(role=role, institution_id=1)) == [
        "This role is held in the whole network: leave the institution empty."
    ]


def test_a_membership_without_a_valid_role_is_left_to_the_form():
    with pytest.raises(ValidationError):
        Membership(role="").full_clean()


def test_a_person_is_at_each_institution_once(db):
    row = MembershipFactory(institution=InstitutionFactory())
    MembershipFactory(person=row.person, institution=row.institution, role=Role.LEAD_TEACHER)
    MembershipFactory(person=row.person, institution=InstitutionFactory(), valid_to=TODAY - DAY)
    assert row.person.institutions == [row.institution]


def test_an_institution_has_one_page_in_a_language(db):
    page = branch("hospital-a")
    second = InstitutionPage(title="二", institution=page.institution, locale=page.locale)
    assert sentences(second) == ["This institution already has a page in this language."]


def test_an_institution_may_have_a_page_in_each_language(db):
    page = branch("hospital-a")
    assert branch("hospital-a", "en", twin=page).clean() is None
