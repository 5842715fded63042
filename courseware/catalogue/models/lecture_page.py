"""A lecture video with chapters and transcript."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtailmedia.edit_handlers import MediaChooserPanel

from courseware.catalogue.blocks import ReferencesBlock
from courseware.catalogue.enums import Kind
from courseware.catalogue.models.mixins import TeachingPage
from courseware.catalogue.models.tags import LectureTag
from home.models import MediaTrack
from home.webvtt import clock


class ChapterValue(blocks.StructValue):
    @property
    def clock(self) -> str:
        return clock(self["start"])


class ChapterBlock(blocks.StructBlock):
    start = blocks.IntegerBlock(label=_("Starts at (seconds)"), min_value=0)
    title = blocks.CharBlock(label=_("Title"), max_length=160)

    class Meta:
        icon = "bookmark"
        label = _("Chapter")
        value_class = ChapterValue


class LecturePage(TeachingPage):
    """A recorded lecture; its speakers are its contributors with the role of lecturer."""

    kind = Kind.LECTURE

    media = models.ForeignKey(
        "home.TeachingMedia",
        verbose_name=_("video"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="lectures",
    )
    recorded_on = models.DateField(_("recorded on"), null=True, blank=True)
    venue = models.CharField(_("venue"), max_length=160, blank=True)
    chapters = StreamField([("chapter", ChapterBlock())], verbose_name=_("chapters"), blank=True)
    references = StreamField(ReferencesBlock(), verbose_name=_("references"), blank=True)
    tags = ClusterTaggableManager(through=LectureTag, blank=True, verbose_name=_("keywords"))

    template = "catalogue/lecture_page.html"

    content_panels = [
        MultiFieldPanel([FieldPanel("title"), FieldPanel("summary")], heading=_("What it is")),
        MultiFieldPanel(
            [
                MediaChooserPanel("media", media_type="video"),
                FieldRowPanel([FieldPanel("recorded_on"), FieldPanel("venue")]),
                FieldPanel("chapters"),
            ],
            heading=_("Recording"),
            help_text=_("Captions belong to the video; the transcript is made from them."),
        ),
        FieldPanel("references"),
        *TeachingPage.classification_panels,
        *TeachingPage.credit_panels,
    ]
    search_fields = [*TeachingPage.search_fields, index.SearchField("chapters"), index.SearchField("venue")]

    class Meta:
        verbose_name = _("lecture")
        verbose_name_plural = _("lectures")

    @property
    def minutes(self) -> int | None:
        """Length in whole minutes, at least one."""
        return max(1, round(self.media.duration / 60)) if self.media else None

    @cached_property
    def transcript(self) -> MediaTrack | None:
        """The captions in the reader's language, else in any language (to be marked so)."""
        tracks = list(self.media.tracks.all()) if self.media else []
        own = [track for track in tracks if track.language == get_language()]
        return (own or tracks or [None])[0]

    @property
    def facts(self) -> list[str]:
        """Short facts for lists."""
        return [
            *(
                [ngettext("%(n)s minute", "%(n)s minutes", self.minutes) % {"n": self.minutes}]
                if self.minutes
                else []
            ),
            *([str(self.recorded_on.year)] if self.recorded_on else []),
        ]

    def get_context(self, request, *args, **kwargs):
        from courseware.catalogue.reading import contexts  # reads all page models, so not at load time

        return super().get_context(request, *args, **kwargs) | contexts.lecture(request, self)
