"""What courses, lessons, cases and lectures share; a mixin brings its fields, panels and search fields."""

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from courseware.catalogue.enums import Vocabulary
from courseware.catalogue.models.term import Term
from home.enums import Licence
from home.models import BasePage


def _terms(label, vocabulary: Vocabulary) -> ParentalManyToManyField:
    return ParentalManyToManyField(
        Term, verbose_name=label, blank=True, related_name="+", limit_choices_to={"vocabulary": vocabulary}
    )


class TeachingPage(BasePage):
    """A page that teaches: summary, classification, licence, credits, review dates."""

    summary = models.CharField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One sentence, shown in lists and search results."),
    )
    cover = models.ForeignKey(
        "home.TeachingImage",
        verbose_name=_("cover"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    licence = models.CharField(
        _("licence"), max_length=20, choices=Licence.choices, default=Licence.CC_BY_NC_SA
    )
    specialties = _terms(_("subspecialties"), Vocabulary.SPECIALTY)
    audience = _terms(_("target audience"), Vocabulary.AUDIENCE)
    mesh = _terms(_("MeSH descriptors"), Vocabulary.MESH)
    competing_interests = models.CharField(
        _("conflicts of interest"),
        max_length=300,
        blank=True,
        help_text=_(
            "Money, kinship, work for the maker of a drug or device named in the text. Write “none” if there are none. "
            "Reviewers and readers see it."
        ),
    )
    # Written by the review process through a service, never by hand.
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True, editable=False)
    review_due = models.DateField(_("review due"), null=True, blank=True, editable=False)

    parent_page_types = ["network.InstitutionPage"]
    subpage_types: list[str] = []

    classification_panels = [
        MultiFieldPanel(
            [
                FieldPanel("specialties", widget=forms.CheckboxSelectMultiple),
                FieldPanel("audience", widget=forms.CheckboxSelectMultiple),
                FieldPanel("mesh"),
                FieldPanel("tags"),
            ],
            heading=_("Classification"),
        )
    ]
    credit_panels = [
        InlinePanel("contributions", heading=_("Contributors"), label=_("Contributor")),
        FieldPanel("competing_interests"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("licence"), FieldPanel("cover")])], heading=_("Licence and cover")
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary", boost=2),
        index.FilterField("licence"),
        index.RelatedFields("specialties", [index.SearchField("name_zh"), index.SearchField("name_en")]),
        index.RelatedFields("tags", [index.SearchField("name"), index.SearchField("name_en")]),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        # Stock leaves many-to-many fields of a translation as they were when it was made.
        SynchronizedField("specialties", overridable=False),
        SynchronizedField("audience", overridable=False),
        SynchronizedField("mesh", overridable=False),
    ]

    class Meta:
        abstract = True
