"""The ways to narrow results. A facet knows which codes a document has and how a reader calls them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from courseware.catalogue.enums import AgeBand, Vocabulary
from courseware.catalogue.facets import institution_names, licence_names, term_names
from home.listing import enum_names
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


def _years() -> dict[str, str]:
    return {str(year): str(year) for year in range(today().year + 1, 1999, -1)}


FACETS: tuple[Facet, ...] = (
    Facet("kind", "kind", _("Kind"), partial(enum_names, Kind), is_ordered=True),
    Facet("institution", "institutions", _("Institution"), institution_names),
    Facet("specialty", "specialties", _("Subspecialty"), partial(term_names, Vocabulary.SPECIALTY)),
    Facet("age", "ages", _("Age of the patient"), partial(enum_names, AgeBand), is_ordered=True),
    Facet("audience", "audience", _("Target audience"), partial(term_names, Vocabulary.AUDIENCE)),
    Facet(
        "language",
        "language",
        _("Language"),
        lambda: {code: str(name) for code, name in settings.LANGUAGES},
        is_ordered=True,
    ),
    Facet("licence", "licence", _("Licence"), licence_names),
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
