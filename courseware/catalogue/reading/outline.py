"""The outline of a course as readers see it, and the way from one item to the next."""

from dataclasses import dataclass, field

from django.utils.translation import get_language

from courseware.catalogue.models import CasePage, CoursePage, LecturePage, LessonPage
from courseware.network.territory import institutions_of
from home.querysets import ContentQuerySet


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
    the other language. Six queries, however long the outline.
    """
    modules = [block.value for block in course.outline]
    chosen = [page for module in modules for page in module["items"] if page]
    copies = _published_copies({page.translation_key for page in chosen}, course.locale_id)
    institutions = institutions_of([course, *copies.values()])
    own = institutions.get(course.pk)
    reader = get_language()

    def item(page) -> Item:
        copy = copies.get(page.translation_key)
        if copy is None:
            return Item(key=str(page.translation_key))
        language = copy.locale.language_code
        owner = institutions.get(copy.pk)
        is_child = copy.path.startswith(course.path)
        address = copy.get_url(request) or ""
        return Item(
            key=str(page.translation_key),
            kind=copy.kind.value,
            kind_label=str(copy.kind.label),
            title=copy.title,
            url=address if is_child else f"{address}?course={course.pk}",
            language=language,
            is_foreign=language != reader,
            minutes=copy.minutes,
            institution=owner.short_name if owner and owner != own else "",
            is_available=True,
            is_current=current is not None and current.translation_key == page.translation_key,
        )

    return [
        Module(
            title=module["title"],
            summary=module["summary"],
            items=[item(page) for page in module["items"] if page],
        )
        for module in modules
    ]


def _published_copies(keys: set, locale_id: int) -> dict:
    """The best published copy for each translation key: in the locale given, else another."""
    found: dict = {}
    for model in (LessonPage, CasePage, LecturePage):
        queryset: ContentQuerySet = model.objects.published().filter(translation_key__in=keys)
        if model is LecturePage:
            queryset = queryset.select_related("media")
        for page in queryset.select_related("locale").defer_streamfields():
            best = found.get(page.translation_key)
            if best is None or page.locale_id == locale_id:
                found[page.translation_key] = page
    return found


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
    courses = CoursePage.objects.published().select_related("locale")
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 12:
        course = courses.filter(pk=int(wanted)).first()
        if course and any(
            item and item.translation_key == page.translation_key
            for module in course.outline
            for item in module.value["items"]
        ):
            return course
    return courses.ancestor_of(page).first() if isinstance(page, LessonPage) else None


