"""What readers are told of the versions of a page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from courseware.catalogue.enums import VersionKind
from home.names import in_reader_language


class Version(models.Model):
    """One publication of a page; written by the review, never by hand."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="versions")
    published_on = models.DateField(_("published"))
    kind = models.CharField(_("kind"), max_length=12, choices=VersionKind.choices)
    # Of the people who judged it; 0 where nobody belongs to one.
    institutions = models.PositiveSmallIntegerField(_("institutions"), default=0)
    # Names as they were, of reviewers who agreed to be named: [Chinese, English].
    reviewers = models.JSONField(_("reviewers"), default=list, blank=True)
    # Names of the fields that changed; empty for the first version.
    changed = models.JSONField(_("changed"), default=list, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.published_on}: {self.get_kind_display()}"

    @property
    def reviewer_names(self) -> list[str]:
        return [in_reader_language(zh=zh, en=en) for zh, en in self.reviewers]
