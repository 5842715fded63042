"""A dangerous error is mended at once, by two people, before the full review."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from home.models import User


class Correction(models.Model):
    """One urgent correction of a public page: asked for by a chief editor, published by a second person's word."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(
        _("reason"), max_length=300, help_text=_("Readers see it. For example: dose of adrenaline corrected.")
    )
    asked_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    agreed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("urgent correction")
        verbose_name_plural = _("urgent corrections")

    def __str__(self) -> str:
        return self.reason
