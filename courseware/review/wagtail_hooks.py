"""Registrations of the review with Wagtail's admin."""

from wagtail import hooks

from courseware.review.editing import submit_translation


@hooks.register("before_edit_page", order=-1)  # before wagtail-localize's own, which would say "published"
def translations_are_submitted(request, page):
    return submit_translation(request, page)
