"""Pictures and videos with all that a reader must know of them."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtailmedia.blocks import VideoChooserBlock


class FigureBlock(blocks.StructBlock):
    """A figure. Credit and licence belong to the image itself and are printed beneath it."""

    image = ImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(
        label=_("Description for readers who cannot see it"),
        max_length=400,
        help_text=_(
            "Say what is to be seen, not what it means: a description must not give the answer away."
        ),
    )
    caption = blocks.CharBlock(label=pgettext_lazy("figure", "Caption"), required=False, max_length=400)

    class Meta:
        icon = "image"
        label = _("Figure")
        template = "blocks/figure.html"


class VideoBlock(blocks.StructBlock):
    """A video from the media library; its captions belong to the video itself."""

    video = VideoChooserBlock(label=_("Video"))
    caption = blocks.CharBlock(label=pgettext_lazy("figure", "Caption"), required=False, max_length=400)

    class Meta:
        icon = "media"
        label = _("Video")
        template = "blocks/video.html"
