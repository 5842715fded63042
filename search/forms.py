"""The only door for a reader's input."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from search.enums import Kind
from search.query import Query

LONGEST = 200


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search"}),
        error_messages={
            "max_length": _("This is too long to search for: use at most %(limit_value)d characters.")
        },
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[("", _("All kinds")), *Kind.choices],
        error_messages={"invalid_choice": _("There is no such kind of content: %(value)s.")},
    )
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=[("", _("All languages")), *settings.LANGUAGES],
        error_messages={"invalid_choice": _("This site has no content in this language: %(value)s.")},
    )
    page = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=10_000,
        widget=forms.HiddenInput,
        error_messages={
            name: _("The number of the page must be a whole number from 1 upwards.")
            for name in ("invalid", "min_value", "max_value")
        },
    )

    def query(self) -> Query:
        """The checked input; only after `is_valid()`."""
        asked = self.cleaned_data
        return Query(text=asked["q"], kind=asked["kind"], language=asked["language"], page=asked["page"] or 1)
