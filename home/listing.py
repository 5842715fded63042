"""Lists that are filtered by facets: plain links, counts, pages, and a clear answer to bad input."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django import forms
from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.translation import gettext as _

from home.cards import Card

PER_PAGE = 24
OPTIONS_AT_ONCE = 16


@dataclass(frozen=True)
class Facet:
    """One way to narrow a list: `path` is the ORM path of the value, `choices` its labels by value."""

    name: str
    label: str
    path: str
    choices: Callable[[], dict[str, str]]

    def filter(self, queryset: QuerySet, value: str) -> QuerySet:
        return queryset.filter(**{self.path: value})

    def counts(self, queryset: QuerySet) -> dict[str, int]:
        """How many entries each value would leave. One query."""
        rows = queryset.order_by().values_list(self.path).annotate(number=Count("pk", distinct=True))
        return {str(value): number for value, number in rows}


def enum_facet(name: str, label: str, path: str, enum) -> Facet:
    """A facet whose values are the members of an enum."""
    return Facet(name, label, path, lambda: enum_names(enum))


def enum_names(enum) -> dict[str, str]:
    return {str(value): str(label) for value, label in enum.choices}


@dataclass(frozen=True)
class Option:
    label: str
    url: str
    count: int
    is_selected: bool


@dataclass(frozen=True)
class FacetView:
    """A facet as it is shown: the first options at once, the others behind a fold."""

    name: str
    label: str
    options: list[Option]

    @property
    def near(self) -> list[Option]:
        return self.options[:OPTIONS_AT_ONCE]

    @property
    def far(self) -> list[Option]:
        return self.options[OPTIONS_AT_ONCE:]

    @property
    def is_far_chosen(self) -> bool:
        return any(option.is_selected for option in self.far)


@dataclass(frozen=True)
class Chip:
    """A filter that is on, and the address without it."""

    label: str
    remove_url: str


@dataclass
class Listing:
    """All that the template of a list needs."""

    title: str
    intro: str
    kind: str
    facets: list[FacetView] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    total: int = 0
    page: Page | None = None
    clear_url: str = ""
    querystring: str = ""
    problem: str = ""


@dataclass(frozen=True)
class Shelf:
    """What is listed: its words, its entries, its facets, and how an entry becomes a card."""

    title: str
    intro: str
    kind: str
    entries: QuerySet
    facets: list[Facet]
    to_cards: Callable[[HttpRequest, list], list[Card]]
    template: str


class FacetForm(forms.Form):
    """The only door for what the address says: one choice per facet, and a page."""

    page = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    def __init__(self, data, facets: dict[str, dict[str, str]]):
        super().__init__(data)
        for name, choices in facets.items():
            self.fields[name] = forms.ChoiceField(choices=list(choices.items()), required=False)


def options_of(
    labels: Mapping[str, str],
    counts: Mapping[str, int],
    *,
    chosen: str | None,
    address: Callable[[str | None], str],
) -> list[Option]:
    """What would leave something, and what is chosen, each with the address that chooses it or takes it back."""
    return [
        Option(
            label=str(label),
            url=address(None if value == chosen else value),
            count=counts.get(value, 0),
            is_selected=value == chosen,
        )
        for value, label in labels.items()
        if counts.get(value) or value == chosen
    ]


def show(request: HttpRequest, shelf: Shelf) -> HttpResponse:
    """The list as a page: 405 for anything but reading, 200, 400 for a filter that does not exist, 404 beyond the last page."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    labels = {facet.name: facet.choices() for facet in shelf.facets}
    form = FacetForm(request.GET, labels)
    listing = Listing(title=shelf.title, intro=shelf.intro, kind=shelf.kind, clear_url=request.path)
    status = 200
    if form.is_valid():
        chosen = {name: form.cleaned_data[name] for name in labels if form.cleaned_data[name]}
        _fill(listing, request, shelf, labels, chosen)
        try:
            listing.page = Paginator(_narrowed(shelf, chosen), PER_PAGE).page(form.cleaned_data["page"] or 1)
        except EmptyPage:
            listing.problem, status = _("This list does not have that many pages."), 404
        else:
            listing.total = listing.page.paginator.count
            listing.cards = shelf.to_cards(request, list(listing.page.object_list))
    else:
        _fill(listing, request, shelf, labels, {})
        listing.problem, status = _("This filter or page does not exist. Choose one of those below."), 400
    return render(request, shelf.template, {"listing": listing}, status=status)


def _narrowed(shelf: Shelf, chosen: dict[str, str], leave_out: str = "") -> QuerySet:
    entries = shelf.entries
    for facet in shelf.facets:
        if facet.name in chosen and facet.name != leave_out:
            entries = facet.filter(entries, chosen[facet.name])
    return entries


def _fill(listing: Listing, request, shelf: Shelf, labels, chosen: dict[str, str]) -> None:
    def address(**changes: str | None) -> str:
        wanted = {name: value for name, value in (chosen | changes).items() if value}
        return f"{request.path}?{urlencode(wanted)}" if wanted else request.path

    for facet in shelf.facets:
        # The counts of a facet ignore its own choice: they say what a change would bring.
        counts = facet.counts(_narrowed(shelf, chosen, leave_out=facet.name))
        options = options_of(
            labels[facet.name],
            counts,
            chosen=chosen.get(facet.name),
            address=lambda value, name=facet.name: address(**{name: value}),
        )
        if options:
            listing.facets.append(FacetView(facet.name, str(facet.label), options))
        if value := chosen.get(facet.name):
            listing.chips.append(Chip(str(labels[facet.name][value]), address(**{facet.name: None})))
    listing.querystring = urlencode(chosen) + "&" if chosen else ""
