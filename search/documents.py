"""From a page to what of it may be found: the only file that knows the kinds of page.

Visibility and the rule against spoilers live here, so that no engine or template has to keep them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import translation
from wagtail.models import Page

from courseware.catalogue.enums import Stage
from courseware.catalogue.models import CasePage, CoursePage, LecturePage, LessonPage
from courseware.network.models import Institution, InstitutionPage
from courseware.network.territory import institution_of
from home.models import HomePage, MediaTrack, StandardPage
from search import plain_text
from search.enums import Kind
from search.models import SearchDocument

# What a learner meets before the first answer. All later stages, the teacher's title, codes, MeSH
# terms, subspecialties and keywords of a case can name the diagnosis.
OPEN_STAGES = (Stage.SETTING, Stage.COMPLAINT, Stage.ILLNESS)


@dataclass(frozen=True)
class Recipe:
    """Which fields of a kind of page are read, and what else belongs to its text."""

    kind: Kind
    fields: tuple[str, ...]
    others: Callable[[Page], Iterator[str]] = lambda page: iter(())


def _classification(page) -> Iterator[str]:
    for keyword in page.tags.all():
        yield from (keyword.name, keyword.name_en)
    for term in page.specialties.all():
        yield from (term.name_zh, term.name_en)


def _credits(page) -> Iterator[str]:
    for part in page.contributions.select_related("person"):
        yield from (part.person.name_zh, part.person.name_en)


def _names(institution: Institution | None) -> Iterator[str]:
    if institution:
        yield from (institution.name_zh, institution.name_en)
        yield from (institution.short_name_zh, institution.short_name_en)


def _course(page: CoursePage) -> Iterator[str]:
    yield from _classification(page)
    yield from _credits(page)
    for partner in page.partners.select_related("institution"):
        yield from _names(partner.institution)


def _lesson(page: LessonPage) -> Iterator[str]:
    yield from _classification(page)
    yield from _credits(page)


def _case(page: CasePage) -> Iterator[str]:
    yield page.age_label
    yield from _credits(page)


def _lecture(page: LecturePage) -> Iterator[str]:
    yield from _classification(page)
    yield from _credits(page)
    tracks = list(page.media.tracks.all()) if page.media else []
    for track in sorted(tracks, key=lambda track: track.language != page.locale.language_code):
        yield " ".join(cue.text for cue in track.cues)


def _institution(page: InstitutionPage) -> Iterator[str]:
    yield from (page.institution.city_zh, page.institution.city_en)


RECIPES: dict[type[Page], Recipe] = {
    CoursePage: Recipe(Kind.COURSE, ("code", "objectives", "outline", "syllabus"), _course),
    LessonPage: Recipe(
        Kind.LESSON,
        ("objectives", "key_points", "difficulties", "humanistic", "body", "references"),
        _lesson,
    ),
    CasePage: Recipe(Kind.CASE, tuple(stage.field_name for stage in OPEN_STAGES), _case),
    LecturePage: Recipe(Kind.LECTURE, ("venue", "chapters", "references"), _lecture),
    InstitutionPage: Recipe(Kind.INSTITUTION, ("intro", "body"), _institution),
    StandardPage: Recipe(Kind.PAGE, ("body",)),
    HomePage: Recipe(Kind.PAGE, ("body",)),
}


def findable() -> QuerySet[Page]:
    """Pages that everybody may read. An alias is a copy of a page that is found itself."""
    return Page.objects.live().public().filter(alias_of__isnull=True, depth__gt=1)


def describe(page: Page) -> SearchDocument | None:
    """The document of a specific page, not saved; None for a kind of page that is not searched."""
    recipe = RECIPES.get(type(page))
    if recipe is None:
        return None
    institution = institution_of(page)
    language = page.locale.language_code
    # Ages and the like are written in the language of the page, not of the editor who publishes it.
    with translation.override(language):
        texts = [
            *plain_text.of_fields(page, recipe.fields),
            *recipe.others(page),
            *_names(institution),
        ]
    return SearchDocument(
        page_id=page.pk,
        kind=recipe.kind,
        language=language,
        translation_key=page.translation_key,
        title=page.title,
        summary=getattr(page, "summary", ""),
        body="\n".join(stripped for text in texts if (stripped := " ".join(text.split()))),
        institution=institution,
        published_at=page.last_published_at,
    )


def pages_with(track: MediaTrack) -> QuerySet[Page]:
    """The pages whose text holds the captions of `track`."""
    return Page.objects.filter(pk__in=LecturePage.objects.filter(media_id=track.media_id).values("pk"))
