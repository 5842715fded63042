"""Keeping the index in step with the pages."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db import transaction
from wagtail.models import Page

from search.documents import Described, describe_all, findable
from search.engines import database_engine
from search.enums import Part
from search.models import SearchCue, SearchDocument, Stamp
from search.outbox import announce
from search.stored import Stored, stored
from search.terms import Census, recount

BATCH = 200  # pages in one transaction


def index_pages(*, page_ids: Iterable[int]) -> int:
    """Bring the documents of these pages up to date; how many of them are in the index afterwards."""
    return sum(_index_batch(batch) for batch in _batches(page_ids))


def index_page(*, page_id: int) -> bool:
    """Bring one page's document up to date; whether the page is in the index afterwards."""
    return bool(index_pages(page_ids=[page_id]))


def index_branch(*, page_id: int) -> int:
    """Bring a page and all below it up to date; how many of them are in the index afterwards."""
    top = Page.objects.filter(pk=page_id).first()
    if top is None:
        return 0
    return index_pages(page_ids=top.get_descendants(inclusive=True).values_list("pk", flat=True))


@transaction.atomic
def remove_pages(*, page_ids: Iterable[int]) -> None:
    """Take pages out of the index; nothing happens to those that are not there."""
    # The lock first: of a page that another writer is putting in there is nothing to see yet.
    Stamp.renew(Part.DOCUMENTS)
    SearchDocument.objects.filter(pk__in=page_ids).delete()


def forget(document: SearchDocument) -> None:
    """Whatever is kept of a document outside its row; on its way out, however it goes."""
    Stamp.renew(Part.DOCUMENTS)
    database_engine().delete([document.pk])
    census = Census()
    census.remove(document)
    census.record()
    announce([document.pk])


def rebuild(*, everything: bool = False) -> Iterator[tuple[int, int]]:
    """Bring the whole index up to date, batch by batch, while readers go on searching.

    Yields how many pages are done and how many there are. Idempotent; what is stored already is
    skipped, so that an interrupted rebuild goes on where it was; `everything` skips nothing.
    """
    page_ids = list(findable().order_by("pk").values_list("pk", flat=True))
    superfluous = SearchDocument.objects.exclude(pk__in=findable().values("pk"))
    for batch in _batches(list(superfluous.values_list("pk", flat=True))):
        remove_pages(page_ids=batch)
    done = 0
    before = None if everything else stored()
    for batch in _batches(page_ids):
        _index_batch(batch, is_rebuild=True, unless=before)
        done += len(batch)
        yield done, len(page_ids)
    recount()


def _batches(page_ids: Iterable[int]) -> Iterator[list[int]]:
    waiting = iter(page_ids)
    while batch := list(islice(waiting, BATCH)):
        yield batch


@transaction.atomic
def _index_batch(page_ids: Sequence[int], *, is_rebuild: bool = False, unless: Stored | None = None) -> int:
    # The lock first: what is read afterwards is what another writer has left.
    Stamp.renew(Part.DOCUMENTS)
    pages = findable().filter(pk__in=page_ids).select_related("locale").specific()
    described = describe_all(list(pages))
    found = {each.document.pk for each in described}
    if unless is not None:
        described = [each for each in described if not unless.holds(each)]
    if gone := set(page_ids) - found:
        remove_pages(page_ids=gone)
    store(described, is_counted=not is_rebuild)
    return len(found)


def store(described: Sequence[Described], *, is_counted: bool = True) -> None:
    """Keep these documents, with their captions and tokens, in place of what was kept of their pages.

    Unless `is_counted`, the words are counted later, all at once.
    """
    fresh = [each.document for each in described]
    page_ids = [document.pk for document in fresh]
    census, engine = Census(), database_engine()
    known = SearchDocument.objects.in_bulk(page_ids)
    if is_counted:
        for document in known.values():
            census.remove(document)
        for document in fresh:
            census.add(document)
    engine.delete(list(known))
    SearchCue.objects.filter(document__in=known).delete()
    SearchDocument.objects.bulk_create(
        fresh,
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=[field.name for field in SearchDocument._meta.fields if not field.primary_key],
    )
    SearchCue.objects.bulk_create([cue for each in described for cue in each.cues])
    engine.index(fresh)
    if is_counted:
        census.record()
    announce(page_ids)
