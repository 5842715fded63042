"""Age bands at their edges."""

import pytest

from courseware.catalogue.ages import in_days
from courseware.catalogue.enums import AgeBand, AgeUnit, Stage


@pytest.mark.parametrize(
    ("value", "unit", "band"),
    [
        (0, "d", AgeBand.NEONATE),
        (28, "d", AgeBand.NEONATE),
        (29, "d", AgeBand.INFANT),
        (11, "m", AgeBand.INFANT),
        (12, "m", AgeBand.TODDLER),
        (1, "y", AgeBand.TODDLER),
        (35, "m", AgeBand.TODDLER),
        (36, "m", AgeBand.PRESCHOOL),
        (3, "y", AgeBand.PRESCHOOL),
        (71, "m", AgeBand.PRESCHOOL),
        (72, "m", AgeBand.SCHOOL),
        (6, "y", AgeBand.SCHOOL),
        (9, "y", AgeBand.SCHOOL),
        (10, "y", AgeBand.ADOLESCENT),
        (120, "m", AgeBand.ADOLESCENT),
        (17, "y", AgeBand.ADOLESCENT),
    ],
)
def test_a_band_ends_before_the_birthday_that_begins_the_next(value, unit, band):
    assert AgeBand.of(in_days(value, AgeUnit(unit))) == band


def test_each_stage_has_a_field_of_its_own():
    assert [stage.field_name for stage in (Stage.SETTING, Stage.DIAGNOSIS)] == [
        "stage_setting",
        "stage_diagnosis",
    ]
