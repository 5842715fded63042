"""What a reader asks for, as a value that travels through the address bar."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from search.enums import Order

ANSWERS = "yes"


@dataclass(frozen=True)
class Query:
    """A checked request; `filters` holds one code by the name of its facet, `page` counts from 1."""

    text: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    order: str = Order.RELEVANCE
    with_answers: bool = False
    page: int = 1

    @property
    def querystring(self) -> str:
        """The address of the first page of this query, without the question mark."""
        asked = QueryDict(mutable=True)
        asked.update(dict([*([("q", self.text)] if self.text else []), *self.kept]))
        return asked.urlencode()

    @property
    def is_filtered(self) -> bool:
        return bool(self.filters)

    @property
    def unfiltered(self) -> "Query":
        return replace(self, filters={}, page=1)

    def without(self, facet: str) -> "Query":
        return self.choosing(facet, "")

    def choosing(self, facet: str, code: str) -> "Query":
        """The same with this choice in a facet; an empty code takes the choice back."""
        kept = {name: chosen for name, chosen in self.filters.items() if name != facet}
        return replace(self, filters=kept | ({facet: code} if code else {}), page=1)

    def saying(self, text: str) -> "Query":
        """The same for other words."""
        return replace(self, text=text, page=1)

    @property
    def clear_url(self) -> str:
        return f"?{self.unfiltered.querystring}"

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What stays when other words are sought."""
        kept = {**self.filters, "order": self.order, "answers": ANSWERS if self.with_answers else ""}
        return [(name, value) for name, value in kept.items() if value]

    @property
    def including_answers(self) -> "Query":
        return replace(self, with_answers=True, page=1)

    @property
    def without_answers(self) -> "Query":
        return replace(self, with_answers=False, page=1)

    @property
    def orders(self) -> list[dict[str, object]]:
        """All orders of the results, with the address of each."""
        return [
            {
                "label": order.label,
                "querystring": replace(self, order=order.value, page=1).querystring,
                "is_chosen": order.value == self.order,
            }
            for order in Order
        ]
