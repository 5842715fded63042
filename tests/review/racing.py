"""What a race needs: submissions that wait for the last word, and two chief editors.

Run inside the site that races: ``manage.py shell -c "from tests.review.racing import prepare; prepare(60)"``.
"""

from courseware.network.enums import Role
from courseware.review.services import submit
from tests.factories.catalogue import CoursePageFactory
from tests.factories.network import account, branch

PASSWORD = "correct horse"  # what the factory of accounts sets
LAST = "编辑决定 · Editorial decision"
EDITORS = ("editor-a", "editor-b")


def prepare(number: int) -> None:
    page = branch("hospital-a")
    author = account(Role.CONTRIBUTOR, page.institution)
    lead_teacher = account(Role.LEAD_TEACHER, page.institution)
    for name in EDITORS:
        editor = account(Role.CHIEF_EDITOR)
        editor.username = name
        editor.save()
    for place in range(number):
        course = CoursePageFactory(
            parent=page, live=False, owner=author, title=f"竞速 {place}", slug=f"race-{place}"
        )
        submit(page=course, by=author)
        waiting = type(course).objects.get(pk=course.pk).current_workflow_task_state
        waiting.task.specific.on_action(waiting, lead_teacher, "approve")
        # The peer review has its own tests; here it has simply been passed.
        type(course).objects.get(pk=course.pk).current_workflow_task_state.approve(user=None)


def waiting() -> list[tuple[int, int]]:
    """Page and step of each submission that waits, in order."""
    from wagtail.models import TaskState

    states = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).order_by("pk")
    return [(int(state.revision.object_id), state.pk) for state in states.select_related("revision")]


def outcomes() -> list[tuple[str, bool, int]]:
    """Of each submission: how its review ended, whether it is live, how many decisions were logged."""
    from wagtail.models import Page, PageLogEntry, WorkflowState

    found = []
    for page in Page.objects.filter(slug__startswith="race-").order_by("pk"):
        state = WorkflowState.objects.get(object_id=str(page.pk))
        decisions = PageLogEntry.objects.filter(
            page=page,
            action__in=("wagtail.workflow.approve", "wagtail.workflow.reject"),
            user__username__in=EDITORS,
            data__workflow__task__title=LAST,
        )
        found.append((state.status, page.live, decisions.count()))
    return found
