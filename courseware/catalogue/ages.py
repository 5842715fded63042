"""Ages of children: pure arithmetic and how they are written."""

from django.utils.translation import ngettext

from courseware.catalogue.enums import AgeUnit

OLDEST_DAYS = round(18 * AgeUnit.YEARS.days)
TERM_DAYS = 40 * 7
TWO_YEARS_DAYS = round(2 * AgeUnit.YEARS.days)


def in_days(value: int | None, unit: AgeUnit) -> int | None:
    """Completed days of life; None when the age is not known."""
    return None if value is None else round(value * unit.days)


def corrected_days(age_days: int | None, weeks: int | None, days: int | None) -> int | None:
    """Age from the expected date of birth, for those born before 37 weeks and under two years old.

    None when no correction applies; negative before the expected date.
    Source: AAP Committee on Fetus and Newborn, Age terminology during the perinatal period, 2004.
    """
    if age_days is None or weeks is None or weeks >= 37 or age_days >= TWO_YEARS_DAYS:
        return None
    return age_days - (TERM_DAYS - (weeks * 7 + (days or 0)))


def label(value: int, unit: AgeUnit) -> str:
    """The age as a reader writes it: ``5 months``."""
    forms = {
        AgeUnit.DAYS: ngettext("%(n)d day", "%(n)d days", value),
        AgeUnit.WEEKS: ngettext("%(n)d week", "%(n)d weeks", value),
        AgeUnit.MONTHS: ngettext("%(n)d month", "%(n)d months", value),
        AgeUnit.YEARS: ngettext("%(n)d year", "%(n)d years", value),
    }
    return forms[unit] % {"n": value}
