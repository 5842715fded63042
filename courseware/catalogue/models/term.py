"""Terms of the controlled vocabularies, with their labels in both languages on one row."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from courseware.catalogue.enums import Vocabulary
from home.names import in_reader_language


class TermQuerySet(models.QuerySet):
    def of(self, vocabulary: Vocabulary) -> "TermQuerySet":
        return self.filter(vocabulary=vocabulary)


class Term(index.Indexed, models.Model):
    """One term, such as the specialty `cardiology` or the MeSH descriptor `D009080`."""

    vocabulary = models.CharField(_("vocabulary"), max_length=20, choices=Vocabulary.choices)
    code = models.SlugField(_("code"), max_length=60, help_text=_("For MeSH the D-number."))
    name_zh = models.CharField(_("name (Chinese)"), max_length=120)
    name_en = models.CharField(_("name (English)"), max_length=160)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = TermQuerySet.as_manager()

    search_fields = [
        index.SearchField("name_zh"),
        index.SearchField("name_en"),
        index.AutocompleteField("name_zh"),
        index.AutocompleteField("name_en"),
        index.FilterField("vocabulary"),
    ]

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["vocabulary", "order", "pk"]
        constraints = [models.UniqueConstraint(fields=["vocabulary", "code"], name="one_term_per_code")]

    def __str__(self) -> str:
        return in_reader_language(zh=self.name_zh, en=self.name_en)
