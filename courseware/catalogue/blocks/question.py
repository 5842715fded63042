"""Single- and multiple-choice questions with an explanation for every option."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from courseware.catalogue.enums import Bloom


class OptionBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Option"), max_length=300)
    correct = blocks.BooleanBlock(label=_("Correct"), required=False)
    explanation = blocks.TextBlock(
        label=_("Explanation"), rows=2, help_text=_("Why it is right, or what makes it tempting and wrong.")
    )

    class Meta:
        icon = "list-ul"
        label = _("Option")


class QuestionBlock(blocks.StructBlock):
    stem = blocks.TextBlock(label=_("Question"), rows=3)
    options = blocks.ListBlock(OptionBlock(), label=_("Options"), min_num=2, max_num=8)
    bloom = blocks.ChoiceBlock(label=_("Cognitive level"), choices=Bloom.choices, default=Bloom.APPLY)

    class Meta:
        icon = "help"
        label = _("Question")
        template = "blocks/question.html"

    def clean(self, value):
        cleaned = super().clean(value)
        if not any(option["correct"] for option in cleaned["options"]):
            message = _("Mark at least one option as correct.")
            raise blocks.StructBlockValidationError(
                block_errors={
                    "options": blocks.list_block.ListBlockValidationError(
                        non_block_errors=[ValidationError(message)]
                    )
                }
            )
        return cleaned
