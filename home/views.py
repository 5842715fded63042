"""Small answers that are no pages: captions, uploaded files, robots.txt."""

import mimetypes
import re
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils._os import safe_join
from django.views.decorators.http import require_safe

from home.models import MediaTrack
from home.shown import ensure_shown

_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


@require_safe
def captions(request: HttpRequest, pk: int) -> HttpResponse:
    track = get_object_or_404(MediaTrack.objects.select_related("media"), pk=pk)
    ensure_shown(track.media, request.user)
    return HttpResponse(track.vtt, content_type="text/vtt; charset=utf-8")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    address = request.build_absolute_uri("/sitemap.xml")
    return HttpResponse(f"User-agent: *\nDisallow: /cms/\nSitemap: {address}\n", content_type="text/plain")


@require_safe
def uploaded(request: HttpRequest, path: str) -> HttpResponse:
    """An uploaded file, whole or in part: a browser seeks in a video by asking for a range (RFC 9110, 14)."""
    try:
        file = Path(safe_join(settings.MEDIA_ROOT, path))
    except (ValueError, SuspiciousFileOperation) as error:
        raise Http404 from error
    # Originals are never served: only what was made for readers.
    if not file.is_file() or file.relative_to(settings.MEDIA_ROOT).parts[0] in {
        "original_images",
        "documents",
    }:
        raise Http404
    size = file.stat().st_size
    wanted = _RANGE.fullmatch(request.headers.get("Range", ""))
    if not wanted or not (wanted[1] or wanted[2]):
        response = FileResponse(file.open("rb"))
        response.headers["Accept-Ranges"] = "bytes"
        return response
    if wanted[1]:
        first, last = int(wanted[1]), min(int(wanted[2] or size - 1), size - 1)
    else:
        first, last = max(size - int(wanted[2]), 0), size - 1
    if first > last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    with file.open("rb") as source:
        source.seek(first)
        content = source.read(last - first + 1)
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    response = HttpResponse(content, status=206, content_type=kind)
    response.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    response.headers["Accept-Ranges"] = "bytes"
    return response
