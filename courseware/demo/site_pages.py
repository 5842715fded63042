"""The pages that are no teaching content: front page, institutions, plain texts."""

from courseware.demo.review import review
from courseware.demo.shelves import LibraryShelves
from courseware.demo.streams import Converter
from courseware.demo.texts import chinese, english
from courseware.demo.translate import translate
from courseware.network.models import Institution, InstitutionPage
from home.models import HomePage, StandardPage


def _values(model, entry: dict, converter: Converter, names: list[str]) -> dict:
    values = {}
    for name in names:
        if entry.get(name) is None:
            continue
        kind = model._meta.get_field(name)
        if hasattr(kind, "stream_block"):
            values[name] = converter.stream(
                kind.stream_block, entry[name], f"{model.__name__}.{entry.get('slug', '')}.{name}"
            )
        elif name == "intro":
            values[name] = converter.rich_text(entry[name])
        else:
            values[name] = converter.text(entry[name])
    return values


def _apply(page, values: dict) -> None:
    for name, value in values.items():
        kind = page._meta.get_field(name)
        setattr(page, name, kind.stream_block.to_python(value) if hasattr(kind, "stream_block") else value)


def load_institution_page(
    entry: dict, institution: Institution, home: HomePage, shelves: LibraryShelves
) -> InstitutionPage:
    """The branch of an institution; its English page where the library has one."""
    found = InstitutionPage.objects.filter(institution=institution, locale=home.locale).first()
    if found:
        return found
    page = InstitutionPage(
        title=entry["name_zh"], slug=entry["key"], institution=institution, locale=home.locale, live=False
    )
    texts = entry["page"]
    _apply(page, _values(InstitutionPage, texts, Converter(shelves, "zh"), ["intro", "body"]))
    home.add_child(instance=page)
    page.save_revision()
    review(page)
    if english(texts["intro"]):
        values = _values(InstitutionPage, texts, Converter(shelves, "en"), ["intro", "body"])
        translate(page, values | {"title": entry["name_en"]})
    return page


def load_front_page(entry: dict, home: HomePage, shelves: LibraryShelves) -> None:
    """How to contribute, on both front pages."""
    for page in HomePage.objects.all():
        if page.body:
            continue
        language = "zh" if page.locale_id == home.locale_id else "en"
        _apply(page, _values(HomePage, entry, Converter(shelves, language), ["body"]))
        page.save_revision()
        review(page)


def load_text_page(entry: dict, home: HomePage, shelves: LibraryShelves) -> None:
    if StandardPage.objects.child_of(home).filter(slug=entry["slug"]).exists():
        return
    page = StandardPage(title=chinese(entry["title"]), slug=entry["slug"], locale=home.locale, live=False)
    names = ["summary", "body"]
    _apply(page, _values(StandardPage, entry, Converter(shelves, "zh"), names))
    home.add_child(instance=page)
    page.save_revision()
    review(page)
    if english(entry["title"]):
        translate(page, _values(StandardPage, entry, Converter(shelves, "en"), ["title", *names]))
