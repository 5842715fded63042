"""What a reader asks for, as a value that travels through the address bar."""

from dataclasses import dataclass, replace

from django.http import QueryDict


@dataclass(frozen=True)
class Query:
    """A checked request; empty `kind` and `language` mean all, `page` counts from 1."""

    text: str = ""
    kind: str = ""
    language: str = ""
    page: int = 1

    @property
    def querystring(self) -> str:
        """The address of the first page of this query, without the question mark."""
        asked = QueryDict(mutable=True)
        asked.update({"q": self.text, "kind": self.kind, "language": self.language})
        for name in [name for name, value in asked.items() if not value]:
            del asked[name]
        return asked.urlencode()

    @property
    def is_filtered(self) -> bool:
        return bool(self.kind or self.language)

    @property
    def unfiltered(self) -> "Query":
        return replace(self, kind="", language="", page=1)
