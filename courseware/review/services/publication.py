"""What was approved becomes public, and readers are told by whom it was judged."""

from itertools import chain

from django.db import transaction
from wagtail.models import Page, Revision, TaskState, WorkflowState

from courseware.catalogue.enums import VersionKind
from courseware.catalogue.services import record_version
from courseware.review.authorship import belonging
from courseware.review.changes import changed_fields
from courseware.review.dossier import reports_on
from courseware.review.models import TranslationCheckTask
from courseware.review.services.decisions import close_dossier


@transaction.atomic
def publish_reviewed(*, review: WorkflowState, by) -> None:
    """Publish the revision that the last step approved; PublicationRefused when the gate says no."""
    last = review.current_task_state
    before = _live(last.revision)
    last.revision.publish(user=by, skip_permission_checks=True)
    page = Page.objects.get(pk=last.revision.object_id).specific
    # Not by the last step: the editorial decision steps aside after the check of a translation.
    checks = _approvals(last.revision).filter(task__in=TranslationCheckTask.objects.values("pk"))
    reports = reports_on(page)
    record_version(
        page=page,
        kind=VersionKind.TRANSLATION if checks.exists() else VersionKind.REVIEWED,
        institutions=len(_institutions(last.revision, reports)),
        reviewers=[
            (report.assignment.reviewer.name_zh, report.assignment.reviewer.name_en)
            for report in _newest_of_each(reports)
            if report.assignment.may_be_named
        ],
        changed=changed_fields(before, page) if before else [],
    )
    close_dossier(page)


def _live(revision: Revision) -> Page | None:
    page = Page.objects.filter(pk=revision.object_id, live=True).first()
    return page.specific if page else None


def _approvals(revision: Revision):
    return TaskState.objects.filter(revision=revision, status=TaskState.STATUS_APPROVED)


def _newest_of_each(reports) -> list:
    """The last review of each reviewer, in the order in which they came to it."""
    found = {report.assignment.reviewer_id: report for report in reports if report.assignment.reviewer}
    return list(found.values())


def _institutions(revision: Revision, reports) -> set[int]:
    """Institutions to which those belong who judged a revision."""
    judges = _approvals(revision).filter(finished_by__isnull=False)
    accounts = set(judges.values_list("finished_by", flat=True))
    accounts |= {report.assignment.reviewer.account_id for report in reports if report.assignment.reviewer}
    return set(chain.from_iterable(belonging(accounts).values()))
