"""The glossary: which names mean the same thing. Editors extend it, because it decides what is found
across the languages."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from home.names import in_reader_language
from search.analyzer import fold, is_han
from search.lexicon import (
    LONGEST_INITIALS,
    LONGEST_KEY,
    LONGEST_NAME,
    LONGEST_PINYIN,
    computed,
    is_too_long,
)


class Concept(ClusterableModel):
    """One thing with its Chinese and English names and abbreviations."""

    source = models.CharField(
        _("source"),
        max_length=200,
        blank=True,
        help_text=_("Where the names were taken from, such as a textbook or MeSH."),
    )

    panels = [InlinePanel("names", heading=_("Names"), label=_("Name"), min_num=1), FieldPanel("source")]

    class Meta:
        verbose_name = _("concept")
        verbose_name_plural = _("glossary")

    def __str__(self) -> str:
        return in_reader_language(zh=self.name_zh, en=self.name_en)

    @property
    def name_zh(self) -> str:
        return next((name.text for name in self.names.all() if name.is_chinese), "")

    @property
    def name_en(self) -> str:
        return next((name.text for name in self.names.all() if not name.is_chinese), "")

    @property
    def all_names(self) -> str:
        return " · ".join(name.text for name in self.names.all())


class Name(Orderable):
    """One name; the first Chinese and the first English one are shown to readers."""

    concept = ParentalKey(Concept, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(_("name"), max_length=LONGEST_NAME)
    is_weak = models.BooleanField(
        _("ambiguous"),
        default=False,
        help_text=_(
            "It also means something else: who types it finds this concept, but not the other way round."
        ),
    )
    # Computed: by what a query is compared.
    key = models.CharField(max_length=LONGEST_KEY, editable=False, db_index=True)
    pinyin = models.CharField(max_length=LONGEST_PINYIN, editable=False)
    initials = models.CharField(max_length=LONGEST_INITIALS, editable=False)

    panels = [FieldRowPanel([FieldPanel("text"), FieldPanel("is_weak")])]

    class Meta(Orderable.Meta):
        verbose_name = _("name")
        verbose_name_plural = _("names")

    def __str__(self) -> str:
        return self.text

    @property
    def is_chinese(self) -> bool:
        return any(is_han(character) for character in fold(self.text))

    def clean(self) -> None:
        self._compute()
        if not self.key:
            raise ValidationError({"text": _("A name needs at least one letter or character.")})
        if is_too_long(self.text):
            raise ValidationError({"text": _("This is too long for a name.")})
        others = Name.objects.filter(key=self.key).exclude(concept=self.concept_id)
        if not self.is_weak and (other := others.filter(is_weak=False).select_related("concept").first()):
            raise ValidationError(
                {
                    "text": _("“%(name)s” is already a name of %(concept)s. Mark it as ambiguous in both.")
                    % {"name": self.text, "concept": other.concept}
                }
            )

    def save(self, *args, **kwargs) -> None:
        self._compute()
        super().save(*args, **kwargs)

    def _compute(self) -> None:
        for name, value in computed(self.text).items():
            setattr(self, name, value)
