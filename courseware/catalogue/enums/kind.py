from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """The kinds of teaching content, each with its own colour on the site."""

    COURSE = "course", _("Course")
    LESSON = "lesson", _("Lesson")
    CASE = "case", _("Case")
    LECTURE = "lecture", _("Lecture")
