"""Roles of contributors."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContributionRole(models.TextChoices):
    """CRediT (ANSI/NISO Z39.104-2022) and, below it, what courseware needs besides."""

    CONCEPTUALIZATION = "conceptualization", _("Conceptualization")
    DATA_CURATION = "data-curation", _("Data curation")
    FORMAL_ANALYSIS = "formal-analysis", _("Formal analysis")
    FUNDING = "funding-acquisition", _("Funding acquisition")
    INVESTIGATION = "investigation", _("Investigation")
    METHODOLOGY = "methodology", _("Methodology")
    ADMINISTRATION = "project-administration", _("Project administration")
    RESOURCES = "resources", _("Resources")
    SOFTWARE = "software", _("Software")
    SUPERVISION = "supervision", _("Supervision")
    VALIDATION = "validation", _("Validation")
    VISUALIZATION = "visualization", _("Visualization")
    WRITING = "writing-original-draft", _("Writing, original draft")
    EDITING = "writing-review-editing", _("Writing, review and editing")
    LECTURER = "lecturer", _("Lecturer")
    CASE_PROVIDER = "case-provider", _("Case provider")
    CASE_AUTHOR = "case-author", _("Case author")
    IMAGE_PROVIDER = "image-provider", _("Image provider")
    TRANSLATOR = "translator", _("Translator")
    TRANSLATION_CHECKER = "translation-checker", _("Translation checker")
    PEER_REVIEWER = "peer-reviewer", _("Peer reviewer")
    QUESTION_WRITER = "question-writer", _("Question writer")
    VIDEO_PRODUCTION = "video-production", _("Video production")
    MEDICAL_EDITOR = "medical-editor", _("Medical editor")
    STUDENT = "student-contributor", _("Student contributor")
