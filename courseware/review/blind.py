"""A text as somebody reads it who has no account, or is not to know whose it is.

The page's own template is rendered, so that reviewers judge what readers will see. Then everything is taken out that
tells who made it: elements that templates mark with ``data-identity``, addresses (they name the institution), names
of files (authors choose them), and names wherever they stand.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.core.cache import cache
from django.http import FileResponse, Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from wagtail.models import Page

from courseware.review.masking import Mask
from home.links import serving_links
from home.models import MediaTrack, TeachingDocument
from home.views import uploaded

_CAPTIONS = re.compile(r"^/captions/(\d+)\.vtt$")
_DOCUMENT = re.compile(r"^/documents/(\d+)/")
KEPT_FOR = 60 * 60  # seconds that a worker remembers which file is behind which address


@dataclass(frozen=True)
class Shown:
    """A text for somebody's eyes: the article, and the addresses of its files by key."""

    html: str
    language: str
    files: dict[str, str]


def show(request, page: Page, *, owner: str, address_of: Callable[[str], str], mask: Mask | None) -> Shown:
    """`page` as it would become, for the reader `owner`; blind when `mask` says what to hide.

    `address_of` gives the address under which the file of a key is served to that reader.
    """
    language = page.locale.language_code
    request.is_preview = True
    with translation.override(language), serving_links(page, request):
        html = render_to_string(page.get_template(request), page.get_context(request), request)
    article = BeautifulSoup(html, "html.parser").select_one("main article")
    if article is None:
        raise Http404
    files: dict[str, str] = {}
    _replace_files(article, files, owner, address_of)
    if mask:
        _take_out(article)
    _cut_links(article, request.get_host())
    cache.set(_cache_key(owner), files, KEPT_FOR)
    text = str(article)
    return Shown(mask.hide(text) if mask else text, language, files)


def _take_out(article: Tag) -> None:
    for element in article.select("[data-identity]"):
        element.decompose()
    for element in article.select("[data-item]"):  # addresses of other pages, which name their institution
        del element["data-item"]


def _cut_links(article: Tag, host: str) -> None:
    """Links that stay within the text remain, and those to other sites; forms and addresses of this site go."""
    for link in article.select("a[href]"):
        address = link["href"]
        is_foreign = address.startswith(("http://", "https://")) and f"//{host}" not in address
        if not (address.startswith("#") or is_foreign or link.has_attr("data-file")):
            del link["href"]
    for form in article.select("form[action], form[method=post]"):
        form.unwrap()


def _replace_files(article: Tag, files: dict[str, str], owner: str, address_of) -> None:
    def neutral(address: str) -> str:
        if not _is_file(address):
            return address
        path = address.partition("#")[0]
        key = sha256(f"{settings.SECRET_KEY}|{owner}|{path}".encode()).hexdigest()[:24]
        files[key] = path
        return address_of(key) + address[len(path) :]

    for element in article.select("[src], [poster], [href], [srcset]"):
        for name in ("src", "poster", "href"):
            if element.has_attr(name) and (there := neutral(element[name])) != element[name]:
                element[name] = there
                element["data-file"] = ""
        if element.has_attr("srcset"):
            parts = (part.strip().split(" ", 1) for part in element["srcset"].split(","))
            element["srcset"] = ", ".join(" ".join([neutral(part[0]), *part[1:]]) for part in parts)


def _is_file(address: str) -> bool:
    return bool(
        address.startswith(settings.MEDIA_URL) or _CAPTIONS.match(address) or _DOCUMENT.match(address)
    )


def _cache_key(owner: str) -> str:
    return f"review-files-{sha256(owner.encode()).hexdigest()}"


def file_of(
    request, owner: str, key: str, *, hide: Callable[[str], str], again: Callable[[], Shown]
) -> HttpResponse:
    """A file of a text that was shown to `owner`, under no name of its own; 404 for any other key.

    `hide` takes names out of captions; `again` shows the text once more, where this worker does not remember its files.
    """
    files = cache.get(_cache_key(owner)) or {}
    path = files.get(key) or again().files.get(key)
    if path is None:
        raise Http404
    if found := _CAPTIONS.match(path):
        text = MediaTrack.objects.get(pk=found[1]).vtt
        return HttpResponse(hide(text), content_type="text/vtt; charset=utf-8")
    if found := _DOCUMENT.match(path):
        document = TeachingDocument.objects.get(pk=found[1])
        name = f"document{PurePosixPath(document.file.name).suffix}"
        return FileResponse(document.file.open("rb"), as_attachment=True, filename=name)
    response = uploaded(request, path.removeprefix(settings.MEDIA_URL))
    response.headers["Content-Disposition"] = "inline"
    return response
