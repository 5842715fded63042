"""Decisions: by whom, on what, once."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import TaskState, WorkflowState
from wagtail.test.utils.form_data import querydict_from_html

from courseware.catalogue.enums import Stage
from courseware.network.enums import Role
from courseware.network.models import Membership
from courseware.review.conflicts import DecisionConflict
from courseware.review.models import EditorialDecisionTask
from courseware.review.services import submit
from home.models import User
from home.publication import PublicationRefused
from tests.factories.catalogue import CasePageFactory, ContributionFactory, CoursePageFactory
from tests.factories.home import retitle_draft
from tests.factories.network import account
from tests.factories.peers import pass_peer_review


@pytest.fixture
def submitted(a):
    page = CoursePageFactory(parent=a.page, live=False, owner=a.contributor)
    submit(page=page, by=a.contributor)
    return page


@pytest.fixture
def at_the_editor(submitted, a, chief_editor):
    take(submitted, a.lead_teacher)
    pass_peer_review(submitted, chief_editor)
    return submitted


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def step_of(page) -> TaskState:
    return fresh(page).current_workflow_task_state


def take(page, user, action: str = "approve", /, **data) -> None:
    state = step_of(page)
    state.task.specific.on_action(state, user, action, **data)


def address(page, action: str = "approve", state: TaskState | None = None) -> str:
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, (state or step_of(page)).pk])


def test_two_approvals_publish_exactly_what_was_approved(at_the_editor, chief_editor):
    revision = at_the_editor.latest_revision
    take(at_the_editor, chief_editor)
    page = fresh(at_the_editor)
    assert (page.live, page.live_revision) == (True, revision)


def test_readers_are_told_when_it_was_reviewed_and_when_again(at_the_editor, chief_editor):
    take(at_the_editor, chief_editor)
    page = fresh(at_the_editor)
    assert (page.review_due - page.reviewed_on).days == 730


def test_a_text_that_is_returned_waits_for_its_author(submitted, a):
    take(submitted, a.lead_teacher, "reject", comment="请补充参考文献")
    state = fresh(submitted).current_workflow_state
    assert (state.status, state.current_task_state.comment) == ("needs_changes", "请补充参考文献")


def test_a_superuser_takes_no_step(submitted):
    root = User.objects.create_superuser("root", "root@example.org", "x")
    with pytest.raises(PermissionDenied):
        take(submitted, root)


@pytest.mark.parametrize("part", ["owner", "submitter", "reviser", "credited live", "credited in the draft"])
def test_nobody_judges_a_text_in_which_they_have_a_part(a, part):
    page = CoursePageFactory(parent=a.page, live=False)
    person = a.lead_teacher
    match part:
        case "owner":
            page.owner = person
            page.save()
        case "submitter":
            submit(page=page, by=person)
        case "reviser":
            page.save_revision(user=person)
        case "credited live":
            ContributionFactory(page=page, person=person.person)
        case "credited in the draft":
            draft = page.get_latest_revision_as_object()
            draft.contributions.add(ContributionFactory.build(page=draft, person=person.person))
            draft.save_revision()
    submit(page=fresh(page), by=None)
    with pytest.raises(PermissionDenied):
        take(page, person)


def test_a_chief_editor_stands_in_where_every_lead_teacher_is_an_author(a, chief_editor):
    page = CoursePageFactory(parent=a.page, live=False, owner=a.lead_teacher)
    submit(page=page, by=a.lead_teacher)
    take(page, chief_editor)
    assert step_of(page).task.name == "同行评审 · Peer review"


def test_a_chief_editor_does_not_stand_in_where_a_lead_teacher_is_free(submitted, chief_editor):
    with pytest.raises(PermissionDenied):
        take(submitted, chief_editor)


def test_somebody_whose_membership_ends_during_the_step_takes_it_no_more(submitted, a):
    Membership.objects.filter(person__account=a.lead_teacher).delete()
    with pytest.raises(PermissionDenied):
        take(submitted, User.objects.get(pk=a.lead_teacher.pk))


def test_a_second_decision_names_the_first(in_english, submitted, a):
    state = step_of(submitted)
    take(submitted, a.lead_teacher)
    with pytest.raises(DecisionConflict) as refused:
        state.task.specific.on_action(state, a.lead_teacher, "reject")
    assert str(refused.value).startswith(f"{a.lead_teacher.person} has decided on this step already, on ")


def test_a_second_click_is_answered_409_with_who_and_when(client, submitted, a):
    client.force_login(a.lead_teacher)
    twice = address(submitted)
    assert [client.post(twice).status_code for _click in range(2)] == [302, 409]
    assert str(a.lead_teacher.person) in client.post(twice).content.decode()


def test_a_second_click_writes_nothing(client, submitted, a):
    client.force_login(a.lead_teacher)
    twice = address(submitted)
    client.post(twice)
    before = list(TaskState.objects.values_list("pk", "status"))
    client.post(twice)
    assert list(TaskState.objects.values_list("pk", "status")) == before


def test_the_page_of_the_address_must_be_the_page_of_the_step(client, submitted, a):
    other = CoursePageFactory(parent=a.page, live=False, owner=a.contributor)
    submit(page=other, by=a.contributor)
    client.force_login(a.lead_teacher)
    assert client.post(address(other, state=step_of(submitted)), follow=True).status_code == 404
    assert [step_of(page).status for page in (submitted, other)] == ["in_progress", "in_progress"]


def test_json_poked_into_an_action_changes_nothing_but_the_comment(submitted, a):
    take(submitted, a.lead_teacher, "reject", update=False, user=1, comment="退回")
    state = WorkflowState.objects.get(object_id=str(submitted.pk))
    assert (state.status, state.current_task_state.finished_by) == ("needs_changes", a.lead_teacher)


def test_an_action_that_does_not_exist_is_refused(submitted, a):
    with pytest.raises(PermissionDenied):
        take(submitted, a.lead_teacher, "publish")


def test_a_text_that_changes_during_the_review_is_judged_from_the_beginning(at_the_editor, a):
    retitle_draft(fresh(at_the_editor), "改过的题目")
    state = step_of(at_the_editor)
    assert (state.task.name, state.revision) == (
        "单位审核 · Institution check",
        fresh(at_the_editor).latest_revision,
    )


def test_an_approval_of_the_text_before_the_change_is_worth_nothing(at_the_editor, a, chief_editor):
    old = at_the_editor.latest_revision
    retitle_draft(fresh(at_the_editor), "改过的题目")
    with pytest.raises(PublicationRefused):
        old.publish(user=chief_editor)


def test_autosave_never_rewrites_a_text_that_was_submitted(submitted):
    before = submitted.latest_revision
    draft = fresh(submitted).get_latest_revision_as_object()
    draft.title = "自动保存的题目"
    after = draft.save_revision(overwrite_revision=before)
    before.refresh_from_db()
    assert (after == before, before.content["title"] == "自动保存的题目") == (False, False)


def test_autosave_still_rewrites_a_draft_that_nobody_was_shown(a):
    page = CoursePageFactory(parent=a.page, live=False)
    revision = page.latest_revision
    draft = page.get_latest_revision_as_object()
    draft.title = "自动保存的题目"
    assert draft.save_revision(overwrite_revision=revision) == revision


def test_nobody_changes_the_text_while_it_is_judged(client, submitted, a):
    client.force_login(a.contributor)
    page = client.get(reverse("wagtailadmin_pages:edit", args=[submitted.pk]))
    assert page.context["locked_for_user"] is True


def test_a_step_that_is_switched_off_during_the_review_is_stepped_over(submitted):
    step_of(submitted).task.specific.deactivate()
    assert step_of(submitted).task.name == "同行评审 · Peer review"
    step_of(submitted).task.specific.deactivate()
    assert step_of(submitted).task.name == "编辑决定 · Editorial decision"


def test_the_last_word_is_not_switched_off_while_somebody_waits_for_it(in_english, at_the_editor):
    with pytest.raises(DecisionConflict, match=r"1 review waits at this step: decide on it first\."):
        step_of(at_the_editor).task.specific.deactivate()
    assert (step_of(at_the_editor).status, fresh(at_the_editor).live) == ("in_progress", False)


def test_without_a_last_word_nothing_is_published(submitted, a, chief_editor):
    EditorialDecisionTask.objects.get().deactivate()
    take(submitted, a.lead_teacher)
    with pytest.raises(DecisionConflict):
        pass_peer_review(submitted, chief_editor)
    assert (step_of(submitted).status, fresh(submitted).live) == ("in_progress", False)


@pytest.mark.parametrize("submissions", [1, 50])
def test_a_board_of_submissions_costs_the_same_with_one_and_with_fifty(
    a, chief_editor, submissions, django_assert_num_queries
):
    for _number in range(submissions):
        page = CoursePageFactory(parent=a.page, live=False, owner=a.contributor)
        submit(page=page, by=a.contributor)
        take(page, a.lead_teacher)
    user = User.objects.get(pk=chief_editor.pk)
    list(TaskState.objects.reviewable_by(user))
    with django_assert_num_queries(28):
        assert len(TaskState.objects.reviewable_by(user)) == submissions


def test_an_account_of_the_network_alone_cannot_submit_for_others(client, submitted):
    client.force_login(account(Role.REVIEWER))
    assert client.post(address(submitted)).status_code == 403


def test_an_approval_in_the_editor_that_changes_nothing_makes_nobody_a_reviser(client, a, chief_editor):
    """The form of a case always says that it has changed."""
    page = CasePageFactory(parent=a.page, live=False, owner=a.contributor)
    submit(page=page, by=a.contributor)
    client.force_login(a.lead_teacher)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    fields = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    fields.update({"action-workflow-action": "1", "workflow-action-name": "approve"})
    fields.update({f"{stage.field_name}-count": "0" for stage in Stage})
    fields.pop("mesh")  # read from the page's source as chosen; a browser sends nothing
    client.post(address, fields)
    assert step_of(page).task.name == "同行评审 · Peer review"
    assert fresh(page).latest_revision == page.latest_revision
