"""Whether a revision may become public: a list of small conditions, each with the sentence it refuses with.

``settings.PUBLICATION_GATE`` names `refusals`; `home.publication` asks it on every path that leads to readers.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, Revision, TaskState, WorkflowState

from courseware.network.agreements import objections
from courseware.network.models import Partner
from courseware.network.territory import institution_of
from courseware.review.dossier import forbidden
from courseware.review.models import Correction, step_applies
from courseware.review.patients import consent_is_missing
from courseware.review.translations import discrepancies, source_of, untranslated


@dataclass(frozen=True)
class Candidate:
    """A revision on its way to readers."""

    revision: Revision

    @cached_property
    def is_urgent_correction(self) -> bool:
        """Whether two people have put it before everything else (`services.corrections`)."""
        return Correction.objects.filter(revision=self.revision, agreed_at__isnull=False).exists()

    @cached_property
    def draft(self) -> Page:
        """The page as it would become."""
        return self.revision.as_object()


Condition = Callable[[Candidate], Iterator[str]]


def reviewed(candidate: Candidate) -> Iterator[str]:
    """Every active step of the newest review of exactly this revision ended well."""
    states = WorkflowState.objects.filter(task_states__revision=candidate.revision)
    newest = states.order_by("-created_at", "-pk").first()
    if newest is None:
        yield _("Nobody has reviewed this version yet.")
        return
    if newest.status != WorkflowState.STATUS_APPROVED:
        yield _("The review of this version has not ended with an approval.")
        return
    steps = [task.specific for task in newest.workflow.tasks.filter(active=True)]
    approved = TaskState.objects.filter(
        workflow_state=newest, revision=candidate.revision, status=TaskState.STATUS_APPROVED
    )
    done = set(approved.values_list("task_id", flat=True))
    if not any(step.pk in done and getattr(step, "decides", False) for step in steps):
        yield _("Nobody has decided that this version may be published.")
    for step in steps:
        if step.pk not in done and step_applies(step, candidate.draft):
            yield _("“%(step)s” has not approved exactly this version.") % {"step": step}


def has_consent(candidate: Candidate) -> Iterator[str]:
    """No case becomes public without a whole record of its consent; the paper stays with the institution."""
    gaps = consent_is_missing(candidate.draft)
    if gaps:
        yield _("The consent record is not complete: %(fields)s.") % {"fields": ", ".join(gaps)}


def is_agreed(candidate: Candidate) -> Iterator[str]:
    """What institutions make together is published while an agreement between them holds, under a licence it allows."""
    page = candidate.draft
    lead = institution_of(page)
    if lead is None or not hasattr(page, "licence"):
        return
    # A lesson is made by those who make its course.
    above = Partner.objects.filter(page__path=page.path[: -page.steplen]).select_related("institution")
    partners = {row.institution for row in (*page.partners.all(), *above)}
    yield from objections(lead, sorted(partners, key=lambda institution: institution.pk), page.licence)


def translated(candidate: Candidate) -> Iterator[str]:
    """A translation stands wholly in its own language: stock fills its gaps with the source."""
    gaps = untranslated(candidate.draft)
    if gaps:
        yield ngettext(
            "%(number)d passage is not translated yet: “%(passage)s”",
            "%(number)d passages are not translated yet; the first: “%(passage)s”",
            len(gaps),
        ) % {"number": len(gaps), "passage": Truncator(strip_tags(gaps[0])).chars(60)}


def keeps_the_numbers(candidate: Candidate) -> Iterator[str]:
    """Every number of the source stands in the translation, with its unit."""
    source = source_of(candidate.draft)
    for gap in discrepancies(source, candidate.draft) if source else ():
        yield _("In the passage “%(passage)s” the source says %(lost)s, the translation does not.") % {
            "passage": Truncator(gap.passage).chars(60),
            "lost": ", ".join(str(quantity) for quantity in gap.lost),
        }


def found_sound(candidate: Candidate) -> Iterator[str]:
    """No reviewer's newest word forbids it: accuracy, dosing safety and privacy are nobody's to overlook."""
    page = Page.objects.filter(pk=candidate.revision.object_id).first()
    yield from forbidden(page) if page else ()


CONDITIONS: list[Condition] = [
    reviewed,
    found_sound,
    has_consent,
    is_agreed,
    translated,
    keeps_the_numbers,
]

# What an urgent correction does not wait for. Consent, translation and numbers it does.
WAIVED = (reviewed, found_sound, is_agreed)


def refusals(revision: Revision) -> list[str]:
    """Why `revision` may not become public, in the reader's language; empty when it may."""
    candidate = Candidate(revision)
    asked = [
        condition for condition in CONDITIONS if not (condition in WAIVED and candidate.is_urgent_correction)
    ]
    return [sentence for condition in asked for sentence in condition(candidate)]
