"""The lists and pages of the network."""

from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from courseware.network import cards
from courseware.network.enums import InstitutionKind, Level, Region, Role
from courseware.network.models import Institution, InstitutionLevel, Membership, Person, Section
from home.listing import Facet, Shelf, enum_facet, show


class LevelFacet(Facet):
    """By the level that an institution holds today."""

    def filter(self, queryset, value):
        return queryset.filter(institution__in=Institution.objects.at_level(value))

    def counts(self, queryset) -> dict[str, int]:
        shown = queryset.order_by().values("institution_id")
        levels = (
            InstitutionLevel.objects.current().filter(institution__in=shown).values_list("level", flat=True)
        )
        return {level: list(levels).count(level) for level in Level.values}


def institutions(request):
    return show(
        request,
        Shelf(
            title=_("Collaboration network"),
            intro=_("Lead, core and member institutions write, review and share this library together."),
            kind="institution",
            entries=cards.institution_pages(),
            facets=[
                LevelFacet("level", _("Level"), "", lambda: {str(v): str(t) for v, t in Level.choices}),
                enum_facet("kind", _("Type"), "institution__kind", InstitutionKind),
                enum_facet("region", _("Region"), "institution__region", Region),
            ],
            to_cards=cards.institution_cards,
            template="network/listing.html",
        ),
    )


def people(request):
    teaching = Membership.objects.current().filter(person=OuterRef("pk"))
    return show(
        request,
        Shelf(
            title=_("People"),
            intro=_("Those who write, teach and review."),
            kind="person",
            entries=Person.objects.filter(Exists(teaching)).order_by("pk"),
            facets=[
                Facet(
                    "institution",
                    _("Institution"),
                    "memberships__institution__slug",
                    lambda: {row.slug: row.short_name for row in Institution.objects.all()},
                ),
                Facet(
                    "section",
                    _("Section"),
                    "sections__section__slug",
                    lambda: {row.slug: str(row) for row in Section.objects.all()},
                ),
            ],
            to_cards=cards.person_cards,
            template="network/listing.html",
        ),
    )


def sections(request):
    return show(
        request,
        Shelf(
            title=_("Sections"),
            intro=_("Working groups of teachers from several institutions, one for each field."),
            kind="section",
            entries=Section.objects.order_by("pk"),
            facets=[],
            to_cards=cards.section_cards,
            template="network/listing.html",
        ),
    )


def person(request, slug: str):
    found = get_object_or_404(
        Person.objects.select_related("photo").prefetch_related(
            "memberships__institution", "sections__section"
        ),
        slug=slug,
    )
    # What a person may do on the site is nobody's business; where they teach is.
    rows = [row for row in found.memberships.all() if row.institution_id and row.role in PUBLIC_ROLES]
    return render(
        request,
        "network/person.html",
        {
            "person": found,
            "current": [row for row in rows if row.is_current],
            "past": [row for row in rows if not row.is_current],
            "sections": [row.section for row in found.sections.all()],
        },
    )


PUBLIC_ROLES = [role for role in Role if role.needs_institution]


def section(request, slug: str):
    found = get_object_or_404(Section, slug=slug)
    rows = list(found.members.select_related("person").prefetch_related("person__memberships__institution"))
    return render(
        request,
        "network/section.html",
        {
            "section": found,
            "heads": [row for row in rows if row.office != "member"],
            "members": [row for row in rows if row.office == "member"],
        },
    )
