"""Keeping the index in step with the pages."""

from collections.abc import Iterator

from django.db import transaction
from wagtail.models import Page

from search.documents import describe, findable
from search.engines import current_engine
from search.models import SearchDocument


@transaction.atomic
def index_page(*, page_id: int) -> bool:
    """Bring one page's document up to date; whether the page is in the index afterwards."""
    page = findable().filter(pk=page_id).select_related("locale").first()
    document = describe(page.specific) if page else None
    if document is None:
        remove_page(page_id=page_id)
        return False
    document.save()
    current_engine().index(document)
    return True


@transaction.atomic
def index_branch(*, page_id: int) -> int:
    """Bring a page and all below it up to date; how many of them are in the index afterwards."""
    top = Page.objects.filter(pk=page_id).first()
    if top is None:
        return 0
    branch = top.get_descendants(inclusive=True).values_list("pk", flat=True)
    return sum(index_page(page_id=pk) for pk in branch)


@transaction.atomic
def remove_page(*, page_id: int) -> None:
    """Take a page out of the index; nothing happens when it is not there."""
    SearchDocument.objects.filter(pk=page_id).delete()


def rebuild() -> Iterator[tuple[int, int]]:
    """Bring the whole index up to date, page by page, while readers go on searching.

    Yields how many pages are done and how many there are. Idempotent.
    """
    page_ids = list(findable().values_list("pk", flat=True))
    SearchDocument.objects.exclude(pk__in=findable().values("pk")).delete()
    for done, page_id in enumerate(page_ids, start=1):
        index_page(page_id=page_id)
        yield done, len(page_ids)
