"""Tables of the review: its steps, as tasks of Wagtail's workflow."""

from courseware.review.models.steps import (
    EditorialDecisionTask,
    InstitutionCheckTask,
    PrivacyCheckTask,
    Step,
    TranslationCheckTask,
    step_applies,
)

__all__ = [
    "EditorialDecisionTask",
    "InstitutionCheckTask",
    "PrivacyCheckTask",
    "Step",
    "TranslationCheckTask",
    "step_applies",
]
