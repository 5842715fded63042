"""Registrations of the review with Wagtail's admin."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from courseware.review.dashboard import with_what_waits
from courseware.review.editing import (
    answers_come_first,
    back_to_the_queue,
    submit_translation,
    to_the_answers,
)
from courseware.review.models import SectionScope
from courseware.review.records import Event


@hooks.register("register_admin_urls")
def addresses_of_the_review():
    return [path("review/", include("courseware.review.admin_urls"))]


@hooks.register("register_admin_menu_item")
def reviews_in_the_menu():
    return MenuItem(
        _("Reviews"), reverse("review:work"), icon_name="clipboard-list", name="reviews", order=140
    )


@hooks.register("construct_homepage_panels", order=10)  # after the catalogue has put its own first
def what_waits_comes_first(request, panels):
    panels[:] = with_what_waits(panels)


@hooks.register("register_log_actions")
def events_of_the_review(actions):
    for event in Event:
        actions.register_action(event.value, event.label, event.label)


@hooks.register("before_edit_page", order=-1)  # before wagtail-localize's own, which would say "published"
def translations_are_submitted(request, page):
    return submit_translation(request, page)


@hooks.register("before_edit_page")
def reviewers_are_answered_first(request, page):
    answers_come_first(request, page)


@hooks.register("after_edit_page")
def lead_on_from_the_editor(request, page):
    return back_to_the_queue(request, page) or to_the_answers(request, page)


class SectionScopeViewSet(SnippetViewSet):
    model = SectionScope
    icon = "group"
    list_display = ["section"]


register_snippet(SectionScopeViewSet)
