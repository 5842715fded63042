"""Who reviews what until when."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from courseware.network.models import Person
from courseware.review.enums import WAITING, AssignmentStatus
from courseware.review.models.rounds import Round
from home.models import User


class AssignmentQuerySet(models.QuerySet):
    def waiting(self) -> "AssignmentQuerySet":
        """Of which something is still expected, in a round that still runs."""
        return self.filter(status__in=WAITING, round__in=Round.objects.open())


class ReviewAssignment(models.Model):
    """One reviewer's part in one round."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="assignments")
    # Somebody who leaves the address book leaves the review behind.
    reviewer = models.ForeignKey(
        Person,
        verbose_name=_("reviewer"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="review_assignments",
    )
    status = models.CharField(
        pgettext_lazy("review", "state"),
        max_length=10,
        choices=AssignmentStatus.choices,
        default=AssignmentStatus.INVITED,
    )
    invited_at = models.DateTimeField(_("invited"), auto_now_add=True)
    invited_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    due = models.DateField(_("due"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    handed_in_at = models.DateTimeField(_("handed in"), null=True, blank=True)
    reason = models.TextField(_("reason"), max_length=500, blank=True)
    interests = models.TextField(_("conflicts of interest"), max_length=500, blank=True)
    may_be_named = models.BooleanField(_("may be named after publication"), default=False)
    reminded_on = models.DateField(_("reminded"), null=True, blank=True)
    escalated_on = models.DateField(_("escalated"), null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("review assignment")
        verbose_name_plural = _("review assignments")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["round", "reviewer"], name="once_in_a_round")]

    def __str__(self) -> str:
        return f"{self.reviewer or _('Somebody who has left')}: {self.round}"

    @property
    def is_waiting(self) -> bool:
        return AssignmentStatus(self.status).is_waiting and self.round.is_open

    @property
    def is_overdue(self) -> bool:
        return self.is_waiting and self.due < timezone.localdate()
