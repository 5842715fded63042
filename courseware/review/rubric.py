"""What is asked of a review, and what its answers forbid."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from courseware.catalogue.models import CasePage
from courseware.review.enums import CASE_ONLY, Answer, Criterion, GateQuestion, Score, Verdict


def criteria_for(page: Page) -> list[Criterion]:
    """What is scored of a page: cases are asked more."""
    is_case = isinstance(page.specific, CasePage)
    return [criterion for criterion in Criterion if is_case or criterion not in CASE_ONLY]


def gaps(findings, page: Page, *, scores_required: bool) -> list[str]:
    """What a review still lacks, in sentences."""
    missing = [
        _("Answer: %(question)s") % {"question": question.label}
        for question in GateQuestion
        if question not in findings.answers
    ]
    missing += [
        _("Score: %(criterion)s") % {"criterion": criterion.label}
        for criterion in criteria_for(page)
        if criterion not in findings.scores and (scores_required or criterion.is_critical)
    ]
    if not findings.verdict:
        missing.append(_("Choose a recommendation."))
    if not findings.note.strip():
        missing.append(_("Write a note to the authors."))
    asks_for_change = any(text for _place, text in findings.points) or any(
        not taken.is_settled for taken in findings.earlier
    )
    if findings.verdict in (Verdict.MINOR, Verdict.MAJOR) and not asks_for_change:
        missing.append(_("You recommend a revision: name at least one point that the authors should change."))
    return missing


def forbids(report) -> list[str]:
    """Why a review forbids publication: a gate question answered with no, the lowest score where it is critical."""
    answered_no = [
        _("A reviewer answered no: %(question)s") % {"question": GateQuestion(name).label}
        for name, answer in report.answers.items()
        if answer == Answer.NO
    ]
    unacceptable = [
        _("A reviewer found unacceptable: %(criterion)s") % {"criterion": Criterion(name).label}
        for name, score in report.scores.items()
        if score == Score.UNACCEPTABLE and Criterion(name).is_critical
    ]
    return answered_no + unacceptable


def readable(report) -> dict:
    """Answers and scores of a review as (label, value, whether it forbids publication)."""
    scored = [c for c in criteria_for(report.assignment.round.page) if c.value in report.scores]
    return {
        "gate": [
            (GateQuestion(name).label, Answer(answer).label, answer == Answer.NO)
            for name, answer in report.answers.items()
        ],
        "scores": [
            (c.label, Score(report.scores[c]).label, report.scores[c] == Score.UNACCEPTABLE and c.is_critical)
            for c in scored
        ],
    }
