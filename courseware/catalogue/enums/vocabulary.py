from django.db import models
from django.utils.translation import gettext_lazy as _


class Vocabulary(models.TextChoices):
    """The controlled vocabularies that a term can belong to."""

    SPECIALTY = "specialty", _("Subspecialty")
    AUDIENCE = "audience", _("Target audience")
    COMPLAINT = "complaint", _("Presenting complaint")
    MESH = "mesh", _("MeSH descriptor")
    COMPETENCY = "competency", _("Core competency")
    EPA = "epa", _("Entrustable professional activity")
