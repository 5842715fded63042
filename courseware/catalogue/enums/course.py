"""Courses and their objectives."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CourseNature(models.TextChoices):
    REQUIRED = "required", _("Required course")
    ELECTIVE = "elective", _("Elective course")
    PRACTICAL = "practical", _("Practical course")


class CourseType(models.TextChoices):
    THEORY = "theory", _("Theory")
    CLERKSHIP = "clerkship", _("Clerkship")
    INTERNSHIP = "internship", _("Internship")
    RESIDENCY = "residency", _("Residency training")
    CONTINUING = "continuing", _("Continuing education")


class Bloom(models.TextChoices):
    """Revised taxonomy of cognitive levels (Anderson and Krathwohl 2001)."""

    REMEMBER = "remember", pgettext_lazy("Bloom level", "Remember")
    UNDERSTAND = "understand", pgettext_lazy("Bloom level", "Understand")
    APPLY = "apply", pgettext_lazy("Bloom level", "Apply")
    ANALYZE = "analyze", pgettext_lazy("Bloom level", "Analyze")
    EVALUATE = "evaluate", pgettext_lazy("Bloom level", "Evaluate")
    CREATE = "create", pgettext_lazy("Bloom level", "Create")


class Domain(models.TextChoices):
    KNOWLEDGE = "knowledge", _("Knowledge")
    SKILL = "skill", _("Skill")
    ATTITUDE = "attitude", _("Attitude")


class RequiredLevel(models.TextChoices):
    """How well Chinese syllabi ask an objective to be reached."""

    MASTER = "master", _("Master")
    FAMILIAR = "familiar", _("Be familiar with")
    KNOW = "know", _("Know of")
