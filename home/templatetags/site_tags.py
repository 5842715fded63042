"""Tags that every page of the site uses."""

import segno
from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from home.frame import Frame
from home.headings import with_ids
from home.languages import alternates_once, language_name
from home.locales import language_of
from home.models import SiteIdentity
from home.webvtt import start_asked_for

register = template.Library()


@register.simple_tag(takes_context=True)
def site_identity(context) -> SiteIdentity:
    request = context.get("request")
    return SiteIdentity.for_request(request) if request else SiteIdentity()


@register.simple_tag
def qr_code(text: str) -> str:
    """The data address of a QR code (ISO/IEC 18004) that says `text`: paper leads back to the page."""
    return segno.make(text, error="m", micro=False).svg_data_uri(border=2)


@register.simple_tag(takes_context=True)
def language_alternates(context):
    """The languages of the current page."""
    return alternates_once(context["request"], context.get("page"))


@register.inclusion_tag("components/head_links.html", takes_context=True)
def head_links(context):
    """Canonical address and the addresses of the other languages."""
    request = context["request"]
    found = [entry for entry in language_alternates(context) if entry.url]
    page = context.get("page")
    own = page.get_url(request) if page is not None and page.pk else request.path
    return {
        "canonical": request.build_absolute_uri(own or request.path),
        "alternates": [{"code": entry.code, "url": request.build_absolute_uri(entry.url)} for entry in found],
    }


@register.simple_tag(takes_context=True)
def breadcrumb(context) -> list[dict]:
    """The pages above the current one, below the front page."""
    if "crumbs" in context:
        return context["crumbs"]
    page = context.get("page")
    if page is None or not page.pk or page.depth <= 3:
        return []
    ancestors = page.get_ancestors().live().filter(depth__gt=2)
    request = context["request"]
    return [
        {"title": entry.title, "url": entry.get_url(request), "language": language_of(entry)}
        for entry in ancestors
    ]


@register.simple_tag(takes_context=True)
def footer_pages(context) -> list[dict]:
    """The text pages directly below the front page, in the reader's language."""
    request = context.get("request")
    if request is None:
        return []
    pages = Frame.of(request, context.get("page")).text_pages
    return [{"title": page.title, "url": page.get_url(request), "language": get_language()} for page in pages]


@register.filter
def headings_with_ids(value) -> str:
    """Rich text with an anchor on every heading."""
    # The rich text filter has sanitised and marked it; only ids are added.
    return mark_safe(with_ids(str(value)))  # noqa: S308


@register.simple_tag(takes_context=True)
def start_of_video(context, number: int) -> str:
    """The media fragment (W3C Media Fragments 1.0, 4.2.1) at which `?video=…&t=…` asks this video to start."""
    asked = context["request"].GET if "request" in context else {}
    seconds = start_asked_for(asked.get("t", "")) if asked.get("video") == str(number) else None
    return "" if seconds is None else f"#t={seconds}"


@register.filter
def own_language_name(code: str) -> str:
    return language_name(code)
