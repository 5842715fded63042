"""From a file of the library to a page: which field takes what."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from courseware.catalogue.enums import Stage, Vocabulary
from courseware.catalogue.models import (
    CasePage,
    Contribution,
    CoursePage,
    Keyword,
    LecturePage,
    LessonPage,
    Term,
)
from courseware.demo.network import day
from courseware.demo.review import review
from courseware.demo.shelves import LibraryShelves
from courseware.demo.streams import Converter
from courseware.demo.texts import LibraryError, chinese, english, is_pair
from courseware.network.models import Institution, Partner, Person

# Fields copied as they stand; everything else that the model translates is taken language by language.
FACTS = {
    CoursePage: ["code", "hours", "credits", "nature", "course_type", "licence"],
    LessonPage: ["minutes", "licence"],
    LecturePage: ["licence"],
    CasePage: [
        "case_no",
        "difficulty",
        "minutes",
        "frequency",
        "age_value",
        "age_unit",
        "gestation_weeks",
        "gestation_days",
        "sex",
        "setting",
        "icd10",
        "icd11",
        "certainty",
        "consent_kind",
        "consent_year",
        "licence",
    ],
}
TEXTS = {
    CoursePage: ["title", "summary", "term", "objectives", "outline", "syllabus", "instructor_insights"],
    LessonPage: [
        "title",
        "summary",
        "objectives",
        "key_points",
        "difficulties",
        "humanistic",
        "body",
        "references",
    ],
    LecturePage: ["title", "summary", "venue", "chapters", "references"],
    CasePage: ["title", "title_teacher", "summary", "teacher_notes", *[stage.field_name for stage in Stage]],
}

for _names in TEXTS.values():
    _names.append("competing_interests")
# What no file of the library says for itself.
DEFAULTS = {
    "competing_interests": {
        "zh": "作者声明不存在利益冲突。",
        "en": "The authors declare no conflicts of interest.",
    }
}


@dataclass
class Entry:
    """One page of the library on its way into the site."""

    key: str
    model: type[Page]
    parent: str
    data: dict
    page: Any = None
    extra: dict = field(default_factory=dict)

    @property
    def has_english(self) -> bool:
        return english(self.data["title"]) is not None and is_pair(self.data["title"])


def create_stub(entry: Entry, parent: Page) -> bool:
    """Give the entry its page, unpublished, so that others can link to it; False when it was there before."""
    slug = entry.key
    found = entry.model.objects.child_of(parent).filter(slug=slug).first()
    if found:
        entry.page = found
        return False
    page = entry.model(title=chinese(entry.data["title"]), slug=slug, live=False, locale=parent.locale)
    for name in FACTS[entry.model]:
        if entry.data.get(name) is not None:
            setattr(page, name, entry.data[name])
    parent.add_child(instance=page)
    entry.page = page
    return True


def texts_of(entry: Entry, converter: Converter) -> dict[str, Any]:
    """The translatable fields in the converter's language, StreamFields as raw data."""
    values: dict[str, Any] = {}
    for name in TEXTS[entry.model]:
        content = entry.data.get(name, DEFAULTS.get(name))
        if content is None:
            continue
        kind = entry.model._meta.get_field(name)
        if isinstance(kind, StreamField):
            values[name] = converter.stream(kind.stream_block, content, f"{entry.key}.{name}")
        elif isinstance(kind, RichTextField):
            values[name] = converter.rich_text(content)
        else:
            values[name] = converter.text(content)
    return values


def fill(
    entry: Entry, shelves: LibraryShelves, people: dict[str, Person], institutions: dict[str, Institution]
) -> None:
    """Write everything into the page and publish it in Chinese."""
    page, data = entry.page, entry.data
    for name, value in texts_of(entry, Converter(shelves, "zh")).items():
        kind = page._meta.get_field(name)
        if isinstance(kind, StreamField):
            value = kind.stream_block.to_python(value)
            _check(entry, name, kind, value)
        setattr(page, name, value)
    if data.get("cover"):
        page.cover_id = shelves.image_id(data["cover"], "zh")
    page.specialties = _terms(shelves, Vocabulary.SPECIALTY, data.get("specialties"))
    page.audience = _terms(shelves, Vocabulary.AUDIENCE, data.get("audience"))
    page.mesh = [_mesh(row) for row in data.get("mesh") or []]
    page.contributions = [_contribution(row, people, institutions) for row in data.get("contributions") or []]
    page.tags.set([_keyword(pair) for pair in data.get("tags") or []])
    for name, value in entry.extra.items():
        setattr(page, name, value)
    if entry.model is CasePage:
        page.complaint_id = shelves.term_id(Vocabulary.COMPLAINT, data["complaint"])
        page.consent_holder = institutions[data["consent_holder"]]
    if entry.model is LecturePage:
        page.media_id = shelves.media_id(entry.key)
        page.recorded_on = day(data["recorded_on"])
    if entry.model is CoursePage:
        page.prerequisites = [
            ("course", CoursePage.objects.get(pk=shelves.page_id(key)))
            for key in data.get("prerequisites") or []
        ]
        page.partners = [Partner(institution=institutions[key]) for key in data.get("partners") or []]
    try:
        page.full_clean()
    except ValidationError as error:
        raise LibraryError(f"{entry.key}: {error}") from error
    page.save_revision()
    review(page)


def _check(entry: Entry, name: str, kind: StreamField, value) -> None:
    try:
        kind.stream_block.clean(value)
    except ValidationError as error:
        details = error.as_json_data() if hasattr(error, "as_json_data") else error
        raise LibraryError(f"{entry.key}.{name}: {details}") from error


def _terms(shelves: LibraryShelves, vocabulary: Vocabulary, codes: list[str] | None) -> list[Term]:
    return list(Term.objects.filter(pk__in=[shelves.term_id(vocabulary, code) for code in codes or []]))


def _mesh(row: dict) -> Term:
    term, _created = Term.objects.get_or_create(
        vocabulary=Vocabulary.MESH,
        code=row["ui"],
        defaults={"name_zh": row["zh"], "name_en": row.get("en") or row["zh"]},
    )
    return term


def _keyword(pair: Any) -> Keyword:
    keyword, _created = Keyword.objects.get_or_create(
        name=chinese(pair), defaults={"name_en": english(pair) or "", "slug": ""}
    )
    return keyword


def _contribution(row: dict, people: dict[str, Person], institutions: dict[str, Institution]) -> Contribution:
    return Contribution(
        person=people[row["person"]], institution=institutions[row["institution"]], roles=row["roles"]
    )
