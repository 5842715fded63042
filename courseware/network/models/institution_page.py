"""The page of an institution: its branch of the page tree is its territory."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from courseware.network.models.institution import Institution
from home.blocks import FigureBlock, TextBlock
from home.models import BasePage


class InstitutionPage(BasePage):
    """What an institution says of itself, once per language; the facts are on `institution`."""

    institution = models.ForeignKey(
        Institution, verbose_name=_("institution"), on_delete=models.PROTECT, related_name="pages"
    )
    intro = RichTextField(_("introduction"), features=["bold", "link", "ul"], blank=True)
    body = StreamField(
        [("text", TextBlock()), ("figure", FigureBlock())], verbose_name=_("more"), blank=True
    )

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

    def clean(self) -> None:
        super().clean()
        if not self.institution_id or not self.locale_id:
            return
        twins = InstitutionPage.objects.filter(institution_id=self.institution_id, locale_id=self.locale_id)
        if twins.exclude(pk=self.pk).exists():
            raise ValidationError(
                {"institution": _("This institution already has a page in this language.")}
            )
