"""The page of an institution: its branch of the page tree is its territory."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from courseware.network.models.institution import Institution
from courseware.network.models.person import Membership
from home.blocks import FigureBlock, TextBlock
from home.models import BasePage


class InstitutionPage(BasePage):
    """What an institution says of itself, once per language; the facts are on `institution`."""

    institution = models.ForeignKey(
        Institution, verbose_name=_("institution"), on_delete=models.PROTECT, related_name="pages"
    )
    intro = RichTextField(_("introduction"), features=["bold", "link", "ul"], blank=True)
    body = StreamField([("text", TextBlock()), ("figure", FigureBlock())], verbose_name=_("more"), blank=True)

    parent_page_types = ["home.HomePage"]
    template = "network/institution_page.html"

    content_panels = [
        MultiFieldPanel([FieldPanel("title"), FieldPanel("institution")], heading=_("Institution")),
        FieldPanel("intro"),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]

    class Meta:
        verbose_name = _("institution page")
        verbose_name_plural = _("institution pages")

    def get_context(self, request, *args, **kwargs):
        from courseware.network.agreements import (
            in_force_of,  # reads all models of the room, so not at load time
        )

        return super().get_context(request, *args, **kwargs) | {
            "people": self._people(),
            "agreements": in_force_of(self.institution),
        }

    def _people(self) -> list[dict]:
        """Who belongs here today, each person once."""
        rows = Membership.objects.current().filter(institution=self.institution).select_related("person")
        found = {row.person_id: row for row in rows.order_by("-pk")}
        return [
            {
                "name": str(row.person),
                "url": row.person.get_absolute_url(),
                "title": row.person.title,
                "position": row.position,
            }
            for row in sorted(found.values(), key=lambda row: row.person_id)
        ]

    def clean(self) -> None:
        super().clean()
        if not self.institution_id or not self.locale_id:
            return
        twins = InstitutionPage.objects.filter(institution_id=self.institution_id, locale_id=self.locale_id)
        if twins.exclude(pk=self.pk).exists():
            raise ValidationError({"institution": _("This institution already has a page in this language.")})
