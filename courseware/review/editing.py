"""What the editor's screens do differently."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from courseware.review.timeline import points_to_answer
from courseware.review.translations import translation_of


def submit_translation(request, page):
    """Answer the button of wagtail-localize's editor that publishes: it submits. None for everything else."""
    record = translation_of(page) if not page.alias_of_id else None
    if record is None:
        return None
    # The button is shown to whoever may publish; here that is whoever may edit.
    page.publishing_submits = True
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    if not page.permissions_for_user(request.user).can_edit():
        return None  # refused by the view itself
    try:
        record.save_target(user=request.user, publish=True)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(
            request,
            _("The translation of “%(title)s” has been submitted for review.") % {"title": page.title},
        )
    return redirect("wagtailadmin_pages:edit", page.pk)


SUBMITTING = ("action-submit", "action-restart-workflow")


def answers_come_first(request, page) -> None:
    """Whoever submits a text again before all points are answered has it saved, and is led to the points."""
    if request.method != "POST" or not any(name in request.POST for name in SUBMITTING):
        return
    if not any(not point.response for point in points_to_answer(page)):
        return
    # The draft is saved all the same: nothing typed is lost.
    request.POST = request.POST.copy()
    for name in SUBMITTING:
        request.POST.pop(name, None)
    request.answers_come_first = True


def back_to_the_queue(request, page):
    """Whoever has taken a step goes back to what waits: the branch that stock leads to may be another institution's."""
    return redirect("review:work") if request.POST.get("action-workflow-action") else None


def to_the_answers(request, page):
    if not getattr(request, "answers_come_first", False):
        return None
    messages.warning(
        request, _("Your draft is saved. Answer every point of the reviewers, then send it back from here.")
    )
    return redirect("review:answers", page.pk)
