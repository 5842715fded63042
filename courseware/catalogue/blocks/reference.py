"""References in Vancouver style (ICMJE), with a DOI where there is one."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class ReferenceValue(blocks.StructValue):
    @property
    def address(self) -> str:
        """Where the work is to be found; empty when neither DOI nor address is known."""
        return f"https://doi.org/{self['doi']}" if self.get("doi") else self.get("url") or ""


class ReferenceBlock(blocks.StructBlock):
    citation = blocks.CharBlock(label=_("Reference (Vancouver style)"), max_length=600)
    doi = blocks.CharBlock(
        label="DOI",
        required=False,
        max_length=120,
        validators=[
            RegexValidator(
                r"^10\.\d{4,9}/\S+$", _("A DOI begins with 10. and a slash follows, such as 10.1000/182.")
            )
        ],
    )
    url = blocks.URLBlock(label=_("Address"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Reference")
        template = "blocks/reference.html"
        value_class = ReferenceValue


class ReferencesBlock(blocks.StreamBlock):
    """An ordered list of references."""

    reference = ReferenceBlock()

    class Meta:
        required = False
