"""What a reviewer finds, and what an author answers."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from courseware.review.enums import AssignmentStatus, Response, Verdict
from courseware.review.models.assignments import ReviewAssignment


class Report(models.Model):
    """One review; a draft until its assignment is done."""

    assignment = models.OneToOneField(ReviewAssignment, on_delete=models.CASCADE, related_name="report")
    answers = models.JSONField(default=dict, blank=True)  # GateQuestion -> Answer
    scores = models.JSONField(default=dict, blank=True)  # Criterion -> Score
    verdict = models.CharField(_("recommendation"), max_length=10, choices=Verdict.choices, blank=True)
    note = models.TextField(_("note to the authors"), max_length=10_000, blank=True)
    private_note = models.TextField(_("private note to the editor"), max_length=10_000, blank=True)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = pgettext_lazy("peer review", "review")
        verbose_name_plural = pgettext_lazy("peer review", "reviews")

    def __str__(self) -> str:
        return str(self.assignment)


class PointQuerySet(models.QuerySet):
    def raised_on(self, page: Page) -> "PointQuerySet":
        """Points of the reviews handed in since the page was last published."""
        done = {"report__assignment__status": AssignmentStatus.DONE}
        return self.filter(
            report__assignment__round__page=page, report__assignment__round__published_at=None, **done
        ).order_by("pk")

    def unsettled(self) -> "PointQuerySet":
        return self.filter(settled_at=None)

    def unanswered(self) -> "PointQuerySet":
        return self.unsettled().filter(response="")


class Point(models.Model):
    """One thing that a reviewer asks for, and how the author responds: a row of the response matrix."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="points")
    # A point that was answered but not settled is taken up again in the next round.
    follows = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    place = models.CharField(pgettext_lazy("point", "where"), max_length=200, blank=True)
    text = models.TextField(pgettext_lazy("point", "what"), max_length=4000)
    response = models.CharField(_("response"), max_length=10, choices=Response.choices, blank=True)
    response_text = models.TextField(_("explanation"), max_length=4000, blank=True)
    responded_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)

    objects = PointQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("review", "point")
        verbose_name_plural = pgettext_lazy("review", "points")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text
