"""Telling people that a step waits for them (stock Wagtail tells superusers, of its own tasks alone)."""

from django.utils.translation import gettext as _
from wagtail.models import TaskState

from courseware.review.notices import link, post
from home.models import User


def announce(task_state: TaskState, step) -> None:
    """Tell everybody who may take `step` of a review that it has begun."""
    page = task_state.revision.content_object
    title = task_state.revision.content["title"]
    post(judges(step, page), lambda: _step_waits(step, title))


def judges(step, page) -> list[User]:
    """Accounts that may take `step` on `page` now."""
    return [user for user in step.holders(page).accounts() if step.may_act(page, user)]


def _step_waits(step, title: str) -> tuple[str, str]:
    facts = {"step": step, "title": title, "address": link("review:work")}
    subject = _("Waiting for you: %(step)s, “%(title)s”") % facts
    text = _(
        "“%(title)s” has been submitted and waits at the step “%(step)s”, which you may take.\n\n%(address)s"
    )
    return subject, text % facts
