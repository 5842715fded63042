"""Arithmetic of ages and how they are written."""

import pytest
from django.utils import translation

from courseware.catalogue import ages
from courseware.catalogue.enums import AgeUnit

DAYS, WEEKS, MONTHS, YEARS = AgeUnit.DAYS, AgeUnit.WEEKS, AgeUnit.MONTHS, AgeUnit.YEARS


@pytest.mark.parametrize(
    ("value", "unit", "days"),
    [
        (0, DAYS, 0),
        (28, DAYS, 28),
        (4, WEEKS, 28),
        (1, MONTHS, 30),
        (12, MONTHS, 365),
        (1, YEARS, 365),
        (17, YEARS, 6209),
    ],
)
def test_an_age_is_counted_in_days(value, unit, days):
    assert ages.in_days(value, unit) == days


def test_an_unknown_age_stays_unknown():
    assert ages.in_days(None, MONTHS) is None


@pytest.mark.parametrize(
    ("age", "weeks", "days", "corrected"),
    [
        (60, 32, 0, 4),  # eight weeks early
        (60, 32, 4, 8),
        (10, 28, 0, -74),  # before the expected date
        (60, 36, 6, 38),
        (729, 28, 0, 645),
    ],
)
def test_a_preterm_child_is_also_as_old_as_from_the_expected_date(age, weeks, days, corrected):
    assert ages.corrected_days(age, weeks, days) == corrected


def test_days_of_gestation_that_are_not_known_count_as_none():
    assert ages.corrected_days(60, 32, None) == 4


@pytest.mark.parametrize(
    ("age", "weeks"),
    [
        (60, 37),
        (60, 40),
        (60, None),
        (None, 30),
        (ages.in_days(2, YEARS), 30),
        (ages.in_days(24, MONTHS), 30),
    ],
)
def test_no_age_is_corrected_at_term_unknown_or_from_two_years_on(age, weeks):
    assert ages.corrected_days(age, weeks, 0) is None


@pytest.mark.parametrize(
    ("value", "unit", "label"),
    [
        (1, DAYS, "1 day"),
        (2, WEEKS, "2 weeks"),
        (1, MONTHS, "1 month"),
        (17, YEARS, "17 years"),
        (0, DAYS, "0 days"),
    ],
)
def test_an_age_is_written_in_english(value, unit, label):
    with translation.override("en"):
        assert ages.label(value, unit) == label


@pytest.mark.parametrize(
    ("value", "unit", "label"),
    [(1, DAYS, "1 天"), (2, WEEKS, "2 周"), (5, MONTHS, "5 个月"), (17, YEARS, "17 岁")],
)
def test_an_age_is_written_in_chinese(value, unit, label):
    with translation.override("zh-hans"):
        assert ages.label(value, unit) == label
