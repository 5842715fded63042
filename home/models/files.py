"""Images and documents with what teaching needs to know of them: credit, source, licence."""

from io import BytesIO
from pathlib import PurePath
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.utils.file import hash_filelike

from home.enums import Licence
from home.privacy.images import without_metadata


class Credited(models.Model):
    """Who made a file and on what terms it may be used."""

    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Who made it, as it should be printed. For example: Department of Radiology."),
    )
    source = models.CharField(
        _("source"),
        max_length=300,
        blank=True,
        help_text=_("Where it was taken from, when it is not our own work."),
    )
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, default=Licence.CC_BY)

    class Meta:
        abstract = True


class TeachingImage(Credited, AbstractImage):
    """A figure; its pixels are re-encoded on upload so that no metadata is kept."""

    shows_patient = models.BooleanField(
        _("shows a patient"),
        default=False,
        help_text=_("Photograph or examination of a real patient: consent must be on record."),
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "collection",
        "tags",
        "credit",
        "source",
        "licence",
        "shows_patient",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def get_upload_to(self, filename: str) -> str:
        # A file's own name may name a patient.
        return f"original_images/{uuid4().hex}{PurePath(filename).suffix.lower()}"

    def save(self, *args, **kwargs) -> None:
        if self.file and not self.file._committed:
            content, ending = without_metadata(self.file)
            self.file = ContentFile(content, name=f"image{ending}")
            # Of what is kept, not of what was sent: duplicates are found by it.
            self.file_size, self.file_hash = len(content), hash_filelike(BytesIO(content))
        super().save(*args, **kwargs)


class TeachingRendition(AbstractRendition):
    image = models.ForeignKey(TeachingImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class TeachingDocument(Credited, AbstractDocument):
    """A file to download, such as slides or a teaching plan."""

    admin_form_fields = ("title", "file", "collection", "tags", "credit", "source", "licence")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
