"""A pediatric case, told stage by stage."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from courseware.catalogue import ages
from courseware.catalogue.blocks.record import STAGE_BLOCKS
from courseware.catalogue.case_panels import CASE_FORM
from courseware.catalogue.enums import (
    AgeBand,
    AgeUnit,
    CaseSetting,
    Certainty,
    ConsentKind,
    Difficulty,
    Frequency,
    Kind,
    Sex,
    Stage,
    Vocabulary,
)
from courseware.catalogue.models.mixins import TeachingPage
from courseware.catalogue.models.tags import CaseTag
from courseware.network.models import Institution


def _stage(stage: Stage) -> StreamField:
    return StreamField(STAGE_BLOCKS[stage](), verbose_name=stage.label, blank=True)


class CasePage(TeachingPage):
    """`title` is the learner's title (the complaint); the diagnosis is in `title_teacher` alone.

    What is filtered or computed is a column; what is told is one StreamField per stage.
    """

    kind = Kind.CASE

    case_no = models.CharField(
        _("case number"),
        max_length=20,
        validators=[RegexValidator(r"^PC-\d{4}-\d{4}$", _("A case number looks like PC-2026-0001."))],
        help_text=_("It is the address of the page, so that the address never gives the diagnosis away."),
    )
    title_teacher = models.CharField(
        _("teacher's title (the diagnosis)"),
        max_length=255,
        blank=True,
        help_text=_("Shown only when the diagnosis has been opened."),
    )
    difficulty = models.PositiveSmallIntegerField(
        _("difficulty"), choices=Difficulty.choices, default=Difficulty.BASIC
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=30, validators=[MinValueValidator(1), MaxValueValidator(600)]
    )
    frequency = models.CharField(
        _("frequency"), max_length=12, choices=Frequency.choices, default=Frequency.COMMON
    )

    age_value = models.PositiveSmallIntegerField(_("age"), null=True)
    age_unit = models.CharField(
        _("unit of age"), max_length=1, choices=AgeUnit.choices, default=AgeUnit.MONTHS
    )
    age_days = models.PositiveIntegerField(_("age in days"), null=True, editable=False)
    age_band = models.CharField(
        _("age band"), max_length=12, choices=AgeBand.choices, blank=True, editable=False, db_index=True
    )
    gestation_weeks = models.PositiveSmallIntegerField(
        _("gestation, weeks"),
        null=True,
        blank=True,
        validators=[MinValueValidator(22), MaxValueValidator(44)],
    )
    gestation_days = models.PositiveSmallIntegerField(
        _("and days"), null=True, blank=True, validators=[MaxValueValidator(6)]
    )
    sex = models.CharField(_("sex"), max_length=12, choices=Sex.choices, default=Sex.UNDETERMINED)
    setting = models.CharField(
        _("scene"), max_length=12, choices=CaseSetting.choices, default=CaseSetting.OUTPATIENT
    )
    complaint = models.ForeignKey(
        "catalogue.Term",
        verbose_name=_("presenting complaint"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cases",
        limit_choices_to={"vocabulary": Vocabulary.COMPLAINT},
    )
    icd10 = models.CharField(
        _("ICD-10 code"),
        max_length=12,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]\d{2}(\.[\dx]\d{0,4})?$", _("An ICD-10 code looks like J21.0."))],
    )
    icd11 = models.CharField(
        _("ICD-11 code"),
        max_length=12,
        blank=True,
        validators=[
            RegexValidator(
                r"^[0-9A-Z][A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,2})?$", _("An ICD-11 code looks like CA41.0.")
            )
        ],
    )
    certainty = models.CharField(
        _("certainty of the diagnosis"), max_length=16, choices=Certainty.choices, blank=True
    )

    consent_kind = models.CharField(_("consent"), max_length=16, choices=ConsentKind.choices, blank=True)
    consent_holder = models.ForeignKey(
        Institution,
        verbose_name=_("institution that keeps the consent"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    consent_year = models.PositiveSmallIntegerField(
        _("year of the consent"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1980), MaxValueValidator(2100)],
    )
    ethics_no = models.CharField(_("ethics approval number"), max_length=60, blank=True)

    stage_setting = _stage(Stage.SETTING)
    stage_complaint = _stage(Stage.COMPLAINT)
    stage_illness = _stage(Stage.ILLNESS)
    stage_background = _stage(Stage.BACKGROUND)
    stage_examination = _stage(Stage.EXAMINATION)
    stage_summary = _stage(Stage.SUMMARY)
    stage_differential = _stage(Stage.DIFFERENTIAL)
    stage_investigations = _stage(Stage.INVESTIGATIONS)
    stage_targeted = _stage(Stage.TARGETED)
    stage_diagnosis = _stage(Stage.DIAGNOSIS)
    stage_management = _stage(Stage.MANAGEMENT)
    stage_outcome = _stage(Stage.OUTCOME)
    stage_teaching = _stage(Stage.TEACHING)
    teacher_notes = RichTextField(_("teacher's notes"), features=["bold", "ol", "ul", "link"], blank=True)
    tags = ClusterTaggableManager(through=CaseTag, blank=True, verbose_name=_("keywords"))

    template = "catalogue/case_page.html"
    # Neither slug nor search-engine texts are asked for: they could give the diagnosis away.
    edit_handler = CASE_FORM
    search_fields = [
        *TeachingPage.search_fields,
        index.SearchField("case_no"),
        index.SearchField("title_teacher"),
        *[index.SearchField(stage.field_name) for stage in Stage],
    ]
    override_translatable_fields = [
        *TeachingPage.override_translatable_fields,
        *[SynchronizedField(name, overridable=False) for name in ("case_no", "icd10", "icd11", "ethics_no")],
        SynchronizedField("age_days", overridable=False),
        SynchronizedField("age_band", overridable=False),
    ]

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")

    @property
    def age_label(self) -> str:
        """``5 months`` in the reader's language."""
        return ages.label(self.age_value, AgeUnit(self.age_unit)) if self.age_value is not None else ""

    @property
    def corrected_age_days(self) -> int | None:
        """Age counted from the expected date of birth; None unless born preterm and under two years old."""
        return ages.corrected_days(self.age_days, self.gestation_weeks, self.gestation_days)

    @cached_property
    def stages(self) -> list[Stage]:
        """The stages that this case tells, in order."""
        return [stage for stage in Stage if getattr(self, stage.field_name)]

    @property
    def facts(self) -> list[str]:
        """Short facts for lists; nothing that narrows the diagnosis down."""
        return [
            *([self.age_label] if self.age_label else []),
            str(CaseSetting(self.setting).label),
            str(Difficulty(self.difficulty).label),
        ]

    def get_context(self, request, *args, **kwargs):
        from courseware.catalogue.reading import case  # reads all page models, so not at load time

        return super().get_context(request, *args, **kwargs) | case.context(request, self)

    def respond(self, request):
        from courseware.catalogue.reading import case  # the same

        return case.serve(request, self)

    def full_clean(self, *args, **kwargs) -> None:
        self.slug = slugify(self.case_no)
        self._compute_age()
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.age_days is not None and self.age_days >= ages.OLDEST_DAYS:
            raise ValidationError({"age_value": _("A patient of this library is under 18 years old.")})
        twins = CasePage.objects.filter(case_no=self.case_no, locale_id=self.locale_id).exclude(pk=self.pk)
        if self.case_no and twins.exists():
            raise ValidationError({"case_no": _("This case number is taken.")})

    def save(self, *args, **kwargs):
        self._compute_age()
        return super().save(*args, **kwargs)

    def _compute_age(self) -> None:
        if self.age_unit not in AgeUnit.values:
            return  # refused by the validation of the field
        self.age_days = ages.in_days(self.age_value, AgeUnit(self.age_unit))
        self.age_band = "" if self.age_days is None else AgeBand.of(self.age_days)
