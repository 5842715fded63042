"""From a page to what of it may be found: the only file that knows the kinds of page.

Visibility and the rule against spoilers live here, so that no engine or template has to keep them.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from django.utils import timezone, translation
from wagtail.models import Page, ReferenceIndex

from courseware.catalogue.enums import Stage
from courseware.catalogue.models import (
    CasePage,
    Contribution,
    CoursePage,
    Keyword,
    LecturePage,
    LessonPage,
    Term,
)
from courseware.network.models import Institution, InstitutionPage, Partner, Person
from courseware.network.territory import Territory
from home.models import HomePage, MediaTrack, StandardPage, TeachingMedia
from home.streams import media_of
from search import plain_text
from search.analyzer import ANALYZER_VERSION, has_letters
from search.enums import Kind
from search.models import SearchCue, SearchDocument

# What a learner meets before the first answer. All later stages, the teacher's title, codes, MeSH
# terms, the names of subspecialties and keywords of a case can name the diagnosis: no word of them
# finds it. As a choice its subspecialty narrows results, here as in the list of cases.
OPEN_STAGES = (Stage.SETTING, Stage.COMPLAINT, Stage.ILLNESS)
ANSWERS = tuple(stage.field_name for stage in Stage if stage not in OPEN_STAGES)


@dataclass(frozen=True)
class Recipe:
    """Which fields of a kind of page are read, and what else belongs to its text and to its answers."""

    kind: Kind
    fields: tuple[str, ...]
    others: Callable[[Page], Iterator[str]] = lambda page: iter(())
    answers: Callable[[Page], Iterator[str]] = lambda page: iter(())


@dataclass(frozen=True)
class Described:
    """A document and its captions, not saved."""

    document: SearchDocument
    cues: list[SearchCue]


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


def _course(page: Page) -> Iterator[str]:
    """Of courses, lessons and lectures."""
    yield from _classification(page)
    yield from _credits(page)


def _case(page: CasePage) -> Iterator[str]:
    yield page.age_label
    yield from _credits(page)


def _diagnosis(page: CasePage) -> Iterator[str]:
    yield from plain_text.of_fields(page, ANSWERS)
    yield page.title_teacher
    yield from _classification(page)


def _tracks(videos: Iterable[TeachingMedia], language: str) -> list[MediaTrack]:
    """The captions of these videos, those in the language of the page first."""
    tracks = [track for video in videos for track in video.tracks.all()]
    return sorted(tracks, key=lambda track: track.language != language)


def _institution(page: InstitutionPage) -> Iterator[str]:
    yield from (page.institution.city_zh, page.institution.city_en)


RECIPES: dict[type[Page], Recipe] = {
    CoursePage: Recipe(Kind.COURSE, ("code", "objectives", "outline", "syllabus"), _course),
    LessonPage: Recipe(
        Kind.LESSON,
        ("objectives", "key_points", "difficulties", "humanistic", "body", "references"),
        _course,
    ),
    CasePage: Recipe(Kind.CASE, ("case_no", *(stage.field_name for stage in OPEN_STAGES)), _case, _diagnosis),
    LecturePage: Recipe(Kind.LECTURE, ("venue", "chapters", "references"), _course),
    InstitutionPage: Recipe(Kind.INSTITUTION, ("intro", "body"), _institution),
    StandardPage: Recipe(Kind.PAGE, ("body",)),
    HomePage: Recipe(Kind.PAGE, ("body",)),
}


def findable() -> QuerySet[Page]:
    """Pages that everybody may read. An alias is a copy of a page that is found itself."""
    return Page.objects.live().public().filter(alias_of__isnull=True, depth__gt=1)


class Makers:
    """Which institutions make each of some pages: the one in whose branch it stands, then its partners
    and those of its course. Two queries, however many pages."""

    def __init__(self, pages: Sequence[Page]):
        self._territory = Territory()
        courses = {page.path[: -page.steplen] for page in pages if isinstance(page, LessonPage)}
        self._partners: dict[str, list[Institution]] = {}
        named = Partner.objects.filter(Q(page__in=[page.pk for page in pages]) | Q(page__path__in=courses))
        for partner in named.select_related("institution", "page"):
            self._partners.setdefault(partner.page.path, []).append(partner.institution)

    def of(self, page: Page) -> list[Institution]:
        lead = self._territory.institution_of(page)
        course = page.path[: -page.steplen] if isinstance(page, LessonPage) else ""
        partners = [*self._partners.get(page.path, ()), *self._partners.get(course, ())]
        return list(dict.fromkeys([*([lead] if lead else []), *partners]))


def describe_all(pages: Sequence[Page]) -> list[Described]:
    """What is to be found of specific pages; nothing of those of a kind that is not searched."""
    makers = Makers(pages)
    return [described for page in pages if (described := describe(page, makers))]


def describe(page: Page, makers: Makers | None = None) -> Described | None:
    """What is to be found of a specific page; None for a kind of page that is not searched."""
    recipe = RECIPES.get(type(page))
    if recipe is None:
        return None
    language = page.locale.language_code
    institutions = (makers or Makers([page])).of(page)
    videos = _videos(page, recipe)
    tracks = _tracks(videos, language)
    # Ages and the like are written in the language of the page, not of the editor who publishes it.
    with translation.override(language):
        said = [" ".join(cue.text for cue in track.cues) for track in tracks]
        written = list(plain_text.of_fields(page, recipe.fields))
        texts = [
            # A snippet is better taken from what a lecture says than from its chapters and references.
            *(said + written if isinstance(page, LecturePage) else written + said),
            *recipe.others(page),
            *(name for institution in institutions for name in _names(institution)),
        ]
        answers = list(recipe.answers(page))
    document = SearchDocument(
        page_id=page.pk,
        translation_key=page.translation_key,
        published_at=page.last_published_at,
        kind=recipe.kind,
        language=language,
        institutions=_codes(institution.slug for institution in institutions),
        specialties=_codes(_terms(page, "specialties")),
        ages=getattr(page, "age_band", ""),
        audience=_codes(_terms(page, "audience")),
        licence=getattr(page, "licence", ""),
        year=_year(page),
        has_video=bool(videos),
        reviewed_on=getattr(page, "reviewed_on", None),
        title=page.title,
        summary=getattr(page, "summary", ""),
        body=_lines(texts),
        absent=_lines(plain_text.absent(page, recipe.fields)),
        answers=_lines(answers),
    )
    cues = [
        SearchCue(
            document=document,
            video=track.media_id,
            language=track.language,
            start=cue.start,
            end=cue.end,
            text=cue.text,
        )
        for track in tracks
        for cue in track.cues
        if has_letters(cue.text)
    ]
    document.digest = _digest(document, cues)
    return Described(document, cues)


def _terms(page: Page, name: str) -> Iterator[str]:
    if hasattr(page, name):
        yield from (term.code for term in getattr(page, name).all())


def _year(page: Page) -> str:
    return str(timezone.localtime(page.first_published_at).year) if page.first_published_at else ""


def _videos(page: Page, recipe: Recipe) -> list[TeachingMedia]:
    """The video of a lecture, and those in the text of other pages, as far as it is searched."""
    if isinstance(page, LecturePage):
        return [page.media] if page.media else []
    return list(dict.fromkeys(media_of(page, recipe.fields)))


def _codes(codes: Iterable[str]) -> str:
    return " ".join(codes)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(stripped for text in texts if (stripped := " ".join(text.split())))


def _digest(document: SearchDocument, cues: list[SearchCue]) -> str:
    stored = [
        str(getattr(document, field.attname)) for field in document._meta.fields if field.name != "digest"
    ]
    said = [(cue.video, cue.language, cue.start, cue.end, cue.text) for cue in cues]
    return sha256(json.dumps([ANALYZER_VERSION, stored, said]).encode()).hexdigest()


def pages_showing(video: TeachingMedia) -> QuerySet[Page]:
    """The pages in whose documents the captions of `video` stand, and perhaps drafts."""
    references = ReferenceIndex.get_references_to(video).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    return Page.objects.filter(
        pk__in=[int(number) for number in references.values_list("object_id", flat=True)]
    )


def pages_naming(thing: Model) -> QuerySet[Page]:
    """The pages in whose documents the names of `thing` stand, beside its own page."""
    match thing:
        case Institution():
            branches = InstitutionPage.objects.filter(institution=thing).values_list("path", flat=True)
            named = Q(pk__in=Partner.objects.filter(institution=thing).values("page"))
            for course in Page.objects.filter(named).values_list("path", flat=True):
                named |= Q(path__startswith=course)
            for branch in branches:
                named |= Q(path__startswith=branch)
        case Person():
            named = Q(pk__in=Contribution.objects.filter(person=thing).values("page"))
        case Term():
            named = _teaching(specialties=thing) | _teaching(audience=thing)
        case Keyword():
            named = _teaching(tags=thing)
        case _:
            return Page.objects.none()
    return Page.objects.filter(named)


def _teaching(**condition: Model) -> Q:
    """The pages that teach and meet this."""
    named = Q(pk__in=[])
    for kind in (CoursePage, LessonPage, CasePage, LecturePage):
        named |= Q(pk__in=kind.objects.filter(**condition).values("pk"))
    return named
