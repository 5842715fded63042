"""Institutions that co-construct a page (a course) with the one that leads it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, Page

from courseware.network.models.institution import Institution


class Partner(Orderable):
    """One partner of one page. The lead is the institution in whose branch the page stands."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="partners")
    institution = models.ForeignKey(
        Institution, verbose_name=_("institution"), on_delete=models.PROTECT, related_name="partnerships"
    )

    panels = [FieldPanel("institution")]

    class Meta(Orderable.Meta):
        verbose_name = _("partner institution")
        verbose_name_plural = _("partner institutions")

    def __str__(self) -> str:
        return str(self.institution)
