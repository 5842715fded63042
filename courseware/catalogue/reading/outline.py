"""The outline of a course as readers see it, and the way from one item to the next."""

from dataclasses import dataclass, field

from django.utils.translation import get_language
from wagtail.models import Page

from courseware.catalogue.enums import Kind
from courseware.catalogue.models import CasePage, CoursePage, LecturePage, LessonPage
from courseware.network.territory import Territory
from home.locales import language_of
from home.querysets import is_public


@dataclass(frozen=True)
class Item:
    """One line of an outline; an item that is not published has no title and no address."""

    key: str
    kind: str = ""
    kind_label: str = ""
    title: str = ""
    url: str = ""
    language: str = ""
    is_foreign: bool = False
    minutes: int | None = None
    institution: str = ""  # only when it is another institution's
    is_available: bool = False
    is_current: bool = False


@dataclass(frozen=True)
class Module:
    title: str
    summary: str
    items: list[Item] = field(default_factory=list)

    @property
    def minutes(self) -> int:
        return sum(item.minutes or 0 for item in self.items)


@dataclass(frozen=True)
class Neighbours:
    previous: Item | None = None
    next: Item | None = None


def outline_of(request, course: CoursePage, *, current=None) -> list[Module]:
    """The modules of `course`; each item in the course's language where it is published, else in another.

    Items are followed by translation key, so an outline never loses a lesson because it was chosen in
    the other language. One query, however long the outline, and one a request for the institutions.
    """
    modules = [block["value"] for block in course.outline.raw_data]
    chosen = [[_chosen(entry) for entry in module.get("items") or []] for module in modules]
    keys, copies = _copies({pk for items in chosen for pk in items}, course.locale_id)
    territory = Territory.of(request)
    own = territory.institution_of(course)
    reader = get_language()

    def item(key) -> Item:
        copy = copies.get(key)
        if copy is None:
            return Item(key=str(key))
        kind, minutes = _kind_and_minutes(copy)
        owner = territory.institution_of(copy)
        address = copy.get_url(request) or ""
        return Item(
            key=str(key),
            kind=kind.value,
            kind_label=str(kind.label),
            title=copy.title,
            url=address if copy.path.startswith(course.path) else f"{address}?course={course.pk}",
            language=language_of(copy),
            is_foreign=language_of(copy) != reader,
            minutes=minutes,
            institution=owner.short_name if owner and owner != own else "",
            is_available=True,
            is_current=current is not None and current.translation_key == key,
        )

    return [
        Module(
            title=module["title"],
            summary=module.get("summary") or "",
            items=[item(keys[pk]) for pk in items if pk in keys],
        )
        for module, items in zip(modules, chosen, strict=True)
    ]


def _chosen(entry) -> int | None:
    """The page id in an item of the outline's raw data, with or without the list block's wrapping."""
    return entry["value"] if isinstance(entry, dict) else entry


def _copies(chosen: set, locale_id: int) -> tuple[dict, dict]:
    """Translation keys by page id, and the best published copy by key: in the locale given, else another."""
    same_work = Page.objects.filter(pk__in=chosen).values("translation_key")
    pages = (
        Page.objects.filter(translation_key__in=same_work)
        .annotate(is_public=is_public())
        .select_related("lessonpage", "casepage", "lecturepage__media")
        .only(
            "title",
            "path",
            "depth",
            "url_path",
            "translation_key",
            "locale_id",
            "live",
            "lessonpage__minutes",
            "casepage__minutes",
            "lecturepage__media__duration",
        )
    )
    keys, copies = {}, {}
    for page in pages:
        keys[page.pk] = page.translation_key
        is_best = page.translation_key not in copies or page.locale_id == locale_id
        if page.live and page.is_public and is_best:
            copies[page.translation_key] = page
    return keys, copies


def _kind_and_minutes(page: Page) -> tuple[Kind, int | None]:
    for model, name in ((LessonPage, "lessonpage"), (CasePage, "casepage"), (LecturePage, "lecturepage")):
        child = getattr(page, name, None)
        if child is not None:
            return model.kind, child.minutes
    raise TypeError(f"page {page.pk} is no lesson, case or lecture")


def neighbours(modules: list[Module]) -> Neighbours:
    """The available items before and after the current one."""
    line = [item for module in modules for item in module.items if item.is_available]
    places = [place for place, item in enumerate(line) if item.is_current]
    if not places:
        return Neighbours()
    place = places[0]
    return Neighbours(
        previous=line[place - 1] if place else None,
        next=line[place + 1] if place + 1 < len(line) else None,
    )


def start_of(modules: list[Module]) -> Item | None:
    """The first item that can be opened."""
    return next((item for module in modules for item in module.items if item.is_available), None)


def course_come_from(request, page) -> CoursePage | None:
    """The course named in the address, if it is published and holds `page`; else the lesson's own course."""
    wanted = request.GET.get("course", "")
    courses = CoursePage.objects.published()
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 12:
        course = courses.filter(pk=int(wanted)).first()
        if course and any(
            item.is_current for module in outline_of(request, course, current=page) for item in module.items
        ):
            return course
    return courses.filter(path=page.path[: -page.steplen]).first() if isinstance(page, LessonPage) else None
