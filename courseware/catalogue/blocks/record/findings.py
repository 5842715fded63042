"""What is measured and seen: growth, vital signs, examination, scores, results."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courseware.catalogue.blocks.record.base import LabelledChoiceBlock

FLAGS = [("normal", _("normal")), ("low", _("low")), ("high", _("high")), ("abnormal", _("abnormal"))]
FLAG_SIGNS = {"low": "↓", "high": "↑", "abnormal": "!"}


class FlaggedValue(blocks.StructValue):
    @property
    def flag_sign(self) -> str:
        return FLAG_SIGNS.get(self.get("flag") or "", "")

    @property
    def flag_label(self) -> str:
        return str(dict(FLAGS).get(self.get("flag"), ""))


class MeasurementValue(blocks.StructValue):
    @property
    def measure_label(self) -> str:
        return str(self.block.child_blocks["measure"].choice_labels[self["measure"]])


class GrowthRowBlock(blocks.StructBlock):
    measure = LabelledChoiceBlock(
        label=_("Measure"),
        choices=[
            ("weight", _("weight (kg)")),
            ("length", _("length or height (cm)")),
            ("head", _("head circumference (cm)")),
            ("bmi", _("BMI (kg/m²)")),
        ],
    )
    at = blocks.CharBlock(
        label=_("At"), required=False, max_length=60, help_text=_("Age or relative day, such as D0.")
    )
    value = blocks.DecimalBlock(label=_("Value"), min_value=0, max_digits=7, decimal_places=2)
    z = blocks.DecimalBlock(label=_("z-score"), required=False, max_digits=5, decimal_places=2)
    percentile = blocks.CharBlock(label=_("Percentile"), required=False, max_length=20)

    class Meta:
        value_class = MeasurementValue
        label = _("Measurement")


class GrowthBlock(blocks.StructBlock):
    rows = blocks.ListBlock(GrowthRowBlock(), label=_("Measurements"))
    standard = blocks.CharBlock(label=_("Growth standard and edition"), max_length=120)

    class Meta:
        icon = "arrow-up-big"
        label = _("Growth")
        template = "blocks/record/growth.html"


class VitalValue(FlaggedValue):
    @property
    def sign_label(self) -> str:
        return str(self.block.child_blocks["sign"].choice_labels[self["sign"]])


class VitalRowBlock(blocks.StructBlock):
    sign = LabelledChoiceBlock(
        label=_("Sign"),
        choices=[
            ("temperature", _("temperature")),
            ("heart-rate", _("heart rate")),
            ("respiratory-rate", _("respiratory rate")),
            ("blood-pressure", _("blood pressure")),
            ("spo2", _("oxygen saturation (SpO₂)")),
            ("capillary-refill", _("capillary refill time")),
            ("consciousness", _("consciousness")),
            ("pain", _("pain")),
        ],
    )
    value = blocks.CharBlock(label=_("Value with unit"), max_length=60)
    reference = blocks.CharBlock(label=_("Reference range for the age"), required=False, max_length=60)
    flag = LabelledChoiceBlock(label=_("Flag"), choices=FLAGS, default="normal")

    class Meta:
        value_class = VitalValue
        label = _("Vital sign")


class VitalsBlock(blocks.StructBlock):
    rows = blocks.ListBlock(VitalRowBlock(), label=_("Vital signs"))
    weight_kg = blocks.DecimalBlock(
        label=_("Weight used for doses (kg)"), required=False, min_value=0, max_digits=6, decimal_places=2
    )

    class Meta:
        icon = "view"
        label = _("Vital signs")
        template = "blocks/record/vitals.html"


class FindingValue(blocks.StructValue):
    @property
    def system_label(self) -> str:
        return str(self.block.child_blocks["system"].choice_labels[self["system"]])


class FindingBlock(blocks.StructBlock):
    system = LabelledChoiceBlock(
        label=_("System"),
        choices=[
            ("general", _("general appearance")),
            ("skin", _("skin")),
            ("head", _("head and fontanelle")),
            ("ent", _("eyes, ears, nose, throat")),
            ("neck", _("neck and lymph nodes")),
            ("chest", _("chest and lungs")),
            ("heart", _("heart and circulation")),
            ("abdomen", _("abdomen")),
            ("genitalia", _("genitalia and puberty")),
            ("limbs", _("spine and limbs")),
            ("neuro", _("nervous system")),
            ("mental", _("mental state")),
        ],
    )
    finding = blocks.CharBlock(label=_("Finding"), max_length=500)
    key = blocks.BooleanBlock(label=_("Key finding"), required=False)

    class Meta:
        label = _("Finding")
        value_class = FindingValue


class ExaminationBlock(blocks.StructBlock):
    findings = blocks.ListBlock(FindingBlock(), label=_("Findings"))

    class Meta:
        icon = "search"
        label = _("Examination")
        template = "blocks/record/examination.html"


class ScoreBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Score and version"), max_length=120)
    value = blocks.CharBlock(label=_("Value"), max_length=60)
    meaning = blocks.CharBlock(label=_("What it means"), required=False, max_length=300)

    class Meta:
        icon = "order"
        label = _("Score")
        template = "blocks/record/score.html"


class ResultRowBlock(blocks.StructBlock):
    test = blocks.CharBlock(label=_("Test"), max_length=120)
    value = blocks.CharBlock(label=_("Result"), max_length=120)
    unit = blocks.CharBlock(label=_("Unit"), required=False, max_length=30)
    reference = blocks.CharBlock(label=_("Reference range for the age"), required=False, max_length=60)
    flag = LabelledChoiceBlock(label=_("Flag"), choices=FLAGS, default="normal")

    class Meta:
        value_class = FlaggedValue
        label = _("Result")


class ResultsBlock(blocks.StructBlock):
    """A panel of results, with the relative day it was taken."""

    title = blocks.CharBlock(label=_("Panel"), max_length=120)
    day = blocks.IntegerBlock(
        label=_("Relative day"), required=False, help_text=_("0 is the day of presentation.")
    )
    rows = blocks.ListBlock(ResultRowBlock(), label=_("Results"))

    class Meta:
        icon = "table"
        label = _("Results")
        template = "blocks/record/results.html"


class ImagingValue(blocks.StructValue):
    @property
    def modality_label(self) -> str:
        return str(self.block.child_blocks["modality"].choice_labels[self["modality"]])


class ImagingBlock(blocks.StructBlock):
    """A report of imaging or tracing; its picture, where there is one, is a figure."""

    modality = LabelledChoiceBlock(
        label=_("Type"),
        choices=[
            ("ultrasound", _("ultrasound")),
            ("x-ray", _("X-ray")),
            ("ct", _("CT")),
            ("mri", _("MRI")),
            ("ecg", _("ECG")),
            ("eeg", _("EEG")),
            ("echo", _("echocardiography")),
            ("endoscopy", _("endoscopy")),
            ("pathology", _("pathology")),
            ("photo", _("photograph")),
        ],
    )
    title = blocks.CharBlock(label=_("Examination"), max_length=160)
    findings = blocks.TextBlock(label=_("Findings"), rows=3)

    class Meta:
        icon = "image"
        label = _("Imaging or tracing")
        value_class = ImagingValue
        template = "blocks/record/imaging.html"
