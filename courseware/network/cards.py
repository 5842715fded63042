"""Institutions, people and sections as entries of lists."""

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courseware.network.models import InstitutionPage
from home.cards import Card
from home.locales import active_locale, language_of


def institution_pages():
    """The published page of each institution, in the reader's language where there is one."""
    pages = InstitutionPage.objects.published().offered_in(active_locale())
    return pages.select_related("institution").defer_streamfields().order_by("institution_id")


def institution_entries(request) -> list[dict]:
    """Institutions for the front page. Two queries."""
    pages = list(institution_pages())
    prefetch_related_objects(pages, "institution__levels")
    return [
        {
            "title": str(page.institution),
            "url": page.get_url(request),
            "language": language_of(page),
            "level_label": page.institution.level.label if page.institution.level else "",
            "region_label": page.institution.get_region_display(),
            "city": page.institution.city,
        }
        for page in pages
    ]


def institution_cards(request, pages: list[InstitutionPage]) -> list[Card]:
    prefetch_related_objects(pages, "institution__levels")
    reader = get_language()
    return [
        Card(
            kind="institution",
            kind_label=_("Institution"),
            title=str(page.institution),
            url=page.get_url(request),
            language=language_of(page),
            is_foreign=language_of(page) != reader,
            facts=[
                str(fact)
                for fact in (
                    page.institution.level.label if page.institution.level else "",
                    page.institution.get_kind_display(),
                    page.institution.get_region_display(),
                    page.institution.city,
                )
                if fact
            ],
        )
        for page in pages
    ]


def person_cards(request, people: list) -> list[Card]:
    prefetch_related_objects(people, "memberships__institution")
    return [
        Card(
            kind="person",
            kind_label=_("Person"),
            title=str(person),
            url=person.get_absolute_url(),
            language=get_language(),
            summary=person.title,
            institution=" · ".join(institution.short_name for institution in person.institutions),
        )
        for person in people
    ]


def section_cards(request, sections: list) -> list[Card]:
    prefetch_related_objects(sections, "members__person")
    return [
        Card(
            kind="section",
            kind_label=_("Section"),
            title=str(section),
            url=section.get_absolute_url(),
            language=get_language(),
            summary=section.summary,
            facts=[_("Heads: %(names)s") % {"names": ", ".join(str(row.person) for row in section.heads)}],
        )
        for section in sections
    ]
