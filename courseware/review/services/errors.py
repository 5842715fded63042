"""Errors are reported by readers and settled by those who answer for the page."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from courseware.network.enums import Role
from courseware.network.models import Membership
from courseware.network.territory import Territory
from courseware.review.conflicts import DecisionForbidden, DecisionInvalid
from courseware.review.enums import ErrorState
from courseware.review.models import ErrorReport
from courseware.review.models.error_report import OPEN
from courseware.review.notices import link, post, post_to
from courseware.review.rules import roles_of


@transaction.atomic
def report(*, page: Page, kind: str, place: str, text: str, email: str) -> ErrorReport:
    """A reader's report; those who answer for the page are told."""
    found = ErrorReport.objects.create(page=page, kind=kind, place=place, text=text, email=email)
    institution = Territory().institution_of(page)
    rows = Membership.objects.current().filter(role__in=(Role.LEAD_TEACHER, Role.CHIEF_EDITOR))
    answering = [user for user in rows.accounts() if _answers_for(roles_of(user), institution)]
    post(answering, lambda: _notice(found))
    return found


@transaction.atomic
def settle(*, error: ErrorReport, by, state: ErrorState, outcome: str) -> ErrorReport:
    """Say what came of it; readers read the outcome."""
    if not may_settle(by, [error]):
        raise DecisionForbidden(
            _("Lead teachers of the institution and chief editors settle what readers report.")
        )
    error.state, error.outcome = state, outcome.strip()
    if not error.is_open and not error.outcome:
        raise DecisionInvalid(_("Say in a sentence what came of it: readers will read it."))
    error.settled_at, error.settled_by = (None, None) if error.is_open else (timezone.now(), by)
    if not error.is_open and error.email:
        language = error.page.locale.language_code
        post_to(error.email, language, lambda: _answer(error))
        error.email = ""  # kept until it was answered, as the form says
    error.save()
    return error


def may_settle(user, errors: list[ErrorReport]) -> set[int]:
    """Ids of those of `errors` that `user` answers for."""
    roles, territory = roles_of(user), Territory()
    return {row.pk for row in errors if _answers_for(roles, territory.institution_of(row.page))}


def open_for(user) -> list[ErrorReport]:
    """What readers reported and nobody has settled, urgent first. A constant number of queries."""
    waiting = ErrorReport.objects.filter(state__in=OPEN)
    rows = list(waiting.select_related("page").order_by("pk"))
    mine = may_settle(user, rows) if rows else set()
    return sorted((row for row in rows if row.pk in mine), key=lambda row: not row.is_urgent)


def _answers_for(roles, institution) -> bool:
    is_lead = institution is not None and (Role.LEAD_TEACHER, institution.pk) in roles
    return is_lead or (Role.CHIEF_EDITOR, None) in roles


def _answer(error: ErrorReport) -> tuple[str, str]:
    facts = {
        "title": error.page.title,
        "state": error.get_state_display(),
        "outcome": error.outcome,
        "address": error.page.full_url or "",
    }
    return _("Your report on “%(title)s”") % facts, _(
        "Thank you for reporting an error. This is what came of it:\n\n%(state)s. %(outcome)s\n\n%(address)s"
    ) % facts


def _notice(error: ErrorReport) -> tuple[str, str]:
    facts = {
        "title": error.page.title,
        "kind": error.get_kind_display(),
        "place": error.place or "—",
        "address": link("review:error", error.pk),
    }
    return _("A reader reports an error: “%(title)s”") % facts, _(
        "%(kind)s\nWhere: %(place)s\n\nRead the report and settle it:\n%(address)s"
    ) % facts
