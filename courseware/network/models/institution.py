"""The facts about an institution: one row for all languages.

Facts live here and not on the page because a page exists once per language: a grade that is
corrected in Chinese must not stay wrong in English until somebody translates again.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Collection, Orderable
from wagtail.search import index

from courseware.network.enums import Grade, InstitutionKind, Level, Region
from courseware.network.forms import InstitutionForm
from courseware.network.models.period import Period
from courseware.network.querysets import InstitutionQuerySet
from courseware.network.validators import validate_ror
from home.names import in_reader_language


class Institution(index.Indexed, ClusterableModel):
    """A hospital or medical school that takes part."""

    name_zh = models.CharField(_("name (Chinese)"), max_length=100, unique=True)
    name_en = models.CharField(_("name (English)"), max_length=160, unique=True)
    short_name_zh = models.CharField(_("short name (Chinese)"), max_length=30, blank=True)
    short_name_en = models.CharField(_("short name (English)"), max_length=60, blank=True)
    slug = models.SlugField(
        _("address"),
        max_length=60,
        unique=True,
        help_text=_("Used in web addresses. Do not change it later."),
    )
    kind = models.CharField(_("type"), max_length=20, choices=InstitutionKind.choices)
    grade = models.CharField(_("hospital grade"), max_length=10, choices=Grade.choices, default=Grade.NONE)
    region = models.CharField(_("region"), max_length=20, choices=Region.choices)
    city_zh = models.CharField(_("city (Chinese)"), max_length=60, blank=True)
    city_en = models.CharField(_("city (English)"), max_length=60, blank=True)
    homepage = models.URLField(_("homepage"), blank=True)
    ror_id = models.CharField(
        _("ROR id"),
        max_length=9,
        blank=True,
        validators=[validate_ror],
        help_text=_("Identifier in the Research Organization Registry, nine characters."),
    )
    logo = models.ForeignKey(
        "home.TeachingImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    collection = models.OneToOneField(
        Collection,
        verbose_name=_("collection"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="institution",
    )

    objects = InstitutionQuerySet.as_manager()
    base_form_class = InstitutionForm

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name_zh"), FieldPanel("name_en")]),
                FieldRowPanel([FieldPanel("short_name_zh"), FieldPanel("short_name_en")]),
                FieldPanel("slug"),
            ],
            heading=_("Name"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("grade")]),
                FieldRowPanel([FieldPanel("region"), FieldPanel("city_zh"), FieldPanel("city_en")]),
                FieldRowPanel([FieldPanel("homepage"), FieldPanel("ror_id")]),
                FieldPanel("logo"),
            ],
            heading=_("Facts"),
        ),
        InlinePanel("levels", heading=_("Level in the network"), label=_("Period"), min_num=1),
    ]
    search_fields = [
        index.SearchField("name_zh", boost=3),
        index.SearchField("name_en", boost=3),
        index.AutocompleteField("name_zh"),
        index.AutocompleteField("name_en"),
        index.FilterField("kind"),
        index.FilterField("region"),
    ]

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering = ["pk"]

    def __str__(self) -> str:
        return in_reader_language(zh=self.name_zh, en=self.name_en)

    @property
    def short_name(self) -> str:
        short = in_reader_language(zh=self.short_name_zh, en=self.short_name_en)
        return short or str(self)

    @property
    def city(self) -> str:
        return in_reader_language(zh=self.city_zh, en=self.city_en)

    @cached_property
    def level(self) -> Level | None:
        """Its level today; None before the first and after the last period."""
        for period in self.levels.all():
            if period.is_current:
                return Level(period.level)
        return None

    def clean(self) -> None:
        super().clean()
        self.check_levels(list(self.levels.all()))

    def check_levels(self, periods: list["InstitutionLevel"]) -> None:
        """ValidationError for two levels at the same time, here or as lead of the network."""
        for place, period in enumerate(periods):
            if any(period.overlaps(other) for other in periods[place + 1 :]):
                raise ValidationError(_("Two levels of an institution cannot hold at the same time."))
            if period.level == Level.LEAD:
                self._refuse_second_lead(period)

    def _refuse_second_lead(self, period: "InstitutionLevel") -> None:
        others = InstitutionLevel.objects.filter(level=Level.LEAD).exclude(institution_id=self.pk)
        for other in others.select_related("institution"):
            if period.overlaps(other):
                raise ValidationError(
                    _("%(name)s is already the lead institution in this period. A network has one lead.")
                    % {"name": other.institution}
                )


class InstitutionLevel(Period, Orderable):
    """The level that an institution holds from one day to another."""

    institution = ParentalKey(Institution, on_delete=models.CASCADE, related_name="levels")
    level = models.CharField(_("level"), max_length=10, choices=Level.choices, default=Level.MEMBER)

    panels = [FieldRowPanel([FieldPanel("level"), FieldPanel("valid_from"), FieldPanel("valid_to")])]

    class Meta(Orderable.Meta):
        verbose_name = _("level")
        verbose_name_plural = _("levels")

    def __str__(self) -> str:
        return str(self.get_level_display())
