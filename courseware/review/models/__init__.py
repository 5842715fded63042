"""Tables of the review: its steps, as tasks of Wagtail's workflow, and what the peer review writes down."""

from courseware.review.models.assignments import ReviewAssignment
from courseware.review.models.correction import Correction
from courseware.review.models.error_report import ErrorReport
from courseware.review.models.notices import Notice
from courseware.review.models.preview_link import PreviewLink
from courseware.review.models.reports import Point, Report
from courseware.review.models.rounds import Round
from courseware.review.models.scope import SectionScope
from courseware.review.models.steps import (
    EditorialDecisionTask,
    InstitutionCheckTask,
    PeerReviewTask,
    PrivacyCheckTask,
    Step,
    TranslationCheckTask,
    step_applies,
)

__all__ = [
    "Correction",
    "EditorialDecisionTask",
    "ErrorReport",
    "InstitutionCheckTask",
    "Notice",
    "PeerReviewTask",
    "Point",
    "PreviewLink",
    "PrivacyCheckTask",
    "Report",
    "ReviewAssignment",
    "Round",
    "SectionScope",
    "Step",
    "TranslationCheckTask",
    "step_applies",
]
