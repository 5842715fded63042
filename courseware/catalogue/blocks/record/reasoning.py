"""What is thought: summary, problems, differential diagnosis, diagnosis."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courseware.catalogue.blocks.record.base import LabelledChoiceBlock
from home.blocks.text import NOTE


class SummaryStatementBlock(blocks.StructBlock):
    """The expert's version, to be compared with the learner's own."""

    text = blocks.RichTextBlock(label=_("Expert's summary statement"), features=NOTE)

    class Meta:
        icon = "doc-full"
        label = _("Summary statement")
        template = "blocks/record/summary_statement.html"


class ProblemListBlock(blocks.StructBlock):
    problems = blocks.ListBlock(blocks.CharBlock(max_length=200), label=_("Problems"))

    class Meta:
        icon = "list-ol"
        label = _("Problem list")
        template = "blocks/record/problem_list.html"


class DifferentialValue(blocks.StructValue):
    @property
    def likelihood_label(self) -> str:
        return str(self.block.child_blocks["likelihood"].choice_labels[self["likelihood"]])


class DifferentialRowBlock(blocks.StructBlock):
    diagnosis = blocks.CharBlock(label=_("Diagnosis"), max_length=160)
    speaks_for = blocks.TextBlock(label=_("For"), rows=2)
    speaks_against = blocks.TextBlock(label=_("Against"), rows=2, required=False)
    decider = blocks.CharBlock(label=_("Test that decides"), required=False, max_length=200)
    likelihood = LabelledChoiceBlock(
        label=_("Likelihood"),
        choices=[("likely", _("likely")), ("possible", _("possible")), ("unlikely", _("unlikely"))],
    )
    must_not_miss = blocks.BooleanBlock(label=_("Must not be missed"), required=False)

    class Meta:
        value_class = DifferentialValue
        label = _("Row")


class DifferentialBlock(blocks.StructBlock):
    rows = blocks.ListBlock(DifferentialRowBlock(), label=_("Differential diagnosis"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Differential diagnosis")
        template = "blocks/record/differential.html"


class BasisValue(blocks.StructValue):
    @property
    def kind_label(self) -> str:
        return str(self.block.child_blocks["kind"].choice_labels[self["kind"]])


class BasisBlock(blocks.StructBlock):
    kind = LabelledChoiceBlock(
        label=_("Kind of evidence"),
        choices=[
            ("pathology", _("pathology")),
            ("microbiology", _("culture or PCR")),
            ("genetics", _("genetics")),
            ("laboratory", _("laboratory")),
            ("imaging", _("imaging")),
            ("criteria", _("clinical criteria")),
            ("course", _("course and response")),
        ],
    )
    detail = blocks.CharBlock(label=_("Evidence"), max_length=300)

    class Meta:
        value_class = BasisValue
        label = _("Evidence")


class DiagnosisBlock(blocks.StructBlock):
    """Certainty and codes are columns of the case itself."""

    final = blocks.CharBlock(label=_("Final diagnosis"), max_length=200)
    others = blocks.ListBlock(blocks.CharBlock(max_length=200), label=_("Further diagnoses"), min_num=0)
    basis = blocks.ListBlock(BasisBlock(), label=_("Basis"), min_num=1)
    criteria = blocks.CharBlock(label=_("Criteria and edition"), required=False, max_length=300)
    why_not_others = blocks.RichTextBlock(label=_("Why not the others"), features=NOTE, required=False)

    class Meta:
        icon = "success"
        label = _("Diagnosis")
        template = "blocks/record/diagnosis.html"
