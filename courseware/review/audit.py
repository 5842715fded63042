"""Who did what when, as a table; names only for those from whom blindness hides nothing."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.log_actions import registry
from wagtail.models import Page, PageLogEntry

from courseware.network.models import name_of
from courseware.review.authorship import authors_of
from courseware.review.models import ReviewAssignment, Round

PREFIXES = ("wagtail.workflow", "wagtail.publish", "wagtail.unpublish", "courseware.review")


def header() -> list[str]:
    return [
        pgettext("audit", "Time"),
        _("Page"),
        _("Title"),
        _("What"),
        _("Step"),
        _("Version"),
        _("Who"),
        pgettext("audit", "Comment"),
    ]


def own_texts(user) -> set[int]:
    """Ids of the reviewed pages in which `user` has a part: to them their reviewers stay unknown."""
    pages = list(Page.objects.filter(pk__in=Round.objects.values("page")))
    return {page for page, authors in authors_of(pages).items() if user.pk in authors} if pages else set()


def rows(*, with_reviewers: bool, hidden: set[int] = frozenset()) -> Iterator[list[str]]:
    """The entries of the review in the history of all pages, oldest first.

    Without `with_reviewers`, and on pages whose ids are `hidden`, reviewers are numbers, the same for one reviewer
    in one round.
    """
    entries = PageLogEntry.objects.filter(
        action__in=[name for name, _label in registry.get_choices() if name.startswith(PREFIXES)]
    )
    assignments = {
        row.pk: row
        for row in ReviewAssignment.objects.select_related("reviewer").prefetch_related("round__assignments")
    }
    for entry in entries.select_related("user__person").order_by("timestamp", "pk").iterator(500):
        workflow = (entry.data or {}).get("workflow", {})
        yield [
            timezone.localtime(entry.timestamp).isoformat(timespec="seconds"),
            str(entry.page_id),
            entry.label,
            str(registry.get_action_label(entry.action)),
            (workflow.get("task") or {}).get("title", ""),
            str(entry.revision_id or ""),
            _who(entry, assignments, with_reviewers and entry.page_id not in hidden),
            (entry.data or {}).get("comment", ""),
        ]


def _who(entry: PageLogEntry, assignments: dict[int, ReviewAssignment], with_reviewers: bool) -> str:
    if "assignment" in (entry.data or {}):  # noted without a name (`records.note`)
        assignment = assignments.get(entry.data["assignment"])
        if assignment is None:
            return ""
        if with_reviewers:
            return str(assignment.reviewer or _("Somebody who has left"))
        numbers = [row.pk for row in assignment.round.assignments.all()]
        return _("Reviewer %(number)d") % {"number": numbers.index(assignment.pk) + 1}
    return name_of(entry.user) if entry.user else ""
