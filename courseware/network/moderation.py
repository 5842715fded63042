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
    final = _task(EDITORS, groups[(Role.CHIEF_EDITOR, None)])
    everywhere = _workflow("主编审核 · Chief editor", [final])
    for root in Page.objects.filter(depth=1):
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": everywhere})
    institutions = {row.pk: row for row in Institution.objects.all()}
    workflows = {}
    for pk, institution in institutions.items():
        first = _task(f"单位负责人审核 · Lead teacher ({institution.slug})", groups[(Role.LEAD_TEACHER, pk)])
        workflows[pk] = _workflow(f"两级审核 · Two steps ({institution.slug})", [first, final])
    assigned = dict(WorkflowPage.objects.values_list("page_id", "workflow_id"))
    for page, institution in InstitutionPage.objects.values_list("pk", "institution_id"):
        if assigned.get(page) != workflows[institution].pk:
            WorkflowPage.objects.update_or_create(
                page_id=page, defaults={"workflow": workflows[institution]}
            )


def _task(name: str, group: Group) -> GroupApprovalTask:
    task = GroupApprovalTask.objects.filter(name=name, active=True).first()
    if task is None:
        task = GroupApprovalTask.objects.create(name=name)
    task.groups.set([group])
    return task


def _workflow(name: str, tasks: list[GroupApprovalTask]) -> Workflow:
    workflow, created = Workflow.objects.get_or_create(name=name, active=True)
    if created:
        for order, task in enumerate(tasks):
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    return workflow
