"""What changed in a text from one submitted version to the next: never autosaves, which nobody submitted."""

from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.utils.safestring import mark_safe
from wagtail.admin.panels import get_edit_handler
from wagtail.models import Page, Revision

from courseware.review.masking import Mask
from home.contents import contents
from home.publication import BOOKKEEPING

_SILENT = frozenset(
    {"content_type", "translation_key", "locale", "search_description", "seo_title", "show_in_menus"}
)
TELLING = frozenset({"contributions", "partners", "consent_holder", "slug", "venue"})


@dataclass(frozen=True)
class Change:
    """One field, and how it changed; safe HTML with <ins> and <del> marks, empty where only "changed" can be said."""

    label: str
    html: str


def submitted_versions(page: Page) -> list[Revision]:
    """The revisions of a page that somebody was asked to judge, oldest first."""
    kind = ContentType.objects.get_for_model(Page)
    asked = Revision.objects.filter(base_content_type=kind, object_id=str(page.pk), task_states__isnull=False)
    return list(asked.distinct().order_by("created_at", "pk"))


def changes(request, before: Revision, after: Revision, *, mask: Mask | None = None) -> list[Change]:
    """The fields in which two versions differ; without those that tell whose the text is when `mask` is given."""
    old, new = before.as_object(), after.as_object()
    panel = get_edit_handler(type(new)).get_bound_panel(instance=new, request=request, form=None)
    found = []
    for comparison in panel.get_comparison():
        difference = comparison(old, new)
        if difference.field.name in BOOKKEEPING or (mask and difference.field.name in TELLING):
            continue
        if difference.has_changed():
            found.append(Change(str(difference.field_label()), _html(difference, mask)))
    return found


def _html(difference, mask: Mask | None) -> str:
    if difference.is_child_relation:
        return ""
    html = str(difference.htmldiff())
    if mask:
        soup = BeautifulSoup(html, "html.parser")
        for picture in soup.select("img, a[href]"):  # their addresses are names of files
            picture.unwrap() if picture.name == "a" else picture.decompose()
        html = mask.hide(str(soup))
    return mark_safe(html)  # noqa: S308  (Wagtail's comparison escapes what it compares)


def changed_fields(before: Page, after: Page) -> list[str]:
    """Names of what differs in two versions of a page: its fields, its contributors, its partners."""
    names = [
        field.name
        for field in after._meta.get_fields()
        if getattr(field, "editable", False) and field.name not in BOOKKEEPING | _SILENT
    ]
    old, new = contents(before.serializable_data()), contents(after.serializable_data())
    relations = [name for name in ("contributions", "partners") if name in new]
    return [name for name in (*names, *relations) if name in new and old.get(name) != new[name]]
