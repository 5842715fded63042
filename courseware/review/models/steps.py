"""The steps of the review, as tasks of Wagtail's workflow.

Stock tasks let superusers act on each of them, take the page from the address and trust what a browser sends with
an action (wagtail/models/workflows.py, wagtail/admin/views/pages/edit.py: perform_workflow_action). Here the page is
the one of the revision under review, rights and form are asked again when the action is taken, and of two people who
decide in the same moment one is told that the other has.
"""

from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page, Task, TaskState

from courseware.catalogue.models.mixins import TeachingPage
from courseware.network.enums import Role
from courseware.network.models import Membership
from courseware.network.territory import institution_of
from courseware.review import rules
from courseware.review.announcements import announce
from courseware.review.conflicts import DecisionConflict, DecisionForbidden, DecisionInvalid
from courseware.review.locking import lock_for_decision
from courseware.review.models.rounds import Round
from courseware.review.patients import shows_patients
from courseware.review.translations import is_translation_of_approved
from home.publication import PublicationRefused


class Step(Task):
    """One step: to whom it applies, who may take it."""

    approval = gettext_lazy("Approve")
    # Whether its approval is the last word; without one of these nothing becomes public.
    decides = False
    # Who may hold the right to take it; they are told when it begins.
    roles: frozenset[Role] = frozenset()

    class Meta:
        abstract = True

    def applies_to(self, page: Page) -> bool:
        """Whether `page` needs this step; otherwise it steps aside by itself, and says so."""
        return True

    def open_to(self, user, pages: rules.Pages) -> set[int]:
        """Ids of those of `pages` on which `user` may take this step."""
        raise NotImplementedError

    def holders(self, page: Page):
        """Memberships whose holders may perhaps take this step on `page`."""
        return Membership.objects.current().filter(role__in=self.roles)

    def may_act(self, page: Page, user) -> bool:
        return page.pk in self.open_to(user, [page])

    def start(self, workflow_state, user=None):
        task_state = super().start(workflow_state, user=user)
        if not self.applies_to(task_state.revision.as_object()):
            task_state.status = TaskState.STATUS_SKIPPED
            task_state.finished_at = timezone.now()
            task_state.comment = _("This step is not needed for this page.")
            task_state.save()
        else:
            announce(task_state, self)
        return task_state

    def get_actions(self, obj, user):
        if not self.may_act(obj, user):
            return []
        return [
            ("reject", _("Return to the author"), True),
            ("approve", self.approval, False),
            ("approve", _("%(approve)s, with a comment") % {"approve": self.approval}, True),
        ]

    def user_can_access_editor(self, obj, user) -> bool:
        return self.may_act(obj, user)

    def locked_for_user(self, obj, user) -> bool:
        """Nobody changes a text while others judge it, but those who judge it now."""
        return not self.may_act(obj, user)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        pages = Page.objects.filter(
            pk__in=[int(pk) for pk in waiting.values_list("revision__object_id", flat=True)]
        )
        mine = [str(pk) for pk in self.open_to(user, pages)] if pages else []
        return waiting.filter(revision__object_id__in=mine)

    @transaction.atomic
    def deactivate(self, user=None):
        """As stock, but a step that has the last word is not switched off over the heads of those who wait for it."""
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS).count() if self.decides else 0
        if waiting:
            raise DecisionConflict(
                ngettext(
                    "%(number)d review waits at this step: decide on it first.",
                    "%(number)d reviews wait at this step: decide on them first.",
                    waiting,
                )
                % {"number": waiting}
            )
        super().deactivate(user=user)

    @transaction.atomic
    def on_action(self, task_state, user, action_name, /, **kwargs):
        state, page = self.hold(task_state)
        if action_name not in {name for name, _label, _more in self.get_actions(page, user)}:
            raise PermissionDenied(
                _("You cannot take this step: you have a part in this text, or another role.")
            )
        form = self.get_form_for_action(action_name)(kwargs)
        if not form.is_valid():
            raise DecisionInvalid(*(sentence for errors in form.errors.values() for sentence in errors))
        return self.take(state, user, action_name, **form.cleaned_data)

    def hold(self, task_state) -> tuple[TaskState, Page]:
        """The step, locked, and its page; DecisionConflict when it cannot be taken any more."""
        state = lock_for_decision(task_state)
        page = state.revision.content_object
        if page.latest_revision_id != state.revision_id:
            raise DecisionConflict(
                _(
                    "The text was changed after this step began. The version that you changed must be judged anew."
                )
            )
        return state, page

    def take(self, state: TaskState, user, action_name: str, **data):
        try:
            return super().on_action(state, user, action_name, **data)
        except PublicationRefused as error:
            # Not a lack of permission: the approval is taken back, and its giver is told what stands in the way.
            raise DecisionConflict(*error.reasons) from error


