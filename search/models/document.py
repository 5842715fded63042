"""What can be found. The tokens are kept by the engines, beside these tables."""

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from search.analyzer import tokens
from search.enums import Kind


class CodesField(models.CharField):
    """Codes separated by spaces: what a facet may hold of one document."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": 500, "blank": True, "default": ""} | kwargs)


OPEN_TEXT = ("title", "summary", "body", "absent")


class SearchDocument(models.Model):
    """One published, public page as plain text; disposable, `search_rebuild` makes it anew.

    `absent` is what the patient of a case does not have: it counts for little. `answers` is the text of
    a case that gives its diagnosis away: searched only on request.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="+")
    translation_key = models.UUIDField()
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    # Facets, each a set of codes (facets.py).
    kind = CodesField(_("kind"), max_length=12, choices=Kind.choices)
    language = CodesField(_("language"), max_length=10, choices=settings.LANGUAGES)
    institutions = CodesField(_("institutions"), help_text=_("The first one leads."))
    specialties = CodesField(_("subspecialties"))
    ages = CodesField(_("age bands"))
    audience = CodesField(_("target audience"))
    licence = CodesField(_("licence"), max_length=20)
    year = CodesField(_("year"), max_length=4)
    has_video = models.BooleanField(_("has a video"), default=False)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)

    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(_("summary"), blank=True)
    body = models.TextField(_("text"), blank=True)
    absent = models.TextField(_("absent"), blank=True)
    answers = models.TextField(_("answers"), blank=True)
    digest = models.CharField(
        max_length=64, default="", help_text=_("Of all that is stored, and of the analyzer.")
    )

    # Wagtail must not count an entry of the index as a use of the page.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")

    def __str__(self) -> str:
        return self.title

    @property
    def open_text(self) -> tuple[str, ...]:
        """What everybody searches."""
        return tuple(getattr(self, name) for name in OPEN_TEXT)

    @property
    def has_tokens(self) -> bool:
        return any(self.open_tokens)

    @cached_property
    def open_tokens(self) -> tuple[list[str], ...]:
        """The tokens of that text; cut once, for the index and for the counts of words."""
        return tuple(map(tokens, self.open_text))


class SearchCue(models.Model):
    """One caption of a video on the page: seconds from its beginning, and what is said."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="cues")
    video = models.PositiveBigIntegerField(
        _("video"), default=0, help_text=_("Its number in the media library.")
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    start = models.FloatField(_("start"))
    end = models.FloatField(_("end"))
    text = models.TextField(_("text"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("caption")
        verbose_name_plural = _("captions")

    def __str__(self) -> str:
        return self.text


class Term(models.Model):
    """In how many documents a token stands, and how a word of this stem is spelt."""

    token = models.CharField(max_length=64, primary_key=True)
    spelling = models.CharField(max_length=64, blank=True)
    documents = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("word of the index")
        verbose_name_plural = _("words of the index")

    def __str__(self) -> str:
        return self.spelling or self.token
