"""A course: what it promises, its objectives, and an outline that points to lessons, cases and lectures."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from courseware.catalogue.blocks import ObjectivesBlock, OutlineBlock
from courseware.catalogue.enums import CourseNature, CourseType, Kind
from courseware.catalogue.models.mixins import TeachingPage
from courseware.catalogue.models.tags import CourseTag
from courseware.catalogue.prerequisites import leads_back
from courseware.network.forms import CoConstructedPageForm


def _number(value) -> str:
    return f"{value:f}".rstrip("0").rstrip(".")


PROSE = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class CoursePage(TeachingPage):
    """Led by the institution in whose branch it stands, co-constructed with its partners."""

    kind = Kind.COURSE
    base_form_class = CoConstructedPageForm

    code = models.CharField(_("course code"), max_length=30, blank=True)
    hours = models.DecimalField(
        _("credit hours"),
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(1000)],
    )
    credits = models.DecimalField(
        _("credits"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    term = models.CharField(
        pgettext_lazy("academic year", "term"),
        max_length=60,
        blank=True,
        help_text=_("For example: third year, autumn."),
    )
    nature = models.CharField(
        _("nature"), max_length=20, choices=CourseNature.choices, default=CourseNature.ELECTIVE
    )
    course_type = models.CharField(
        _("type"), max_length=20, choices=CourseType.choices, default=CourseType.THEORY
    )
    objectives = StreamField(ObjectivesBlock(), verbose_name=_("learning objectives"), blank=True)
    outline = StreamField(OutlineBlock(), verbose_name=_("outline"), blank=True)
    prerequisites = StreamField(
        [("course", blocks.PageChooserBlock(page_type="catalogue.CoursePage", label=_("Course")))],
        verbose_name=_("prerequisites"),
        blank=True,
    )
    syllabus = RichTextField(_("syllabus"), features=PROSE, blank=True)
    instructor_insights = RichTextField(
        _("instructor insights"),
        features=PROSE,
        blank=True,
        help_text=_("What went well, what did not, and what you would tell a colleague who teaches it next."),
    )
    tags = ClusterTaggableManager(through=CourseTag, blank=True, verbose_name=_("keywords"))

    subpage_types = ["catalogue.LessonPage"]
    template = "catalogue/course_page.html"

    content_panels = [
        MultiFieldPanel(
            [FieldPanel("title"), FieldPanel("summary"), FieldPanel("code")], heading=_("What it is")
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("nature"), FieldPanel("course_type")]),
                FieldRowPanel([FieldPanel("hours"), FieldPanel("credits"), FieldPanel("term")]),
                FieldPanel("prerequisites"),
            ],
            heading=_("Hours, credits and prerequisites"),
        ),
        FieldPanel("objectives"),
        FieldPanel("outline"),
        InlinePanel(
            "partners",
            heading=_("Partner institutions"),
            label=_("Partner"),
            help_text=_(
                "They may edit this course and its lessons. The institution in whose branch it stands leads it."
            ),
        ),
        MultiFieldPanel(
            [FieldPanel("syllabus"), FieldPanel("instructor_insights")],
            heading=_("For teachers"),
            classname="collapsed",
        ),
        *TeachingPage.classification_panels,
        *TeachingPage.credit_panels,
    ]
    search_fields = [
        *TeachingPage.search_fields,
        index.SearchField("code"),
        index.SearchField("objectives"),
        index.SearchField("syllabus"),
    ]
    override_translatable_fields = [
        *TeachingPage.override_translatable_fields,
        SynchronizedField("code", overridable=False),
    ]

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    @property
    def facts(self) -> list[str]:
        """Short facts for lists."""
        return [
            *(
                [ngettext("%(n)s credit hour", "%(n)s credit hours", self.hours) % {"n": _number(self.hours)}]
                if self.hours
                else []
            ),
            str(CourseNature(self.nature).label),
            str(CourseType(self.course_type).label),
        ]

    def get_context(self, request, *args, **kwargs):
        from courseware.catalogue.reading import contexts  # reads all page models, so not at load time

        return super().get_context(request, *args, **kwargs) | contexts.course(request, self)

    def clean(self) -> None:
        super().clean()
        if leads_back(self):
            raise ValidationError(
                {
                    "prerequisites": _(
                        "A course cannot be its own prerequisite, not even through other courses."
                    )
                }
            )
