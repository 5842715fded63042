"""Material that lives elsewhere and carries its own licence."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.enums import Licence


class ExternalLinkValue(blocks.StructValue):
    @property
    def licence_label(self) -> str:
        return Licence(self["licence"]).short_label


class ExternalLinkBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    url = blocks.URLBlock(label=_("Address"))
    description = blocks.CharBlock(label=_("What the reader finds there"), required=False, max_length=300)
    licence = blocks.ChoiceBlock(
        label=_("Licence of the material"), choices=Licence.choices, default=Licence.RESERVED
    )

    class Meta:
        icon = "link-external"
        label = _("External material")
        value_class = ExternalLinkValue
        template = "blocks/external_link.html"
