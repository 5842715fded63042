"""Doses of drugs, in parts, so that none can be misread and all can be checked."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

UNITS = [
    ("mg", "mg"),
    ("ug", "µg"),
    ("g", "g"),
    ("mL", "mL"),
    ("IU", "IU"),
    ("U", "U"),
    ("mmol", "mmol"),
    ("J", "J"),
]
BASES = [
    ("kg", _("per kg of body weight")),
    ("m2", _("per m² of body surface")),
    ("min", _("per kg and minute")),
    ("h", _("per kg and hour")),
    ("fixed", _("fixed, whatever the weight")),
]
BASIS_SIGNS = {"kg": "/kg", "m2": "/m²", "min": "/kg/min", "h": "/kg/h", "fixed": ""}
TIMES = [("dose", _("each dose")), ("day", _("in 24 hours")), ("continuous", _("continuous infusion"))]
ROUTES = [
    ("oral", _("oral")),
    ("iv", _("intravenous")),
    ("io", _("intraosseous")),
    ("im", _("intramuscular")),
    ("sc", _("subcutaneous")),
    ("inhaled", _("inhaled")),
    ("nasal", _("intranasal")),
    ("buccal", _("buccal")),
    ("rectal", _("rectal")),
    ("topical", _("topical")),
]


class DoseValue(blocks.StructValue):
    """A dose as it is printed."""

    @property
    def amount(self) -> str:
        """``10-15 mg/kg``; numbers keep the decimals that were typed and no trailing zero."""
        low, high = self.get("dose"), self.get("dose_to")
        number = _plain(low) if high is None else f"{_plain(low)}–{_plain(high)}"
        return f"{number} {dict(UNITS)[self['unit']]}{BASIS_SIGNS[self['basis']]}"

    @property
    def maximum(self) -> str:
        value = self.get("max_amount")
        return "" if value is None else f"{_plain(value)} {dict(UNITS)[self.get('max_unit') or self['unit']]}"

    @property
    def route_label(self) -> str:
        return str(dict(ROUTES)[self["route"]])

    @property
    def per_label(self) -> str:
        return str(dict(TIMES)[self["per"]])

    @property
    def max_per_label(self) -> str:
        return str(dict(TIMES).get(self.get("max_per") or self["per"], ""))


def _plain(number) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class DrugDoseBlock(blocks.StructBlock):
    """One drug by its generic name. A dose without a source is not accepted."""

    drug = blocks.CharBlock(label=_("Drug (generic name)"), max_length=120)
    indication = blocks.CharBlock(label=_("What for"), required=False, max_length=200)
    dose = blocks.DecimalBlock(label=_("Dose"), min_value=0, max_digits=12, decimal_places=4)
    dose_to = blocks.DecimalBlock(
        label=_("to (for a range)"), required=False, min_value=0, max_digits=12, decimal_places=4
    )
    unit = blocks.ChoiceBlock(label=_("Unit"), choices=UNITS, default="mg")
    basis = blocks.ChoiceBlock(label=_("Basis"), choices=BASES, default="kg")
    per = blocks.ChoiceBlock(label=_("The dose is"), choices=TIMES, default="dose")
    max_amount = blocks.DecimalBlock(
        label=pgettext_lazy("dose", "Maximum"), required=False, min_value=0, max_digits=12, decimal_places=4
    )
    max_unit = blocks.ChoiceBlock(label=_("Unit of the maximum"), choices=UNITS, required=False)
    max_per = blocks.ChoiceBlock(label=_("The maximum is"), choices=TIMES, required=False)
    route = blocks.ChoiceBlock(label=_("Route"), choices=ROUTES, default="oral")
    interval = blocks.CharBlock(label=_("Interval"), required=False, max_length=120)
    duration = blocks.CharBlock(label=_("Duration"), required=False, max_length=120)
    note = blocks.CharBlock(label=_("Note"), required=False, max_length=300)
    source = blocks.CharBlock(
        label=pgettext_lazy("dose", "Source"),
        max_length=300,
        help_text=_("Guideline, formulary or label with its year."),
    )

    class Meta:
        icon = "plus"
        label = _("Drug dose")
        template = "blocks/drug_dose.html"
        value_class = DoseValue

    def clean(self, value):
        cleaned = super().clean(value)
        if not cleaned["dose"]:
            raise blocks.StructBlockValidationError(
                block_errors={"dose": ValidationError(_("A dose must be greater than zero."))}
            )
        if cleaned["dose_to"] is not None and cleaned["dose_to"] <= cleaned["dose"]:
            raise blocks.StructBlockValidationError(
                block_errors={"dose_to": ValidationError(_("The end of the range must be above its start."))}
            )
        return cleaned
