"""Adjectives for pages of every kind."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import Locale, PageManager, PageQuerySet, PageViewRestriction

from home import publication


def is_public() -> Exists:
    """Condition: neither the page nor one above it is restricted. No query of its own, unlike `public()`."""
    # Wrapped: a bare outer reference has no lookups of its own.
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restricted = PageViewRestriction.objects.annotate(reader_path=path).filter(
        # An alias is as private as what it is an alias of.
        Q(reader_path__startswith=F("page__path")) | Q(reader_path__startswith=F("page__aliases__path"))
    )
    return ~Exists(restricted)


class ContentQuerySet(PageQuerySet):
    """Pages as readers meet them."""

    def published(self) -> "ContentQuerySet":
        """Live and open to everybody."""
        return self.filter(is_public(), live=True)

    def offered_in(self, locale: Locale) -> "ContentQuerySet":
        """One copy of each page: the reader's language where it is published, else another one."""
        own = self.model._default_manager.filter(
            translation_key=OuterRef("translation_key"), locale=locale, live=True
        )
        return self.filter(Q(locale=locale) | ~Exists(own))

    def update(self, **values) -> int:
        publication.refuse_update(self, values)
        return super().update(**values)


ContentManager = PageManager.from_queryset(ContentQuerySet)
