"""Errors that readers report, and what came of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from courseware.review.enums import ErrorKind, ErrorState
from home.models import User

OPEN = (ErrorState.RECEIVED, ErrorState.CHECKING)


class ErrorReport(models.Model):
    """What a reader wrote is for the editors alone: it may name somebody. Kind, place and outcome are public."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="error_reports")
    kind = models.CharField(_("kind of error"), max_length=12, choices=ErrorKind.choices)
    place = models.CharField(pgettext_lazy("error", "where"), max_length=200, blank=True)
    text = models.TextField(pgettext_lazy("error", "what is wrong"), max_length=4000)
    email = models.EmailField(_("e-mail"), blank=True)
    reported_at = models.DateTimeField(_("reported"), auto_now_add=True)
    state = models.CharField(
        pgettext_lazy("error", "state"),
        max_length=12,
        choices=ErrorState.choices,
        default=ErrorState.RECEIVED,
    )
    outcome = models.CharField(_("outcome"), max_length=400, blank=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("reported error")
        verbose_name_plural = _("reported errors")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.page}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_urgent(self) -> bool:
        return self.kind in (ErrorKind.DOSE, ErrorKind.PRIVACY)
