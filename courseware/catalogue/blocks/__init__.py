"""Blocks of courses, lessons and lectures; those of the case record are in `record`."""

from courseware.catalogue.blocks.dose import DrugDoseBlock
from courseware.catalogue.blocks.lesson import LessonBody
from courseware.catalogue.blocks.objective import ObjectiveBlock, ObjectivesBlock
from courseware.catalogue.blocks.outline import ModuleBlock, OutlineBlock
from courseware.catalogue.blocks.question import QuestionBlock
from courseware.catalogue.blocks.reference import ReferenceBlock, ReferencesBlock

__all__ = [
    "DrugDoseBlock",
    "LessonBody",
    "ModuleBlock",
    "ObjectiveBlock",
    "ObjectivesBlock",
    "OutlineBlock",
    "QuestionBlock",
    "ReferenceBlock",
    "ReferencesBlock",
]
