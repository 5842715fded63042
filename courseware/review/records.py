"""What happened in a peer review, in the history of the page, without the names that blindness hides."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogContext, log

from courseware.review.models import ReviewAssignment


class Event(models.TextChoices):
    INVITED = "courseware.review.invited", _("A reviewer was invited")
    ACCEPTED = "courseware.review.accepted", _("A reviewer accepted")
    DECLINED = "courseware.review.declined", _("A reviewer declined")
    WITHDRAWN = "courseware.review.withdrawn", _("A reviewer was released")
    EXTENDED = "courseware.review.extended", _("A reviewer was given more time")
    HANDED_IN = "courseware.review.handed-in", _("A review was handed in")
    SETTLED = "courseware.review.settled", _("A point of a review was settled")
    CORRECTION_ASKED = "courseware.review.correction-asked", _("An urgent correction was asked for")
    CORRECTION_AGREED = "courseware.review.correction-agreed", _("An urgent correction was published")


def note(event: Event, assignment: ReviewAssignment) -> None:
    """One line in the history of the page. Authors read it: it names nobody (stock names who is signed in)."""
    with LogContext(user=None):
        log(
            assignment.round.page,
            event.value,
            revision=assignment.round.revision,
            data={"assignment": assignment.pk},
        )
