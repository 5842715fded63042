"""Loads the demonstration library; what is there already is left as it is."""

from collections.abc import Callable

import yaml
from django.db import transaction
from wagtail.models import Locale, Page

from courseware.catalogue.models import CasePage, CoursePage, LecturePage, LessonPage
from courseware.catalogue.vocabulary import load_vocabulary
from courseware.demo.lectures import FilmStudio, as_lecture, load_media
from courseware.demo.network import load_agreement, load_institution, load_person, load_section
from courseware.demo.pages import Entry, create_stub, fill, texts_of
from courseware.demo.shelves import LIBRARY, LibraryShelves
from courseware.demo.site_pages import load_front_page, load_institution_page, load_text_page
from courseware.demo.streams import Converter
from courseware.demo.translate import translate
from courseware.network.grants import synchronise
from home.models import HomePage

Report = Callable[[str], None]


def read(path) -> dict:
    with path.open(encoding="utf-8") as file:
        return yaml.safe_load(file)


def load(report: Report) -> None:
    """Bring the whole library into the site."""
    load_vocabulary()
    network = read(LIBRARY / "network.yaml")
    institutions = {entry["key"]: load_institution(entry) for entry in network["institutions"]}
    people = {entry["key"]: load_person(entry, institutions) for entry in network["people"]}
    for entry in network.get("agreements", []):
        load_agreement(entry, institutions)
    for entry in network["sections"]:
        load_section(entry, people)
    report(
        f"network: {len(institutions)} institutions, {len(people)} people, {len(network['sections'])} sections"
    )

    shelves = LibraryShelves()
    home = HomePage.objects.get(locale=Locale.get_default())
    branches = {
        entry["key"]: load_institution_page(entry, institutions[entry["key"]], home, shelves)
        for entry in network["institutions"]
    }
    synchronise()
    report("institution pages and permissions")

    entries = list(_entries())
    fresh = _create_stubs(entries, branches, shelves)
    # What others point at comes first, courses (which point at everything) last; cases while films are rendered.
    order = [CasePage, LecturePage, LessonPage, CoursePage]
    with FilmStudio(entry for entry in fresh if entry.model is LecturePage) as studio:
        for place, entry in enumerate(sorted(fresh, key=lambda entry: order.index(entry.model)), start=1):
            with transaction.atomic():
                if entry.model is LecturePage:
                    load_media(entry, shelves, studio)
                fill(entry, shelves, people, institutions)
            report(f"[{place}/{len(fresh)}] {entry.key}")
    # A course's English copy must exist before those of its lessons.
    english = [entry for entry in entries if entry.has_english and not _is_translated(entry.page)]
    for place, entry in enumerate(sorted(english, key=lambda entry: entry.model is not CoursePage), start=1):
        with transaction.atomic():
            cover = shelves.image_id(entry.data["cover"], "en") if entry.data.get("cover") else None
            translate(entry.page, texts_of(entry, Converter(shelves, "en")), cover=cover)
        report(f"English [{place}/{len(english)}] {entry.key}")
    texts = read(LIBRARY / "pages.yaml")
    load_front_page(texts["home"], home, shelves)
    for entry in texts["pages"]:
        load_text_page(entry, home, shelves)
    synchronise()
    report("text pages")


def _is_translated(page: Page) -> bool:
    return page.get_translations().filter(locale__language_code="en", live=True).exists()


def _entries():
    for path in sorted((LIBRARY / "lectures").glob("*.yaml")):
        data = as_lecture(read(path))
        yield Entry(data["key"], LecturePage, data["institution"], data)
    for path in sorted((LIBRARY / "cases").glob("*.yaml")):
        data = read(path)
        yield Entry(data["case_no"].lower(), CasePage, data["institution"], data)
    for folder in sorted((LIBRARY / "courses").iterdir()):
        course = read(folder / "course.yaml")
        yield Entry(course["key"], CoursePage, course["institution"], course)
        for path in sorted(folder.glob("lesson-*.yaml")):
            data = read(path)
            yield Entry(data["key"], LessonPage, course["key"], data)


def _create_stubs(entries: list[Entry], branches: dict[str, Page], shelves: LibraryShelves) -> list[Entry]:
    """A page for every entry; returns those that are new."""
    parents: dict[str, Page] = dict(branches)
    fresh = []
    for entry in sorted(entries, key=lambda entry: entry.model is LessonPage):
        if create_stub(entry, parents[entry.parent]) or not entry.page.live:
            fresh.append(entry)
        parents[entry.key] = entry.page
        shelves.pages[entry.key] = entry.page.pk
        if entry.model is LecturePage and entry.page.media_id:
            shelves.media[entry.key] = entry.page.media_id
    return fresh
