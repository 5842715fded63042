"""Who did what on a page, and for which institution at that time."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, Page

from courseware.catalogue.enums import ContributionRole
from courseware.network.models import Institution, Person
from home.fields import ChoiceSetField


class Contribution(Orderable):
    """One person's part in one page; the order is the order of the credits."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="contributions")
    # PROTECT: a credit must not vanish with a record of the address book.
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="contributions"
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution at that time"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="contributions",
    )
    roles = ChoiceSetField(_("roles"), enum=ContributionRole)

    panels = [FieldRowPanel([FieldPanel("person"), FieldPanel("institution")]), FieldPanel("roles")]

    class Meta(Orderable.Meta):
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")

    def __str__(self) -> str:
        return f"{self.person}: {', '.join(self.role_labels)}"

    @property
    def role_labels(self) -> list[str]:
        return [str(ContributionRole(role).label) for role in self.roles]
