"""The ways to narrow results. A facet knows which codes a document has and how a reader calls them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from courseware.catalogue.enums import AgeBand, Vocabulary
from courseware.catalogue.models import Term as VocabularyTerm
from courseware.network.models import Institution
from home.enums import Licence
from search.enums import Kind

YES = "yes"


@dataclass(frozen=True)
class Facet:
    """`name` is its word in an address, `column` where SearchDocument keeps its codes."""

    name: str
    column: str
    label: str | Promise
    labels: Callable[[], dict[str, str]]
    # Labels in the order given; otherwise the most frequent first.
    is_ordered: bool = False
    # Yes or nothing: one option is a choice.
    is_flag: bool = False

    def codes(self, value: object, today: date) -> Iterable[str]:
        """The codes of a document whose column holds `value`."""
        return str(value).split()


class FlagFacet(Facet):
    """Yes or nothing."""

    def codes(self, value, today):
        return [YES] if value else []


class RecentFacet(Facet):
    """Whether a day lies within the last year."""

    def codes(self, value, today):
        return [YES] if value and value > since(today) else []


def since(today: date) -> date:
    """The last day that is more than a year ago."""
    return today - timedelta(days=365)


def today() -> date:
    return timezone.localdate()


def _enum(enum) -> Callable[[], dict[str, str]]:
    return lambda: {str(value): str(label) for value, label in enum.choices}


def _terms(vocabulary: Vocabulary) -> Callable[[], dict[str, str]]:
    return lambda: {term.code: str(term) for term in VocabularyTerm.objects.of(vocabulary)}


def _institutions() -> dict[str, str]:
    return {institution.slug: institution.short_name for institution in Institution.objects.all()}


def _years() -> dict[str, str]:
    return {str(year): str(year) for year in range(today().year + 1, 1999, -1)}


FACETS: tuple[Facet, ...] = (
    Facet("kind", "kind", _("Kind"), _enum(Kind), is_ordered=True),
    Facet("institution", "institutions", _("Institution"), _institutions),
    Facet("specialty", "specialties", _("Subspecialty"), _terms(Vocabulary.SPECIALTY)),
    Facet("age", "ages", _("Age band"), _enum(AgeBand), is_ordered=True),
    Facet("audience", "audience", _("Target audience"), _terms(Vocabulary.AUDIENCE)),
    Facet(
        "language",
        "language",
        _("Language"),
        lambda: {code: str(name) for code, name in settings.LANGUAGES},
        is_ordered=True,
    ),
    Facet("licence", "licence", _("Licence"), lambda: {term.value: term.short_label for term in Licence}),
    Facet("year", "year", _("Year"), _years, is_ordered=True),
    FlagFacet("video", "has_video", _("Video"), lambda: {YES: str(_("With a video"))}, is_flag=True),
    RecentFacet(
        "reviewed",
        "reviewed_on",
        _("Review"),
        lambda: {YES: str(_("Reviewed within a year"))},
        is_flag=True,
    ),
)


def labels_of(name: str) -> dict[str, str]:
    """How a reader calls the codes of a facet."""
    return next(facet for facet in FACETS if facet.name == name).labels()
