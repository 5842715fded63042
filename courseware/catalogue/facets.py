"""The facets of the catalogue's lists."""

from django.db.models import Count
from django.db.models.functions import Substr
from django.utils.translation import gettext as _

from courseware.catalogue.enums import AgeBand, CourseNature, Difficulty, Vocabulary
from courseware.catalogue.models import Term
from courseware.network.models import Institution, InstitutionPage
from courseware.network.territory import BRANCH_LENGTH
from home.enums import Licence
from home.listing import Facet, enum_facet


def term_names(vocabulary: Vocabulary) -> dict[str, str]:
    return {term.code: str(term) for term in Term.objects.of(vocabulary)}


def institution_names() -> dict[str, str]:
    return {institution.slug: institution.short_name for institution in Institution.objects.all()}


def licence_names() -> dict[str, str]:
    return {term.value: term.short_label for term in Licence}


def term_facet(name: str, label: str, path: str, vocabulary: Vocabulary) -> Facet:
    return Facet(name, label, f"{path}__code", lambda: term_names(vocabulary))


class InstitutionFacet(Facet):
    """By the institution in whose branch a page stands: a question to the tree, not to a column."""

    def filter(self, queryset, value):
        branches = list(
            InstitutionPage.objects.filter(institution__slug=value).values_list("path", flat=True)
        )
        return queryset.annotate(branch=Substr("path", 1, BRANCH_LENGTH)).filter(branch__in=branches)

    def counts(self, queryset) -> dict[str, int]:
        rows = (
            queryset.order_by()
            .annotate(branch=Substr("path", 1, BRANCH_LENGTH))
            .values_list("branch")
            .annotate(number=Count("pk", distinct=True))
        )
        owners = dict(InstitutionPage.objects.values_list("path", "institution__slug"))
        counts: dict[str, int] = {}
        for branch, number in rows:
            slug = owners.get(branch, "")
            counts[slug] = counts.get(slug, 0) + number
        return counts


def institution_facet() -> Facet:
    return InstitutionFacet(
        "institution",
        _("Institution"),
        "",
        institution_names,
    )


def specialty_facet() -> Facet:
    return term_facet("specialty", _("Subspecialty"), "specialties", Vocabulary.SPECIALTY)


def audience_facet() -> Facet:
    return term_facet("audience", _("Target audience"), "audience", Vocabulary.AUDIENCE)


def licence_facet() -> Facet:
    return Facet("licence", _("Licence"), "licence", licence_names)


def course_facets() -> list[Facet]:
    return [
        specialty_facet(),
        audience_facet(),
        enum_facet("nature", _("Nature"), "nature", CourseNature),
        institution_facet(),
        licence_facet(),
    ]


def case_facets() -> list[Facet]:
    return [
        enum_facet("age", _("Age band"), "age_band", AgeBand),
        term_facet("complaint", _("Presenting complaint"), "complaint", Vocabulary.COMPLAINT),
        specialty_facet(),
        enum_facet("difficulty", _("Difficulty"), "difficulty", Difficulty),
        audience_facet(),
        institution_facet(),
    ]


def lecture_facets() -> list[Facet]:
    return [specialty_facet(), audience_facet(), institution_facet(), licence_facet()]
