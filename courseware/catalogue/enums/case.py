"""Constants of the pediatric case record."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.IntegerChoices):
    """Order of progressive disclosure; the value is how many stages came before.

    After the Aquifer protocol, MedBiquitous DAM nodes and CARE (Gagnier 2013).
    """

    SETTING = 0, _("Setting")
    COMPLAINT = 1, _("Chief complaint")
    ILLNESS = 2, _("History of present illness")
    BACKGROUND = 3, _("Past, birth, growth and family history")
    EXAMINATION = 4, _("Physical examination")
    SUMMARY = 5, _("Summary statement")
    DIFFERENTIAL = 6, _("Differential diagnosis")
    INVESTIGATIONS = 7, _("First investigations")
    TARGETED = 8, _("Targeted tests and consultations")
    DIAGNOSIS = 9, _("Diagnosis")
    MANAGEMENT = 10, _("Management")
    OUTCOME = 11, _("Course and outcome")
    TEACHING = 12, _("Teaching points and self-test")

    @property
    def field_name(self) -> str:
        """Name of the StreamField of the case that holds this stage."""
        return f"stage_{self.name.lower()}"


class AgeUnit(models.TextChoices):
    DAYS = "d", _("days")
    WEEKS = "w", _("weeks")
    MONTHS = "m", _("months")
    YEARS = "y", _("years")

    @property
    def days(self) -> float:
        """Mean length of the unit in days (Gregorian year of 365.2425 days)."""
        return {"d": 1, "w": 7, "m": 30.436875, "y": 365.2425}[self.value]


class AgeBand(models.TextChoices):
    """Age bands of Chinese pediatrics; upper ends are exclusive, in years unless named."""

    NEONATE = "neonate", _("Newborn (0-28 days)")
    INFANT = "infant", _("Infant (29 days to 1 year)")
    TODDLER = "toddler", _("Toddler (1-3 years)")
    PRESCHOOL = "preschool", _("Preschool child (3-6 years)")
    SCHOOL = "school", _("School child (6-10 years)")
    ADOLESCENT = "adolescent", _("Adolescent (10-18 years)")

    @classmethod
    def of(cls, age_days: int) -> "AgeBand":
        """The band of an age in completed days after birth."""
        if age_days <= 28:
            return cls.NEONATE
        for band, end in ((cls.INFANT, 1), (cls.TODDLER, 3), (cls.PRESCHOOL, 6), (cls.SCHOOL, 10)):
            # Whole days, as ages are kept: a birthday is 365 days, not 365.2425.
            if age_days < round(end * AgeUnit.YEARS.days):
                return band
        return cls.ADOLESCENT


class Sex(models.TextChoices):
    FEMALE = "female", _("Girl")
    MALE = "male", _("Boy")
    UNDETERMINED = "undetermined", _("Not determined")


class CaseSetting(models.TextChoices):
    OUTPATIENT = "outpatient", _("Outpatient clinic")
    EMERGENCY = "emergency", _("Emergency department")
    WARD = "ward", _("Ward")
    PICU = "picu", _("Intensive care unit")
    NEONATAL = "neonatal", _("Neonatal unit")
    DELIVERY = "delivery", _("Delivery room")
    PRIMARY_CARE = "primary-care", _("Primary care")


class Difficulty(models.IntegerChoices):
    BASIC = 1, _("Basic")
    INTERMEDIATE = 2, _("Intermediate")
    ADVANCED = 3, _("Advanced")


class Frequency(models.TextChoices):
    COMMON = "common", _("Common")
    IMPORTANT = "important", _("Less common but must not be missed")
    RARE = "rare", _("Rare")


class Certainty(models.TextChoices):
    """How certain a diagnosis is."""

    POSSIBLE = "possible", _("Possible")
    PROBABLE = "probable", _("Probable")
    ALMOST_CERTAIN = "almost-certain", _("Almost certain")
    CERTAIN = "certain", _("Certain")


class ConsentKind(models.TextChoices):
    """On what ground a case may be told. The paper stays with the institution."""

    GUARDIAN = "guardian", _("Written consent of the guardian")
    ASSENT = "guardian-assent", _("Written consent of the guardian and assent of the child")
    WAIVER = "waiver", _("Waiver of the institution's ethics committee")
    FICTIONAL = "fictional", _("Fictionalised")
    COMPOSITE = "composite", _("Composite of several patients")

    @property
    def is_invented(self) -> bool:
        """Nobody's own story: no guardian has signed for it."""
        return self in {ConsentKind.FICTIONAL, ConsentKind.COMPOSITE}
