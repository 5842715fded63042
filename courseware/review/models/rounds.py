"""One pass of a text through the peer review."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, TaskState

from courseware.review.enums import AssignmentStatus, Verdict

TIME_AFTER_A_CHANGE = timedelta(days=7)


class RoundQuerySet(models.QuerySet):
    def open(self) -> "RoundQuerySet":
        return self.filter(task_state__status=TaskState.STATUS_IN_PROGRESS)

    def of(self, page: Page) -> "RoundQuerySet":
        """The rounds since the page was last published, oldest first: its dossier."""
        return self.filter(page=page, published_at=None).order_by("pk")

    def begin(self, task_state: TaskState) -> "Round":
        """The round of a step that has just started.

        A round that ended without a decision, because the text changed under it, hands its reviewers over.
        """
        page = task_state.revision.content_object
        before = self.of(page).last()
        number = 1
        if before:
            number = before.number + before.assignments.filter(status=AssignmentStatus.DONE).exists()
        begun = self.create(page=page, revision=task_state.revision, task_state=task_state, number=number)
        if before and not before.verdict:
            begun.take_over(before)
        return begun


class Round(models.Model):
    """The reviews of one revision, from its arrival at this step to the chief editor's letter."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    task_state = models.OneToOneField(TaskState, on_delete=models.CASCADE, related_name="round")
    number = models.PositiveSmallIntegerField(_("round"), default=1)
    verdict = models.CharField(_("decision"), max_length=10, choices=Verdict.choices, blank=True)
    letter = models.TextField(_("letter to the authors"), blank=True)
    # Why a text went on without reviewers: only small changes of a public text may.
    small_change = models.TextField(_("reason for going on without reviewers"), max_length=500, blank=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("review round")
        verbose_name_plural = _("review rounds")

    def __str__(self) -> str:
        return f"{self.page}: {self.number}"

    @property
    def title(self) -> str:
        """Of the revision under review."""
        return self.revision.content["title"]

    @property
    def is_open(self) -> bool:
        return self.task_state.status == TaskState.STATUS_IN_PROGRESS

    @property
    def opened_at(self):
        return self.task_state.started_at

    @property
    def step(self):
        return self.task_state.task.specific

    def take_over(self, before: "Round") -> None:
        """Whoever was reviewing goes on with the new text; what was written so far is kept."""
        for assignment in before.assignments.filter(status__in=_COUNTING, reviewer__isnull=False):
            is_invited = assignment.status == AssignmentStatus.INVITED
            draft = getattr(assignment, "report", None)
            assignment.pk, assignment._state.adding = None, True
            assignment.round = self
            assignment.status = AssignmentStatus.INVITED if is_invited else AssignmentStatus.ACCEPTED
            assignment.due = max(assignment.due, timezone.localdate() + TIME_AFTER_A_CHANGE)
            assignment.handed_in_at = assignment.reminded_on = assignment.escalated_on = None
            assignment.save()
            if draft and not is_invited:
                draft.pk, draft._state.adding = None, True
                draft.assignment = assignment
                draft.save()

    def previous(self) -> "Round | None":
        return Round.objects.of(self.page).filter(pk__lt=self.pk).last()


_COUNTING = (AssignmentStatus.INVITED, AssignmentStatus.ACCEPTED, AssignmentStatus.DONE)
