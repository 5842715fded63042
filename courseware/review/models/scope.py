"""What the members of a section are experts in."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from courseware.catalogue.enums import Vocabulary
from courseware.catalogue.models import Term
from courseware.network.models import Section


class SectionScope(models.Model):
    """The subspecialties of a section: by them reviewers are suggested."""

    section = models.OneToOneField(
        Section, verbose_name=_("section"), on_delete=models.CASCADE, related_name="scope"
    )
    specialties = models.ManyToManyField(
        Term,
        verbose_name=_("subspecialties"),
        related_name="+",
        limit_choices_to={"vocabulary": Vocabulary.SPECIALTY},
    )

    panels = [FieldPanel("section"), FieldPanel("specialties")]

    class Meta:
        verbose_name = _("expertise of a section")
        verbose_name_plural = _("expertise of the sections")

    def __str__(self) -> str:
        return str(self.section)
