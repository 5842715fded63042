"""Tables of the review: its steps, as tasks of Wagtail's workflow."""

from courseware.review.models.steps import (
    EditorialDecisionTask,
    InstitutionCheckTask,
    Step,
    TranslationCheckTask,
    step_applies,
)

__all__ = ["EditorialDecisionTask", "InstitutionCheckTask", "Step", "TranslationCheckTask", "step_applies"]
