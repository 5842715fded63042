"""Constants of the search."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a result is, in a reader's words."""

    COURSE = "course", _("Course")
    LESSON = "lesson", _("Lesson")
    CASE = "case", _("Case")
    LECTURE = "lecture", _("Lecture")
    INSTITUTION = "institution", _("Institution")
    PAGE = "page", _("Page")
