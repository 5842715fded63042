"""Registrations of the ground floor with Wagtail's admin."""

from wagtail import hooks

from home.rich_text import KnownPageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def know_page_links(features):
    features.register_link_type(KnownPageLinkHandler)
