"""What is done, what became of the child, what is to be learnt."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from courseware.catalogue.blocks.record.base import FactsBlock, LabelledChoiceBlock, words
from home.blocks.text import NOTE


class GoalsBlock(blocks.StructBlock):
    goals = blocks.ListBlock(blocks.CharBlock(max_length=200), label=_("Goals of treatment"))

    class Meta:
        icon = "tick"
        label = _("Goals of treatment")
        template = "blocks/record/goals.html"


class CareValue(blocks.StructValue):
    @property
    def kind_label(self) -> str:
        return str(self.block.child_blocks["kind"].choice_labels[self["kind"]])


class CareBlock(blocks.StructBlock):
    kind = LabelledChoiceBlock(
        label=_("Kind of care"),
        choices=[
            ("immediate", _("immediate measures")),
            ("procedure", _("procedure")),
            ("nursing", _("nursing")),
            ("nutrition", _("nutrition")),
            ("communication", _("talking with the family")),
            ("monitoring", _("monitoring")),
            ("discharge", _("discharge and safety net")),
            ("primary-care", _("where means are few")),
        ],
    )
    text = blocks.RichTextBlock(label=_("Text"), features=NOTE)

    class Meta:
        icon = "plus-inverse"
        label = _("Care")
        value_class = CareValue
        template = "blocks/record/care.html"


class OutcomeBlock(FactsBlock):
    kind = LabelledChoiceBlock(
        label=_("Outcome"),
        choices=[
            ("recovered", _("recovered")),
            ("improved", _("improved")),
            ("sequelae", _("with sequelae")),
            ("died", _("died")),
            ("transferred", _("transferred")),
            ("lost", _("lost to follow-up")),
        ],
    )
    stay_days = blocks.IntegerBlock(label=_("Days in hospital"), required=False, min_value=0)
    follow_up = words(_("Follow-up"))
    adverse_events = words(_("Adverse events"))

    class Meta:
        icon = "success"
        label = _("Outcome")


class EventBlock(blocks.StructBlock):
    day = blocks.IntegerBlock(label=_("Relative day"), help_text=_("0 is the day of presentation."))
    event = blocks.CharBlock(label=_("Event"), max_length=300)

    class Meta:
        label = _("Event")


class TimelineBlock(blocks.StructBlock):
    events = blocks.ListBlock(EventBlock(), label=_("Timeline"))

    class Meta:
        icon = "history"
        label = _("Timeline")
        template = "blocks/record/timeline.html"


class PerspectiveBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("How the family saw it"), rows=4)

    class Meta:
        icon = "openquote"
        label = _("The family's view")
        template = "blocks/record/perspective.html"


class TeachingPointsBlock(blocks.StructBlock):
    points = blocks.ListBlock(blocks.CharBlock(max_length=400), label=_("Teaching points"))

    class Meta:
        icon = "key"
        label = _("Teaching points")
        template = "blocks/record/teaching_points.html"


class PitfallsBlock(blocks.StructBlock):
    pitfalls = blocks.ListBlock(blocks.CharBlock(max_length=400), label=_("Pitfalls"))

    class Meta:
        icon = "warning"
        label = _("Pitfalls")
        template = "blocks/record/pitfalls.html"


class HumanisticBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Humanistic element"), rows=3)

    class Meta:
        icon = "user"
        label = _("Humanistic element")
        template = "blocks/record/humanistic.html"


class SuggestedUseBlock(FactsBlock):
    kind = LabelledChoiceBlock(
        label=pgettext_lazy("teaching", "Format"),
        choices=[
            ("rounds", _("teaching rounds")),
            ("pbl", _("problem-based learning")),
            ("cbl", _("case-based learning")),
            ("flipped", _("flipped classroom")),
            ("self", _("self-study")),
        ],
    )
    minutes = blocks.IntegerBlock(label=_("Minutes"), required=False, min_value=1, max_value=600)
    advice = words(_("Advice"))

    class Meta:
        icon = "calendar-check"
        label = _("Suggested use")


class GuidelineBlock(blocks.StructBlock):
    """The guideline that the case was checked against, and when it must be checked again."""

    title = blocks.CharBlock(label=_("Guideline"), max_length=300)
    body = blocks.CharBlock(label=_("Issued by"), max_length=200)
    year = blocks.IntegerBlock(label=_("Year"), min_value=1950, max_value=2100)
    doi = blocks.CharBlock(
        label="DOI", required=False, max_length=120, validators=[RegexValidator(r"^10\.\d{4,9}/\S+$")]
    )
    checked_on = blocks.DateBlock(label=_("Checked on"), required=False)
    review_by = blocks.DateBlock(label=_("Check again by"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Guideline")
        template = "blocks/record/guideline.html"
