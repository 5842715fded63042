"""The letters with which a round is decided: a draft that the chief editor goes through before it is sent."""

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courseware.review.enums import Verdict
from courseware.review.models import Point, Round
from courseware.review.notices import language_of


def draft_letter(round: Round, verdict: Verdict, language: str = "") -> str:
    """The letter of a decision in the language of the author (or in `language`)."""
    author = round.task_state.workflow_state.requested_by or round.page.owner
    with translation.override(language or (language_of(author) if author else "zh-hans")):
        points = Point.objects.raised_on(round.page).unsettled()
        title = round.title
        parts = [
            _("Dear authors,"),
            _OPENING[verdict]() % {"title": title},
            _ASKED[verdict]() % {"points": _number(len(points))} if verdict in _ASKED else "",
            _("Thank you for what you give to children's care and to those who learn it."),
            _("The editors"),
        ]
        return "\n\n".join(part for part in parts if part)


def _number(points: int) -> str:
    return ngettext("%(number)d point", "%(number)d points", points) % {"number": points}


# Looked up when the letter is written: its language is the author's.
_OPENING = {
    Verdict.ACCEPT: lambda: _(
        "The reviewers recommend “%(title)s” for publication. It now goes on to the remaining checks; you need do nothing."
    ),
    Verdict.MINOR: lambda: _("The reviewers think well of “%(title)s” and ask for a minor revision."),
    Verdict.MAJOR: lambda: _(
        "The reviewers see value in “%(title)s”, but it cannot be published as it stands. We ask for a major revision."
    ),
    Verdict.REJECT: lambda: _(
        "After careful review we cannot publish “%(title)s”. The reviews are enclosed; they may help you with other work."
    ),
}
_ASKED = {
    Verdict.MINOR: lambda: _(
        "Please answer every point of the reviewers (%(points)s) in the response matrix, change the text where you agree, and send it back."
    ),
    Verdict.MAJOR: lambda: _(
        "Please answer every point of the reviewers (%(points)s) in the response matrix and say where the text has changed; "
        "the reviewers will read it again."
    ),
}
