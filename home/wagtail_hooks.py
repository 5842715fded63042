"""Registrations of the ground floor with Wagtail's admin."""

from django.templatetags.static import static
from django.utils.html import format_html_join
from wagtail import hooks

from home.rich_text import KnownPageLinkHandler
from home.shown import ensure_shown


@hooks.register("register_rich_text_features", order=10)
def know_page_links(features):
    features.register_link_type(KnownPageLinkHandler)


@hooks.register("before_serve_document")
def keep_documents_of_drafts(document, request):
    ensure_shown(document, request.user)


@hooks.register("insert_global_admin_css")
def dress_admin():
    sheets = ((static(f"css/{name}.css"),) for name in ("fonts", "admin"))
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', sheets)
