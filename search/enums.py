"""Constants of the search."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """What a result is, in a reader's words."""

    COURSE = "course", _("Course")
    LESSON = "lesson", _("Lesson")
    CASE = "case", _("Case")
    LECTURE = "lecture", _("Lecture")
    INSTITUTION = "institution", _("Institution")
    PAGE = "page", _("Page")


class Order(models.TextChoices):
    """In which order results are shown."""

    RELEVANCE = "", pgettext_lazy("order of results", "Best match first")
    NEWEST = "newest", pgettext_lazy("order of results", "Newest first")


class Part(models.TextChoices):
    """Parts of the index that a process keeps in memory."""

    DOCUMENTS = "documents", "documents"
    GLOSSARY = "glossary", "glossary"
