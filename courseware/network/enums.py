"""Levels, kinds, grades and roles of the collaboration network."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """Place in the multi-level collaboration network."""

    LEAD = "lead", _("Lead institution")
    CORE = "core", _("Core institution")
    MEMBER = "member", _("Member institution")
    OBSERVER = "observer", _("Observer")


class InstitutionKind(models.TextChoices):
    SCHOOL = "school", _("Medical school")
    AFFILIATED = "affiliated", _("Affiliated hospital")
    TEACHING = "teaching", _("Teaching hospital")
    PRACTICE = "practice", _("Practice hospital")
    PRIMARY_CARE = "primary-care", _("Primary-care hospital")


class Grade(models.TextChoices):
    """Hospital grades of the National Health Commission."""

    TERTIARY_A = "3a", _("Tertiary, grade A")
    TERTIARY_B = "3b", _("Tertiary, grade B")
    SECONDARY_A = "2a", _("Secondary, grade A")
    SECONDARY_B = "2b", _("Secondary, grade B")
    PRIMARY = "1", _("Primary")
    NONE = "none", _("Not graded")


class Region(models.TextChoices):
    """The seven customary regions of China, and abroad."""

    NORTH = "north", _("North China")
    NORTHEAST = "northeast", _("Northeast China")
    EAST = "east", _("East China")
    CENTRAL = "central", _("Central China")
    SOUTH = "south", _("South China")
    SOUTHWEST = "southwest", _("Southwest China")
    NORTHWEST = "northwest", _("Northwest China")
    ABROAD = "abroad", _("Abroad")


class Role(models.TextChoices):
    """What a person may do, for one institution or for the network."""

    AFFILIATED = "affiliated", _("Affiliated (no rights)")
    CONTRIBUTOR = "contributor", _("Contributor")
    LEAD_TEACHER = "lead-teacher", _("Lead teacher")
    REVIEWER = "reviewer", _("Reviewer")
    PRIVACY_OFFICER = "privacy-officer", _("Privacy officer")
    CHIEF_EDITOR = "chief-editor", _("Chief editor")

    @property
    def needs_institution(self) -> bool:
        """Held for one institution; the others are held for the whole network."""
        return self in {Role.AFFILIATED, Role.CONTRIBUTOR, Role.LEAD_TEACHER}


class SectionOffice(models.TextChoices):
    """Offices in a section (working group)."""

    DIRECTOR = "director", _("Director")
    DEPUTY = "deputy", _("Deputy director")
    SECRETARY = "secretary", _("Secretary")
    MEMBER = "member", _("Member")
