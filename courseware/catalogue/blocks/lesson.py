"""What a lesson is made of."""

from wagtail import blocks

from courseware.catalogue.blocks.dose import DrugDoseBlock
from courseware.catalogue.blocks.question import QuestionBlock
from courseware.catalogue.blocks.reference import ReferenceBlock
from home.blocks import (
    ExternalLinkBlock,
    FigureBlock,
    KeyPointBlock,
    PitfallBlock,
    TableBlock,
    TextBlock,
    VideoBlock,
)


class LessonBody(blocks.StreamBlock):
    text = TextBlock()
    key_point = KeyPointBlock()
    pitfall = PitfallBlock()
    figure = FigureBlock()
    table = TableBlock()
    video = VideoBlock()
    question = QuestionBlock()
    drug_dose = DrugDoseBlock()
    external_link = ExternalLinkBlock()
    reference = ReferenceBlock()

    class Meta:
        required = False
