"""Adjectives for pages of every kind."""

from django.db.models import Exists, F, OuterRef, Q
from wagtail.models import Locale, PageManager, PageQuerySet, PageViewRestriction


class ContentQuerySet(PageQuerySet):
    """Pages as readers meet them."""

    def published(self) -> "ContentQuerySet":
        """Live and open to everybody. Unlike `live().public()` it costs no query of its own."""
        restricted = PageViewRestriction.objects.annotate(reader_path=OuterRef("path")).filter(
            reader_path__startswith=F("page__path")
        )
        return self.filter(~Exists(restricted), live=True)

    def offered_in(self, locale: Locale) -> "ContentQuerySet":
        """One copy of each page: the reader's language where it is published, else another one."""
        own = self.model._default_manager.filter(
            translation_key=OuterRef("translation_key"), locale=locale, live=True
        )
        return self.filter(Q(locale=locale) | ~Exists(own))


ContentManager = PageManager.from_queryset(ContentQuerySet)
