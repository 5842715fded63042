"""Words of the peer review.

The rubric follows Glassick, Huber and Maeroff, *Scholarship Assessed* (1997), as MedEdPORTAL asks it of educational
material, with what a pediatric case needs besides.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AssignmentStatus(models.TextChoices):
    INVITED = "invited", pgettext_lazy("reviewer", "Invited")
    ACCEPTED = "accepted", pgettext_lazy("reviewer", "Reviewing")
    DECLINED = "declined", pgettext_lazy("reviewer", "Declined")
    DONE = "done", pgettext_lazy("reviewer", "Review handed in")
    WITHDRAWN = "withdrawn", pgettext_lazy("reviewer", "Withdrawn")

    @property
    def is_waiting(self) -> bool:
        """Whether something is still expected of the reviewer."""
        return self in WAITING


WAITING = (AssignmentStatus.INVITED, AssignmentStatus.ACCEPTED)


class Verdict(models.TextChoices):
    ACCEPT = "accept", pgettext_lazy("verdict", "Accept")
    MINOR = "minor", pgettext_lazy("verdict", "Minor revision")
    MAJOR = "major", pgettext_lazy("verdict", "Major revision")
    REJECT = "reject", pgettext_lazy("verdict", "Reject")


class GateQuestion(models.TextChoices):
    """Questions of yes or no: any no returns the text."""

    ORIGINAL = "original", _("Is it original work?")
    COMPLETE = "complete", _("Is the teaching content there, whole?")
    MATERIALS = "materials", _("Are all materials attached that one needs to teach with it?")
    USED = "used", _("Has it been used with learners and evaluated?")
    COPYRIGHT = "copyright", _("Is the copyright clear, third-party material included?")
    PRIVACY = "privacy", _("Are privacy and informed consent of the child and the family respected?")
    INTERESTS = "interests", _("Are conflicts of interest stated?")
    FORM = "form", _("Are language and format as they should be?")
    ACCESSIBLE = "accessible", _("Is it accessible (alternative texts, captions)?")

    @property
    def answers(self) -> list[tuple[str, str]]:
        pilot = [(Answer.PILOT.value, Answer.PILOT.label)] if self == GateQuestion.USED else []
        return [(Answer.YES.value, Answer.YES.label), *pilot, (Answer.NO.value, Answer.NO.label)]


class Answer(models.TextChoices):
    YES = "yes", pgettext_lazy("answer", "Yes")
    PILOT = "pilot", pgettext_lazy("answer", "In a pilot class")
    NO = "no", pgettext_lazy("answer", "No")


class Score(models.IntegerChoices):
    UNACCEPTABLE = 1, pgettext_lazy("score", "1 Unacceptable")
    MAJOR = 2, pgettext_lazy("score", "2 Needs much revision")
    MINOR = 3, pgettext_lazy("score", "3 Needs a little revision")
    EXCELLENT = 4, pgettext_lazy("score", "4 Excellent")
    NOT_APPLICABLE = 0, pgettext_lazy("score", "Does not apply")


class Criterion(models.TextChoices):
    """What is scored. The first seven are asked of everything, the next four of all medicine, the rest of cases."""

    GOALS = "goals", _("Clear goals")
    PREPARATION = "preparation", _("Adequate preparation")
    METHODS = "methods", _("Appropriate methods")
    RESULTS = "results", _("Significant results")
    PRESENTATION = "presentation", _("Effective presentation")
    CRITIQUE = "critique", _("Reflective critique")
    GENERALISABILITY = "generalisability", _("Generalisability")
    ACCURACY = "accuracy", _("Clinical accuracy")
    GUIDELINE = "guideline", _("Agreement with current guidelines")
    SAFETY = "safety", _("Dosing safety")
    REFERENCES = "references", pgettext_lazy("criterion", "References")
    TYPICALITY = "typicality", _("Typicality and teaching value")
    DATA = "data", _("Data sufficient for reasoning")
    DIFFERENTIAL = "differential", _("Differential diagnosis specific to the case")
    BASIS = "basis", _("Evidence for the diagnosis and its certainty")
    AGE_VALUES = "age_values", _("Age-appropriate reference values")
    NO_SPOILER = "no_spoiler", _("No stage gives the answer away early")
    QUESTIONS = "questions", _("Level of the questions")

    @property
    def hint(self) -> str:
        return str(_HINTS.get(self, ""))

    @property
    def is_critical(self) -> bool:
        """Whether the lowest score forbids publication."""
        return self in CRITICAL

    @property
    def scores(self) -> list[tuple[int, str]]:
        values = [score for score in Score if score != Score.NOT_APPLICABLE or self in _MAY_NOT_APPLY]
        return [(score.value, score.label) for score in values]


_HINTS = {
    Criterion.GOALS: _("Objectives are explicit, written for the learner, and can be checked."),
    Criterion.PREPARATION: _("It builds on what has been done and published before."),
    Criterion.METHODS: _("The way of teaching fits the objectives."),
    Criterion.RESULTS: _("The objectives are reached, and others gain something from it."),
    Criterion.PRESENTATION: _("It is organised so that others can use it."),
    Criterion.CRITIQUE: _("The authors say what went well, what did not, and what they would change."),
    Criterion.GENERALISABILITY: _("Another institution can run it without further cost or explanation."),
    Criterion.SAFETY: _("Dose, unit, interval, maximum, route, and age or weight of every drug."),
    Criterion.AGE_VALUES: _("Vital signs and laboratory values are judged by the child's age."),
    Criterion.NO_SPOILER: _("Title, pictures and captions of earlier stages included."),
}
CASE_ONLY = tuple(Criterion)[11:]
CRITICAL = (Criterion.ACCURACY, Criterion.SAFETY)
_MAY_NOT_APPLY = (Criterion.RESULTS, Criterion.SAFETY, Criterion.AGE_VALUES, Criterion.QUESTIONS)


class Response(models.TextChoices):
    """What an author did about a point."""

    DONE = "done", pgettext_lazy("response", "Changed as asked")
    PARTLY = "partly", pgettext_lazy("response", "Changed in part")
    NOT_DONE = "not-done", pgettext_lazy("response", "Not changed, with reasons")


class Hindrance(models.TextChoices):
    """Why somebody cannot review a text."""

    NO_ROLE = "no-role", _("is not a reviewer (any more)")
    NO_ACCOUNT = "no-account", _("has no account that can sign in")
    SEES_AUTHORS = "sees-authors", _("can see in the admin who wrote it")
    AUTHOR = "author", _("has a part in the text")
    INSTITUTION = "institution", _("belongs to an institution that makes it")


class ErrorKind(models.TextChoices):
    """What is wrong with a page, in a reader's words."""

    DOSE = "dose", _("A dose or another number")
    FACT = "fact", _("A medical statement")
    PRIVACY = "privacy", _("A child could be recognised")
    REFERENCE = "reference", _("A reference")
    TRANSLATION = "translation", _("The translation")
    WORDING = "wording", _("Spelling or wording")
    TECHNICAL = "technical", _("Something does not work, or cannot be used")


class ErrorState(models.TextChoices):
    RECEIVED = "received", pgettext_lazy("error", "Received")
    CHECKING = "checking", pgettext_lazy("error", "Being checked")
    CORRECTED = "corrected", pgettext_lazy("error", "Corrected")
    NO_ERROR = "no-error", pgettext_lazy("error", "Not an error")
    DUPLICATE = "duplicate", pgettext_lazy("error", "Reported before")
