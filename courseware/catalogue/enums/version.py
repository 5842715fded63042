"""How a version of a page became public."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class VersionKind(models.TextChoices):
    REVIEWED = "reviewed", _("Reviewed")
    TRANSLATION = "translation", _("Translation checked")
    CORRECTION = "correction", _("Urgent correction")
