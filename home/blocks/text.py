"""Prose, and the two kinds of prose that a learner must not miss."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

PROSE = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "superscript", "subscript"]
NOTE = ["bold", "italic", "ol", "ul", "link", "superscript", "subscript"]


class TextBlock(blocks.RichTextBlock):
    """Running text with headings, lists and links."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", PROSE)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/text.html"


class NoteBlock(blocks.StructBlock):
    """A short titled note; its kinds differ in meaning, not in shape."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=NOTE)


class KeyPointBlock(NoteBlock):
    class Meta:
        icon = "key"
        label = _("Key point")
        template = "blocks/key_point.html"


class PitfallBlock(NoteBlock):
    class Meta:
        icon = "warning"
        label = _("Pitfall")
        template = "blocks/pitfall.html"
