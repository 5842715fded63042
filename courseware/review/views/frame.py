"""What the screens of the review share."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from courseware.review.conflicts import DecisionConflict


def screen(request, template: str, title: str, context: dict, *, status: int = 200) -> HttpResponse:
    """An admin page below "Reviews"."""
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("review:work"), "label": _("Reviews")},
        {"url": "", "label": title},
    ]
    response = render(
        request, template, {"header_title": title, "breadcrumbs_items": crumbs} | context, status=status
    )
    response.headers["Cache-Control"] = "private, no-store"
    return response


def say(request, error: DecisionConflict) -> int:
    """Show why something could not be done on the page that is shown again; returns its status."""
    for reason in error.reasons:
        messages.error(request, reason)
    return error.status
