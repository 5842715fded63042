"""What every stage may hold: prose, figures, questions, and the question asked before moving on."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courseware.catalogue.blocks.question import QuestionBlock
from home.blocks import FigureBlock, TextBlock


class PromptBlock(blocks.StructBlock):
    """Asked before the next stage opens. The learner's answer never leaves the browser."""

    text = blocks.TextBlock(label=_("What to think about before moving on"), rows=2)

    class Meta:
        icon = "help"
        label = _("Before you go on")
        template = "blocks/record/prompt.html"


class StageBlock(blocks.StreamBlock):
    text = TextBlock()
    figure = FigureBlock()
    question = QuestionBlock()
    prompt = PromptBlock()

    class Meta:
        required = False


class FactsValue(blocks.StructValue):
    """A group of facts that were filled in, with their labels."""

    @property
    def facts(self) -> list[tuple[str, object]]:
        """(label, value) of each filled field in order; choices by their label."""
        found = []
        for name, block in self.block.child_blocks.items():
            value = self.get(name)
            # By identity: a zero is a fact, as in "days in hospital: 0".
            if (
                value is None
                or value is False
                or value == ""
                or (isinstance(block, blocks.ListBlock) and not len(value))
            ):
                continue
            choices = getattr(block, "choice_labels", {})
            found.append((block.label, choices.get(value, value) if choices else value))
        return found


class LabelledChoiceBlock(blocks.ChoiceBlock):
    """A choice that knows the labels of its values."""

    @property
    def choice_labels(self) -> dict:
        return dict(self.field.choices)


class FactsBlock(blocks.StructBlock):
    """A group of short facts, printed as a definition list."""

    class Meta:
        value_class = FactsValue
        template = "blocks/record/facts.html"


def words(label, **options) -> blocks.CharBlock:
    """A short optional text."""
    return blocks.CharBlock(label=label, required=False, max_length=600, **options)
