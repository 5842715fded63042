"""Two steps before publication, by Wagtail's own workflow: the institution's lead teacher, then a chief editor.

An interim: the review room replaces it with the full path.
"""

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from courseware.network.enums import Role
from courseware.network.models import Institution, InstitutionPage

EDITORS = "主编审核 · Chief editor"


def assign(groups: dict[tuple[Role, int | None], Group]) -> None:
    """Every branch has its own workflow, whose first step only its own lead teachers can take."""
    tasks = {
        task.name: task for task in GroupApprovalTask.objects.filter(active=True).prefetch_related("groups")
    }
    workflows = {workflow.name: workflow for workflow in Workflow.objects.filter(active=True)}
    final = _task(tasks, EDITORS, groups[(Role.CHIEF_EDITOR, None)])
    wanted = {
        root: _workflow(workflows, EDITORS, [final])
        for root in Page.objects.filter(depth=1).values_list("pk", flat=True)
    }
    of_institution = {}
    for pk, slug in Institution.objects.values_list("pk", "slug"):
        lead = groups[(Role.LEAD_TEACHER, pk)]
        first = _task(tasks, f"单位负责人审核 · Lead teacher ({slug})", lead)
        of_institution[pk] = _workflow(workflows, f"两级审核 · Two steps ({slug})", [first, final])
    for page, institution in InstitutionPage.objects.values_list("pk", "institution_id"):
        wanted[page] = of_institution[institution]
    assigned = dict(WorkflowPage.objects.values_list("page_id", "workflow_id"))
    for page, workflow in wanted.items():
        if assigned.get(page) != workflow.pk:
            WorkflowPage.objects.update_or_create(page_id=page, defaults={"workflow": workflow})


def _task(known: dict[str, GroupApprovalTask], name: str, group: Group) -> GroupApprovalTask:
    """The task of that name, for that group alone; made where it is missing."""
    if name not in known:
        known[name] = GroupApprovalTask.objects.create(name=name)
    if [row.pk for row in known[name].groups.all()] != [group.pk]:
        known[name].groups.set([group])
    return known[name]


def _workflow(known: dict[str, Workflow], name: str, tasks: list[GroupApprovalTask]) -> Workflow:
    """The workflow of that name; made with its steps where it is missing."""
    if name not in known:
        known[name] = Workflow.objects.create(name=name)
        for order, task in enumerate(tasks):
            WorkflowTask.objects.create(workflow=known[name], task=task, sort_order=order)
    return known[name]
