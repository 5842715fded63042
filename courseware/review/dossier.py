"""All that was reviewed of a page since it was last published."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from courseware.review.enums import AssignmentStatus
from courseware.review.models import Point, Report, Round
from courseware.review.rubric import forbids
from courseware.review.small_changes import numbers_changed


def reports_on(page: Page) -> list[Report]:
    """Reviews handed in, oldest first."""
    found = Report.objects.filter(
        assignment__round__page=page,
        assignment__round__published_at=None,
        assignment__status=AssignmentStatus.DONE,
    )
    return list(found.select_related("assignment__round", "assignment__reviewer").order_by("pk"))


def forbidden(page: Page) -> list[str]:
    """What the newest reviews forbid.

    A later round lifts what an earlier one forbade: the text has changed since, and somebody independent has judged it.
    """
    reports = reports_on(page)
    newest = max((report.assignment.round_id for report in reports), default=None)
    sentences = [
        sentence for report in reports if report.assignment.round_id == newest for sentence in forbids(report)
    ]
    return list(dict.fromkeys(sentences))


def objections(round: Round) -> Iterator[str]:
    """Why a round cannot end with a recommendation to publish, in sentences."""
    reports = reports_on(round.page)
    reviewers = {report.assignment.reviewer_id or -report.pk for report in reports}
    wanted = round.step.reviewers
    if len(reviewers) < wanted:
        yield ngettext(
            "%(number)d review of %(wanted)d is in.",
            "%(number)d reviews of %(wanted)d are in.",
            len(reviewers),
        ) % {"number": len(reviewers), "wanted": wanted}
    open_points = Point.objects.raised_on(round.page).unsettled().count()
    if open_points:
        yield ngettext(
            "%(number)d point of the reviewers is not settled.",
            "%(number)d points of the reviewers are not settled.",
            open_points,
        ) % {"number": open_points}
    yield from forbidden(round.page)


def objections_to_a_small_change(round: Round) -> Iterator[str]:
    """Why a text cannot go on without reviewers, in sentences.

    A slip of the pen in a public text does not need two people and three weeks; a changed number does.
    """
    live = round.page.specific
    if not live.live:
        yield _("Only a text that is public already may go on without reviewers.")
    elif changed := numbers_changed(live, round.revision.as_object()):
        yield _("Numbers have changed, and must be reviewed: %(numbers)s.") % {"numbers": ", ".join(changed)}
    yield from forbidden(round.page)
