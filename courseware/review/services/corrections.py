"""Urgent corrections: four eyes instead of the whole path, and the whole path afterwards."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import Page

from courseware.catalogue.enums import VersionKind
from courseware.catalogue.services import record_version
from courseware.network.enums import Role
from courseware.network.models import Membership
from courseware.network.territory import institution_of
from courseware.review.changes import changed_fields
from courseware.review.conflicts import DecisionConflict, DecisionForbidden, DecisionInvalid
from courseware.review.models import Correction
from courseware.review.notices import link, post
from courseware.review.records import Event
from courseware.review.rules import is_chief_editor, roles_of
from courseware.review.services.submission import submit

SECOND_PEOPLE = (Role.CHIEF_EDITOR, Role.PRIVACY_OFFICER, Role.LEAD_TEACHER)
NO_SECOND_PERSON = gettext_lazy(
    "A second person agrees: a chief editor, a privacy officer or a lead teacher who has not written it."
)


@transaction.atomic
def ask(*, page: Page, by, reason: str) -> Correction:
    """A chief editor asks for the newest draft of a public page to replace it at once."""
    if not is_chief_editor(by):
        raise DecisionForbidden(_("Only a chief editor asks for an urgent correction."))
    if not reason.strip():
        raise DecisionInvalid(_("Say what is corrected: readers will read it."))
    page = Page.objects.select_for_update(of=("self",)).get(pk=page.pk)
    if not page.live or not page.has_unpublished_changes:
        raise DecisionConflict(_("Only a public page with a newer draft can be corrected."))
    correction, is_new = Correction.objects.get_or_create(
        revision=page.latest_revision, defaults={"page": page, "reason": reason.strip(), "asked_by": by}
    )
    if not is_new:
        raise DecisionConflict(_("A correction with this draft has been asked for already."))
    log(
        page.specific,
        Event.CORRECTION_ASKED.value,
        user=by,
        revision=correction.revision,
        data={"reason": reason},
    )
    in_office = Membership.objects.current().filter(role__in=SECOND_PEOPLE).accounts()
    others = [user for user in in_office if may_agree(user, correction)]
    post(others, lambda: _please_agree(correction))
    return correction


@transaction.atomic
def agree(*, correction: Correction, by) -> Correction:
    """The second person agrees: the page is corrected now, says so, and goes through the whole review."""
    held = Correction.objects.select_for_update(of=("self",)).select_related("revision").get(pk=correction.pk)
    if not may_agree(by, held):
        raise DecisionForbidden(str(NO_SECOND_PERSON))
    page = Page.objects.get(pk=held.page_id).specific
    if held.agreed_at:
        raise DecisionConflict(_("This correction has been published already."))
    if page.latest_revision_id != held.revision_id:
        raise DecisionConflict(_("The draft was changed meanwhile: a new correction has to be asked for."))
    held.agreed_by, held.agreed_at = by, timezone.now()
    held.save()
    held.revision.publish(user=by, skip_permission_checks=True)
    log(page, Event.CORRECTION_AGREED.value, user=by, revision=held.revision, data={"reason": held.reason})
    after = Page.objects.get(pk=page.pk).specific
    record_version(
        page=after, kind=VersionKind.CORRECTION, changed=changed_fields(page, after), reason=held.reason
    )
    if not after.workflow_in_progress:
        submit(page=after, by=after.owner)
    return held


@transaction.atomic
def stop_review(*, page: Page, by) -> None:
    """A chief editor takes a text out of its review, so that it can be edited."""
    if not is_chief_editor(by):
        raise DecisionForbidden(_("Only a chief editor stops a review."))
    running = page.current_workflow_state
    if running is None:
        raise DecisionConflict(_("This text is not under review."))
    running.cancel(user=by)


def may_agree(user, correction: Correction) -> bool:
    """Whether `user` is the second person: in office, not who asked, not who wrote the draft."""
    if user.pk in (correction.asked_by_id, correction.revision.user_id):
        return False
    institution = institution_of(correction.page)
    allowed = {(Role.CHIEF_EDITOR, None), (Role.PRIVACY_OFFICER, None)}
    if institution:
        allowed.add((Role.LEAD_TEACHER, institution.pk))
    return bool(allowed & roles_of(user))


def waiting_for(user) -> list[Correction]:
    """Corrections that `user` may agree to."""
    waiting = Correction.objects.filter(agreed_at=None).select_related("page", "revision", "asked_by")
    return [
        row
        for row in waiting.order_by("pk")
        if row.page.latest_revision_id == row.revision_id and may_agree(user, row)
    ]


def _please_agree(correction: Correction) -> tuple[str, str]:
    facts = {
        "title": correction.page.title,
        "reason": correction.reason,
        "address": link("review:correction", correction.pk),
    }
    return _("Urgent: a correction of “%(title)s” needs a second person") % facts, _(
        "A public page has a dangerous error. Please read the correction and agree, if you do:\n\n"
        "%(title)s: %(reason)s\n%(address)s"
    ) % facts
