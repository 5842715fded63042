"""Facets as links with counts, and the choices made as chips that take them back."""

from collections.abc import Mapping
from dataclasses import dataclass

from home.listing import Chip, FacetView, Option, options_of
from search.engines import Counts
from search.facets import FACETS, Facet
from search.query import Query


@dataclass(frozen=True)
class Shown:
    facets: list[FacetView]
    chips: list[Chip]


def of(*, query: Query, counts: Counts, labels: Mapping[str, Mapping[str, str]]) -> Shown:
    """Only options that would leave something, and those that are chosen; no facet of one option alone."""
    views = []
    for facet in FACETS:
        options = _options(facet, query, counts.get(facet.name, {}), labels[facet.name])
        if len(options) > 1 or facet.name in query.filters or (options and facet.is_flag):
            views.append(FacetView(facet.name, str(facet.label), options))
    return Shown(views, chips(query=query, labels=labels))


def chips(*, query: Query, labels: Mapping[str, Mapping[str, str]]) -> list[Chip]:
    return [
        Chip(labels[name].get(code, code), f"?{query.without(name).querystring}")
        for name, code in query.filters.items()
    ]


def _options(
    facet: Facet, query: Query, counts: Mapping[str, int], labels: Mapping[str, str]
) -> list[Option]:
    options = options_of(
        labels,
        counts,
        chosen=query.filters.get(facet.name),
        address=lambda code: f"?{query.choosing(facet.name, code or '').querystring}",
    )
    if not facet.is_ordered:
        options.sort(key=lambda option: -option.count)
    return options
