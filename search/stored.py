"""What is in the index already, and whether it is all there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count

from search.documents import Described
from search.engines import database_engine
from search.models import SearchCue, SearchDocument


@dataclass(frozen=True)
class Stored:
    """By page: the digest of its document and the number of its captions; and pages without all their tokens."""

    digests: Mapping[int, str]
    cues: Mapping[int, int]
    incomplete: Collection[int]

    def holds(self, described: Described) -> bool:
        """Whether it is stored as it is, with everything that belongs to it."""
        document = described.document
        return (
            self.digests.get(document.pk) == document.digest
            and self.cues.get(document.pk, 0) == len(described.cues)
            and (document.pk not in self.incomplete or not document.has_tokens)
        )


def stored() -> Stored:
    """Three queries."""
    cues = SearchCue.objects.values_list("document").annotate(number=Count("pk")).order_by()
    return Stored(
        digests=dict(SearchDocument.objects.values_list("pk", "digest")),
        cues=dict(cues),
        incomplete=database_engine().incomplete(),
    )
