"""Which files readers may have: those that a public page shows. Their numbers are in the address and can be counted."""

from django.http import Http404
from wagtail.models import Page, ReferenceIndex

from home.querysets import is_public


def is_shown(file) -> bool:
    """Whether a live page that is open to everybody uses a document or a medium. Two queries."""
    users = ReferenceIndex.get_references_to(file).filter(base_content_type__model="page")
    pages = [int(pk) for pk in users.values_list("object_id", flat=True)]
    return Page.objects.filter(is_public(), pk__in=pages, live=True).exists()


def ensure_shown(file, user) -> None:
    """Http404 for a reader who asks for a file of a draft; teachers see it in their previews."""
    if not (user.has_perm("wagtailadmin.access_admin") or is_shown(file)):
        raise Http404
