"""The one door to readers.

A page's row is what readers see. It changes only while the door stands open for that page, and the door opens only
for a revision that the gate (``settings.PUBLICATION_GATE``) does not refuse: in the editor, in bulk, by copy, alias,
schedule, translation, import, command or code, and for everybody, superusers included.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

# What may change on the row of a live page without a revision: where it stands, who works on it, what its newest
# draft is. No reader sees any of it.
BOOKKEEPING = frozenset(
    {
        "alias_of",
        "depth",
        "draft_title",
        "expired",
        "first_published_at",
        "go_live_at",
        "has_unpublished_changes",
        "last_published_at",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
        "owner",
        "path",
        "review_due",
        "reviewed_on",
        "url_path",
        "wagtail_admin_comments",
    }
)

_open: ContextVar[frozenset[int]] = ContextVar("open", default=frozenset())
_drafting: ContextVar[bool] = ContextVar("drafting", default=False)


class PublicationRefused(PermissionDenied):
    """Something may not become public; `reasons` are sentences for the person who tried."""

    def __init__(self, reasons: list[str]):
        self.reasons = reasons
        super().__init__(" ".join(reasons))


def refusals(revision) -> list[str]:
    """Why a revision of a page may not become public, in sentences; empty when it may."""
    return import_string(settings.PUBLICATION_GATE)(revision)


@contextmanager
def opened(page_id: int, revision) -> Iterator[None]:
    """The door, open for one page while its `revision` is published; PublicationRefused when the gate says no."""
    reasons = refusals(revision)
    if reasons:
        raise PublicationRefused(reasons)
    token = _open.set(_open.get() | {page_id})
    try:
        yield
    finally:
        _open.reset(token)


@contextmanager
def drafting() -> Iterator[None]:
    """What is written to the row of a live page meanwhile is left out: the draft that follows holds it.

    For programs that write the row before its revision, as wagtail-localize does
    (``TranslationSource.create_or_update_translation``).
    """
    token = _drafting.set(True)
    try:
        yield
    finally:
        _drafting.reset(token)


def refuse_update(pages, values: dict) -> None:
    """PublicationRefused for an update of many rows at once that readers would see."""
    names = set(values) - BOOKKEEPING
    if names and (values.get("live") or pages.filter(live=True).exists()):
        raise PublicationRefused([_("Public pages change only by publishing a reviewed draft.")])


def may_write(page, update_fields=None) -> bool:
    """Whether the row of a page may be written now.

    False when it is to be left out in silence, in favour of the draft; PublicationRefused when readers would see
    something that no gate has let through.
    """
    if not page.live or _is_open_for(page):
        return True
    if update_fields is not None and BOOKKEEPING.issuperset(update_fields):
        return True
    if page.alias_of_id and page._state.adding:
        return _shows_what_is_public(page)
    row = None if page._state.adding else type(page)._base_manager.filter(pk=page.pk).first()
    if row is not None and row.live and not _changes(page, row, update_fields):
        return True
    is_public = row is not None and row.live
    if is_public and _drafting.get():
        return False
    sentence = (
        _("“%(title)s” is public: it changes only by publishing a reviewed draft.")
        if is_public
        else _("“%(title)s” cannot become public by itself: it has to be reviewed first.")
    )
    raise PublicationRefused([sentence % {"title": page.title}])


def _is_open_for(page) -> bool:
    is_open = page.pk in _open.get() or page.alias_of_id in _open.get()
    if is_open and page.pk:
        _open.set(_open.get() | {page.pk})  # for aliases of this alias
    return is_open


def _shows_what_is_public(alias) -> bool:
    """A new alias shows what another page shows: what may be published there now may be shown here."""
    original = alias.alias_of.specific
    revision = original.live_revision or original.latest_revision
    if original.live and revision and _told(alias) == _told(original):
        reasons = refusals(revision)
    else:
        reasons = [_("“%(title)s” is not public as it stands here.") % {"title": alias.title}]
    if reasons:
        raise PublicationRefused(reasons)
    return True


def _told(page) -> dict:
    """The contents of the row itself, without what tells an alias from its original."""
    own = {"pk", "slug", "translation_key", "locale", "content_type"} | BOOKKEEPING
    names = {field.name for field in page._meta.concrete_fields} - own
    data = page.serializable_data()
    return {name: data[name] for name in names if name in data and not name.endswith("_ptr")}


def _changes(page, row, update_fields) -> set[str]:
    """Names of the contents in which two versions of a page differ."""
    new, old = page.serializable_data(), row.serializable_data()
    names = set(new) - BOOKKEEPING
    if update_fields is not None:
        names &= set(update_fields)
    return {name for name in names if new[name] != old.get(name)}
