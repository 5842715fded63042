"""A draft for somebody without an account who was given a link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from courseware.review.blind import Shown, file_of, show
from courseware.review.models import PreviewLink


@require_safe
def draft(request: HttpRequest, token: str) -> HttpResponse:
    """The newest draft of a page; 404 for a link that never was, 410 for one that has expired or was revoked."""
    link = PreviewLink.objects.by_token(token).select_related("page").first()
    if link is None:
        raise Http404
    if not link.is_valid:
        return _private(render(request, "review/link_expired.html", status=410))
    shown = _show(request, link, token)
    with translation.override(shown.language):
        note = _("This is a draft that has not been reviewed. Please do not pass it on.")
        return _private(render(request, "review/text.html", {"shown": shown, "note": note}))


@require_safe
def file(request: HttpRequest, token: str, key: str) -> HttpResponse:
    link = PreviewLink.objects.valid().by_token(token).select_related("page").first()
    if link is None:
        raise Http404
    return _private(file_of(request, _owner(link), key, hide=str, again=lambda: _show(request, link, token)))


def _show(request, link: PreviewLink, token: str) -> Shown:
    return show(
        request,
        link.page.get_latest_revision_as_object(),
        owner=_owner(link),
        address_of=lambda key: reverse("review_preview:file", args=[token, key]),
        mask=None,
    )


def _owner(link: PreviewLink) -> str:
    return f"link {link.pk} {link.page.latest_revision_id}"


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
