"""The only door for a reader's input."""

from collections.abc import Mapping

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from search.enums import Order
from search.facets import FACETS
from search.query import Query

LONGEST = 200


class SearchForm(forms.Form):
    """Words, one choice for each facet, an order and a page."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search"}),
        error_messages={
            "max_length": _("This is too long to search for: use at most %(limit_value)d characters.")
        },
    )
    order = forms.ChoiceField(
        required=False,
        choices=Order.choices,
        error_messages={"invalid_choice": _("Results cannot be put in this order: %(value)s.")},
    )
    answers = forms.ChoiceField(
        required=False,
        choices=[("", ""), ("yes", "")],
        error_messages={"invalid_choice": _("“answers” is either “yes” or left out.")},
    )
    page = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=10_000,
        widget=forms.HiddenInput,
        error_messages={
            "invalid": _("The number of the page must be a whole number from 1 upwards."),
            "min_value": _("The number of the page must be a whole number from 1 upwards."),
            "max_value": _("There are not so many pages of results."),
        },
    )

    def __init__(self, data: Mapping[str, str]):
        # No text holds this sign, and no page or database bears it.
        super().__init__({name: value.replace("\x00", "") for name, value in data.items()})
        for facet in FACETS:
            self.fields[facet.name] = forms.ChoiceField(
                label=facet.label,
                required=False,
                choices=[("", ""), *self.labels[facet.name].items()],
                error_messages={
                    "invalid_choice": _("%(facet)s: there is no “%%(value)s”.") % {"facet": facet.label}
                },
            )

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """By facet and code, how a reader calls it."""
        return {facet.name: facet.labels() for facet in FACETS}

    def query(self) -> Query:
        """The checked input, without what was refused; only after `is_valid()`."""
        asked = self.cleaned_data
        return Query(
            text=asked.get("q", ""),
            filters={facet.name: asked[facet.name] for facet in FACETS if asked.get(facet.name)},
            order=asked.get("order", Order.RELEVANCE),
            with_answers=bool(asked.get("answers")),
            page=asked.get("page") or 1,
        )