class InstitutionCheckTask(Step):
    """The institution answers for its teachers' work."""

    roles = frozenset({Role.LEAD_TEACHER, Role.CHIEF_EDITOR})

    class Meta:
        verbose_name = gettext_lazy("institution check")
        verbose_name_plural = gettext_lazy("institution checks")

    @classmethod
    def get_description(cls):
        return _("A lead teacher of the institution who is not an author.")

    def applies_to(self, page: Page) -> bool:
        return institution_of(page) is not None and not is_translation_of_approved(page)

    def holders(self, page: Page):
        return super().holders(page).filter(Q(institution=None) | Q(institution=institution_of(page)))

    def open_to(self, user, pages: rules.Pages) -> set[int]:
        return rules.may_check_for_the_institution(user, pages)


class PeerReviewTask(Step):
    """Independent reviewers who do not know whose text it is; the chief editor invites them and draws the conclusion.

    Its decision is taken in the review's own screens (`services.decisions`), which know reports and letters; the
    buttons of the page editor know neither.
    """

    roles = frozenset({Role.CHIEF_EDITOR})

    reviewers = models.PositiveSmallIntegerField(
        gettext_lazy("number of reviewers"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(6)],
    )
    days = models.PositiveSmallIntegerField(
        gettext_lazy("days for a review"),
        default=21,
        validators=[MinValueValidator(1), MaxValueValidator(180)],
    )
    scores_required = models.BooleanField(
        gettext_lazy("every criterion must be scored"),
        default=True,
        help_text=gettext_lazy(
            "Otherwise reviewers may leave criteria open; accuracy and dosing safety never."
        ),
    )

    admin_form_fields = [*Task.admin_form_fields, "reviewers", "days", "scores_required"]

    class Meta:
        verbose_name = gettext_lazy("peer review")
        verbose_name_plural = gettext_lazy("peer reviews")

    @classmethod
    def get_description(cls):
        return _("Independent reviewers, blind, by a rubric; for courses, lessons, cases and lectures.")

    def applies_to(self, page: Page) -> bool:
        return isinstance(page, TeachingPage) and not is_translation_of_approved(page)

    def open_to(self, user, pages: rules.Pages) -> set[int]:
        return rules.may_decide(user, pages)

    def refuse_unless_leading(self, page: Page, user) -> None:
        if not self.may_act(page, user):
            raise DecisionForbidden(_("Only a chief editor who has no part in the text leads its review."))

    def start(self, workflow_state, user=None):
        task_state = super().start(workflow_state, user=user)
        if task_state.status == TaskState.STATUS_IN_PROGRESS:
            Round.objects.begin(task_state)
        return task_state

    def get_actions(self, obj, user):
        return []

    def user_can_access_editor(self, obj, user) -> bool:
        return False

    def locked_for_user(self, obj, user) -> bool:
        return True


class PrivacyCheckTask(Step):
    """Children cannot agree to be shown: somebody looks at consent and identifiers for them (PIPL, articles 28-31)."""

    roles = frozenset({Role.PRIVACY_OFFICER})

    class Meta:
        verbose_name = gettext_lazy("privacy and consent check")
        verbose_name_plural = gettext_lazy("privacy and consent checks")

    @classmethod
    def get_description(cls):
        return _("A privacy officer who is not an author; for cases, and whatever shows or plays a patient.")

    def applies_to(self, page: Page) -> bool:
        return shows_patients(page) and not is_translation_of_approved(page)

    def open_to(self, user, pages: rules.Pages) -> set[int]:
        return rules.may_check_privacy(user, pages)


class TranslationCheckTask(Step):
    """A translation of an approved text needs one bilingual reader, not the whole path."""

    decides = True
    roles = frozenset({Role.REVIEWER, Role.LEAD_TEACHER, Role.CHIEF_EDITOR})

    class Meta:
        verbose_name = gettext_lazy("translation check")
        verbose_name_plural = gettext_lazy("translation checks")

    @classmethod
    def get_description(cls):
        return _("Somebody bilingual who had no part in the text or its translation.")

    def applies_to(self, page: Page) -> bool:
        return is_translation_of_approved(page)

    def holders(self, page: Page):
        return super().holders(page).filter(person__checks_translations=True)

    def open_to(self, user, pages: rules.Pages) -> set[int]:
        return rules.may_check_translations(user, pages)


class EditorialDecisionTask(Step):
    """The chief editor's word; with it the page goes live."""

    approval = gettext_lazy("Accept and publish")
    decides = True
    roles = frozenset({Role.CHIEF_EDITOR})

    class Meta:
        verbose_name = gettext_lazy("editorial decision")
        verbose_name_plural = gettext_lazy("editorial decisions")

    @classmethod
    def get_description(cls):
        return _("A chief editor who is not an author accepts and publishes, or returns.")

    def applies_to(self, page: Page) -> bool:
        return not is_translation_of_approved(page)

    def open_to(self, user, pages: rules.Pages) -> set[int]:
        return rules.may_decide(user, pages)


def step_applies(step: Task, page: Page) -> bool:
    """Whether `page` needs `step`; a task of another kind is always needed."""
    return not isinstance(step, Step) or step.applies_to(page)
