"""Lecture videos and their captions."""

import mimetypes

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtailmedia.models import AbstractMedia

from home import webvtt
from home.enums import TrackOrigin
from home.models.files import Credited


class TeachingMedia(Credited, AbstractMedia):
    """A video or audio file."""

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "duration",
        "width",
        "height",
        "thumbnail",
        "tags",
        "credit",
        "source",
        "licence",
    )

    class Meta:
        verbose_name = _("video or audio")
        verbose_name_plural = _("videos and audio")

    @property
    def mime_type(self) -> str:
        """Media type by the file's ending, as allowed in the settings."""
        return mimetypes.guess_type(self.filename)[0] or "application/octet-stream"


class MediaTrack(models.Model):
    """Captions of a medium in one language, kept as WebVTT text."""

    media = models.ForeignKey(TeachingMedia, on_delete=models.CASCADE, related_name="tracks")
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    origin = models.CharField(
        _("origin"), max_length=10, choices=TrackOrigin.choices, default=TrackOrigin.HUMAN
    )
    vtt = models.TextField(
        _("captions (WebVTT)"),
        help_text=_("Paste the whole .vtt file; its first line is WEBVTT."),
    )

    class Meta:
        verbose_name = _("caption track")
        verbose_name_plural = _("caption tracks")
        constraints = [models.UniqueConstraint(fields=["media", "language"], name="one_track_per_language")]

    def __str__(self) -> str:
        return f"{self.media} ({self.get_language_display()})"

    def clean(self) -> None:
        try:
            webvtt.parse(self.vtt)
        except webvtt.CaptionsError as error:
            raise ValidationError(
                {
                    "vtt": _(
                        "Line %(line)d is not valid WebVTT. The file must begin with WEBVTT "
                        "and each caption with a line such as 00:01.000 --> 00:04.000."
                    )
                    % {"line": error.line}
                }
            ) from error

    def get_absolute_url(self) -> str:
        return reverse("home:captions", args=[self.pk])

    @cached_property
    def cues(self) -> list[webvtt.Cue]:
        return webvtt.parse(self.vtt)
