"""A lesson of a course."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from courseware.catalogue.blocks import LessonBody, ObjectivesBlock, ReferencesBlock
from courseware.catalogue.enums import Kind
from courseware.catalogue.models.mixins import TeachingPage
from courseware.catalogue.models.tags import LessonTag

POINTS = ["bold", "ol", "ul"]


class LessonPage(TeachingPage):
    """One class session to read."""

    kind = Kind.LESSON

    minutes = models.PositiveSmallIntegerField(
        _("minutes"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(600)]
    )
    objectives = StreamField(ObjectivesBlock(), verbose_name=_("learning objectives"), blank=True)
    key_points = RichTextField(_("key points"), features=POINTS, blank=True)
    difficulties = RichTextField(_("difficulties"), features=POINTS, blank=True)
    humanistic = models.TextField(_("humanistic element"), blank=True)
    body = StreamField(LessonBody(), verbose_name=_("text"), blank=True)
    references = StreamField(ReferencesBlock(), verbose_name=_("references"), blank=True)
    tags = ClusterTaggableManager(through=LessonTag, blank=True, verbose_name=_("keywords"))

    parent_page_types = ["catalogue.CoursePage"]
    template = "catalogue/lesson_page.html"

    content_panels = [
        MultiFieldPanel(
            [FieldPanel("title"), FieldPanel("summary"), FieldPanel("minutes")], heading=_("What it is")
        ),
        FieldPanel("objectives"),
        MultiFieldPanel(
            [FieldPanel("key_points"), FieldPanel("difficulties"), FieldPanel("humanistic")],
            heading=_("Teaching plan"),
        ),
        FieldPanel("body"),
        FieldPanel("references"),
        *TeachingPage.classification_panels,
        *TeachingPage.credit_panels,
    ]
    search_fields = [
        *TeachingPage.search_fields,
        index.SearchField("key_points"),
        index.SearchField("difficulties"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    @property
    def facts(self) -> list[str]:
        """Short facts for lists."""
        return (
            [ngettext("%(n)s minute", "%(n)s minutes", self.minutes) % {"n": self.minutes}]
            if self.minutes
            else []
        )

    def get_context(self, request, *args, **kwargs):
        from courseware.catalogue.reading import contexts  # reads all page models, so not at load time

        return super().get_context(request, *args, **kwargs) | contexts.lesson(request, self)
