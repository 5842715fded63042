"""Sections: working groups such as neonatology, across institutions."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from courseware.network.enums import SectionOffice
from courseware.network.models.person import Person
from home.names import in_reader_language


class Section(index.Indexed, ClusterableModel):
    """A virtual teaching and research section for one field."""

    name_zh = models.CharField(_("name (Chinese)"), max_length=80, unique=True)
    name_en = models.CharField(_("name (English)"), max_length=120, unique=True)
    slug = models.SlugField(_("address"), max_length=60, unique=True)
    summary_zh = models.TextField(_("what it does (Chinese)"), max_length=400, blank=True)
    summary_en = models.TextField(_("what it does (English)"), max_length=800, blank=True)

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name_zh"), FieldPanel("name_en")]),
                FieldPanel("slug"),
                FieldPanel("summary_zh"),
                FieldPanel("summary_en"),
            ],
            heading=_("Section"),
        ),
        InlinePanel("members", heading=_("Heads and members"), label=_("Person")),
    ]
    search_fields = [
        index.SearchField("name_zh", boost=3),
        index.SearchField("name_en", boost=3),
        index.AutocompleteField("name_zh"),
        index.AutocompleteField("name_en"),
    ]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["pk"]

    def __str__(self) -> str:
        return in_reader_language(zh=self.name_zh, en=self.name_en)

    @property
    def summary(self) -> str:
        return in_reader_language(zh=self.summary_zh, en=self.summary_en)

    def get_absolute_url(self) -> str:
        return reverse("network:section", args=[self.slug])

    @property
    def heads(self) -> list["SectionMember"]:
        return [row for row in self.members.all() if row.office != SectionOffice.MEMBER]


class SectionMember(Orderable):
    section = ParentalKey(Section, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="sections"
    )
    office = models.CharField(
        _("office"), max_length=12, choices=SectionOffice.choices, default=SectionOffice.MEMBER
    )

    panels = [FieldRowPanel([FieldPanel("person"), FieldPanel("office")])]

    class Meta(Orderable.Meta):
        verbose_name = _("section member")
        verbose_name_plural = _("section members")
        constraints = [models.UniqueConstraint(fields=["section", "person"], name="once_in_a_section")]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_office_display()})"
