"""What pages of lower rooms show of the catalogue; templates compose what Python may not import."""

from django import template
from django.db.models import Q

from courseware.catalogue.enums import Kind
from courseware.catalogue.models import CasePage, Contribution, CoursePage, LecturePage, LessonPage
from courseware.catalogue.reading.cards import cards_for
from courseware.network.cards import institution_entries
from courseware.network.models import Partner
from courseware.network.territory import Territory
from home.locales import active_locale

register = template.Library()

MODELS = {Kind.COURSE: CoursePage, Kind.LESSON: LessonPage, Kind.CASE: CasePage, Kind.LECTURE: LecturePage}
# Lessons are reached through their course.
SHELVES = (Kind.COURSE, Kind.CASE, Kind.LECTURE)


def _offered(kind: Kind):
    pages = MODELS[kind].objects.published().offered_in(active_locale()).select_related("cover")
    if kind == Kind.LECTURE:
        pages = pages.select_related("media")
    return pages.defer_streamfields().order_by("-first_published_at", "-pk")


@register.simple_tag(takes_context=True)
def newest(context, kind: str, number: int):
    """The newest pages of one kind as cards."""
    return cards_for(context["request"], _offered(Kind(kind))[:number])


@register.simple_tag(takes_context=True)
def contributing_institutions(context):
    return institution_entries(context["request"])


@register.simple_tag(takes_context=True)
def works_of_institution(context, institution) -> list[dict]:
    """What stands in the branch of an institution, or was co-constructed by it, kind by kind."""
    branches = Territory.of(context["request"]).paths_of(institution)
    theirs = Q(pk__in=Partner.objects.filter(institution=institution).values("page"))
    for branch in branches:
        theirs |= Q(path__startswith=branch)
    groups = []
    for kind in SHELVES:
        cards = cards_for(context["request"], _offered(kind).filter(theirs))
        if cards:
            groups.append({"kind": kind.value, "label": kind.label, "cards": cards})
    return groups


@register.simple_tag(takes_context=True)
def works_of_person(context, person) -> list[dict]:
    """The published pages that a person contributed to, with the roles. Never a ranking."""
    rows = {row.page_id: row for row in Contribution.objects.filter(person=person)}
    works = []
    for kind in Kind:
        pages = list(_offered(kind).filter(pk__in=rows))
        for page, card in zip(pages, cards_for(context["request"], pages), strict=True):
            works.append({"card": card, "role_labels": rows[page.pk].role_labels})
    return works
