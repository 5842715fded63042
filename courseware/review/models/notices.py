"""Mails of the review, kept until a mail server has taken them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """One mail that has not been sent yet. An action never waits for it, and it is never lost."""

    address = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField()
    queued_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")

    def __str__(self) -> str:
        return self.subject
