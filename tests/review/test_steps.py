"""Who takes which step of the review: the institution's own lead teacher, a privacy officer, a chief editor."""

import pytest
from django.core import mail
from django.urls import reverse

from courseware.network.enums import Role
from courseware.review import services
from courseware.review.models import PeerReviewTask
from home.models import User
from tests.factories.catalogue import CasePageFactory
from tests.factories.network import account, branch
from tests.factories.peers import pass_peer_review


@pytest.fixture
def submitted(a, chief_editor):
    """A draft of A that its contributor has submitted."""
    case = CasePageFactory(parent=a.page, live=False, owner=a.contributor)
    case.get_workflow().start(case, a.contributor)
    return case


@pytest.fixture
def officer(db) -> User:
    return account(Role.PRIVACY_OFFICER)


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def actions(page, user: User) -> list[str]:
    page = fresh(page)
    task = page.current_workflow_task
    return sorted(name for name, _label, _more in task.get_actions(page, User.objects.get(pk=user.pk)))


def approve(client, page, user: User) -> None:
    """By the address that the button of the admin posts to."""
    state = fresh(page).current_workflow_task_state
    client.force_login(user)
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]))


def test_a_contributor_submits_but_does_not_publish(a, submitted):
    rights = fresh(submitted).permissions_for_user(a.contributor)
    assert (rights.can_publish(), rights.can_submit_for_moderation()) == (
        False,
        False,
    )  # it is submitted already


def test_the_lead_teacher_of_the_institution_may_take_the_first_step(a, submitted):
    assert actions(submitted, a.lead_teacher) == ["approve", "approve", "reject"]


@pytest.mark.parametrize("who", ["lead teacher of B", "contributor of A", "reviewer", "chief editor"])
def test_nobody_else_may_take_the_first_step(a, b, submitted, chief_editor, who):
    people = {
        "lead teacher of B": b.lead_teacher,
        "contributor of A": a.contributor,
        "reviewer": account(Role.REVIEWER),
        "chief editor": chief_editor,
    }
    assert actions(submitted, people[who]) == []


@pytest.mark.parametrize("who", ["b", "a"])
def test_an_approval_by_somebody_else_changes_nothing(client, a, b, submitted, who):
    before = fresh(submitted).current_workflow_task
    approve(client, submitted, {"b": b.lead_teacher, "a": a.contributor}[who])
    assert fresh(submitted).current_workflow_task == before


def test_the_approvals_before_it_hand_it_to_the_chief_editor(client, a, submitted, officer, chief_editor):
    approve(client, submitted, a.lead_teacher)
    pass_peer_review(submitted, chief_editor)
    approve(client, submitted, officer)
    assert actions(submitted, chief_editor) == ["approve", "approve", "reject"]


def test_after_one_step_it_is_not_yet_live(client, a, submitted):
    approve(client, submitted, a.lead_teacher)
    assert fresh(submitted).live is False


def test_the_lead_teacher_cannot_take_the_second_step(client, a, submitted):
    for _step in range(2):
        approve(client, submitted, a.lead_teacher)
    assert fresh(submitted).live is False


def test_after_all_steps_it_is_live(client, a, submitted, officer, chief_editor):
    approve(client, submitted, a.lead_teacher)
    pass_peer_review(submitted, chief_editor)
    for user in (officer, chief_editor):
        approve(client, submitted, user)
    assert fresh(submitted).live is True


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.PRIVACY_OFFICER])
def test_reviewers_and_privacy_officers_enter_the_admin(client, a, role):
    client.force_login(account(role))
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.PRIVACY_OFFICER])
def test_reviewers_and_privacy_officers_edit_nothing(client, a, case, submitted, role):
    client.force_login(account(role))
    answers = [
        client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])) for page in (a.page, case, submitted)
    ]
    assert [answer.status_code for answer in answers] == [403, 403, 403]


def test_somebody_affiliated_does_not_enter_the_admin(client, a):
    client.force_login(account(Role.AFFILIATED, a.institution))
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


def test_both_language_branches_go_the_same_way(a):
    english = branch("hospital-a", "en", twin=a.page)
    assert a.page.get_workflow() == english.get_workflow()


def test_after_a_step_one_is_led_to_what_waits_and_not_into_another_institution(
    client, a, submitted, officer, chief_editor
):
    approve(client, submitted, a.lead_teacher)
    pass_peer_review(submitted, chief_editor)
    state = fresh(submitted).current_workflow_task_state
    client.force_login(officer)
    address = reverse("wagtailadmin_pages:workflow_action", args=[submitted.pk, "approve", state.pk])
    answer = client.post(address, follow=True)
    assert (answer.status_code, answer.request["PATH_INFO"]) == (200, reverse("review:work"))


def test_the_modal_window_leads_to_what_waits_as_well(client, a, submitted):
    state = fresh(submitted).current_workflow_task_state
    client.force_login(a.lead_teacher)
    address = reverse("wagtailadmin_pages:workflow_action", args=[submitted.pk, "reject", state.pk])
    answer = client.post(address, {"comment": "请补充"}, headers={"x-requested-with": "XMLHttpRequest"})
    assert (answer.json()["step"], answer.json()["redirect"]) == ("success", reverse("review:work"))


def test_numbers_of_reviewers_and_days_are_set_in_the_admin(client, db):
    client.force_login(User.objects.create_superuser("root", "root@example.org", "x"))
    task = PeerReviewTask.objects.get()
    address = reverse("wagtailadmin_workflows:edit_task", args=[task.pk])
    client.post(address, {"name": task.name, "reviewers": "3", "days": "10", "scores_required": "on"})
    task.refresh_from_db()
    assert (task.reviewers, task.days) == (3, 10)


def test_a_chief_editor_says_what_sections_are_experts_in(client, chief_editor):
    client.force_login(chief_editor)
    assert client.get(reverse("wagtailsnippets_review_sectionscope:list")).status_code == 200


def test_who_may_take_a_step_is_told_when_it_begins_and_nobody_else(
    a, b, chief_editor, django_capture_on_commit_callbacks
):
    """Stock tells superusers, of its own kinds of steps alone."""
    User.objects.create_superuser("root", "root@example.org", "x")
    case = CasePageFactory(parent=a.page, live=False, owner=a.contributor)
    with django_capture_on_commit_callbacks(execute=True):
        services.submit(page=case, by=a.contributor)
    told = [message.to for message in mail.outbox if "单位审核" in message.subject]
    assert told == [[a.lead_teacher.email]]
