"""No way around the gate: every path that leads to readers, for everybody, with drafts that nobody has approved."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.test.utils.form_data import querydict_from_html

from courseware.catalogue.models import CoursePage
from courseware.network.enums import Role
from courseware.network.models import Agreement, Partner
from courseware.review.gate import refusals
from courseware.review.models import Correction
from courseware.review.services import submit
from home.models import User
from home.publication import PublicationRefused
from tests.factories.catalogue import CoursePageFactory, LessonPageFactory
from tests.factories.home import retitle_draft
from tests.factories.network import InstitutionFactory, account, agreement
from tests.factories.review import approve

SECRET = "未经评审的题目"


def never_reviewed(parent) -> CoursePage:
    return CoursePageFactory(parent=parent, title=SECRET, live=False)


def reviewed_before(parent) -> CoursePage:
    """Live as it was approved; its newest draft is another text."""
    return retitle_draft(CoursePageFactory(parent=parent, title="已评审的题目"), SECRET)


def rejected(parent) -> CoursePage:
    page = never_reviewed(parent)
    state = approve(page.latest_revision)
    last = state.task_states.order_by("-pk").first()
    TaskState.objects.filter(pk=last.pk).update(status=TaskState.STATUS_REJECTED)
    WorkflowState.objects.filter(pk=state.pk).update(status=WorkflowState.STATUS_NEEDS_CHANGES)
    return page


def rejected_after_approval(parent) -> CoursePage:
    """The same text was approved once, and then returned."""
    page = never_reviewed(parent)
    approve(page.latest_revision)
    state = approve(page.latest_revision)
    WorkflowState.objects.filter(pk=state.pk).update(status=WorkflowState.STATUS_CANCELLED)
    return page


def with_a_lapsed_agreement(parent) -> CoursePage:
    """Approved, but the institutions that made it have no agreement any more."""
    page = never_reviewed(parent)
    partner = InstitutionFactory(slug="hospital-b")
    agreement(parent.institution, partner, valid_to=timezone.localdate() - timedelta(days=1))
    draft = page.get_latest_revision_as_object()
    draft.partners = [Partner(institution=partner)]
    draft.save_revision()
    page.refresh_from_db()
    approve(page.latest_revision)
    return page


STATES = [never_reviewed, reviewed_before, rejected, rejected_after_approval, with_a_lapsed_agreement]
PEOPLE = [
    "contributor",
    "lead teacher",
    "reviewer",
    "privacy officer",
    "chief editor",
    "superuser",
    "translator",
]


@pytest.fixture
def somebody(a):
    def get(who: str) -> User:
        match who:
            case "contributor":
                return a.contributor
            case "lead teacher":
                return a.lead_teacher
            case "superuser":
                return User.objects.create_superuser("root", "root@example.org", "x")
            case "translator":
                user = account(Role.REVIEWER)
                grant(user, "submit_translation")
                return user
        return account(Role(who.replace(" ", "-")))

    return get


def grant(user, codename: str) -> None:
    from django.contrib.auth.models import Permission

    user.user_permissions.add(Permission.objects.get(codename=codename))


FILLED = {"title": SECRET} | {f"{stream}-count": "0" for stream in ("objectives", "outline", "prerequisites")}


def by_editor(client, page, user, **extra):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client.get(address)
    if answer.status_code == 200 and 'id="page-edit-form"' in answer.content.decode():
        fields = querydict_from_html(answer.content.decode(), form_id="page-edit-form")
        fields.update(FILLED | (extra or {"action-publish": "1"}))
        client.post(address, fields)


def by_creating_in_the_editor(client, page, user):
    address = reverse("wagtailadmin_pages:add", args=["catalogue", "coursepage", page.get_parent().pk])
    answer = client.get(address)
    if answer.status_code == 200:
        fields = querydict_from_html(answer.content.decode(), form_id="page-edit-form")
        fields.update(FILLED | {"action-publish": "1"})
        client.post(address, fields)


def by_bulk_action(client, page, user):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{address}?id={page.pk}", {})


def by_the_api_of_the_admin(client, page, user):
    for action in ("publish", "copy", "create_alias", "revert_to_page_revision"):
        address = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
        client.post(
            address,
            {"keep_live": True, "destination_page_id": page.get_parent().pk, "update_slug": "x", "slug": "y"}
            | {"revision_id": page.latest_revision_id},
            content_type="application/json",
        )


def by_copying_in_the_admin(client, page, user):
    client.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {"new_title": SECRET, "new_slug": "copied", "new_parent_page": page.get_parent().pk}
        | {"publish_copies": "on", "alias": ""},
    )


def by_an_alias_in_the_admin(client, page, user):
    client.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {"new_title": SECRET, "new_slug": "aliased", "new_parent_page": page.get_parent().pk}
        | {"publish_copies": "on", "alias": "on"},
    )


def by_moving(client, page, user):
    address = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, page.get_parent().get_parent().pk])
    client.post(address)


def by_revision(client, page, user):
    page.latest_revision.publish(user=user)


def by_revision_without_permission_checks(client, page, user):
    page.latest_revision.publish(user=user, skip_permission_checks=True)


def by_page_method(client, page, user):
    page.publish(page.latest_revision, user=user, skip_permission_checks=True)


def by_stock_action(client, page, user):
    PublishPageRevisionAction(page.latest_revision, user=user).execute(skip_permission_checks=True)


def by_saving_the_row(client, page, user):
    page.title, page.live = SECRET, True
    page.save()


def by_saving_the_row_as_a_plain_page(client, page, user):
    row = Page.objects.get(pk=page.pk)
    row.title, row.live = SECRET, True
    row.save()


def by_naming_the_fields_to_save(client, page, user):
    page.title, page.live = SECRET, True
    page.save(update_fields=["title", "live"])


def by_updating_rows(client, page, user):
    CoursePage.objects.filter(pk=page.pk).update(title=SECRET, live=True)


def by_copying(client, page, user):
    page.copy(keep_live=True, update_attrs={"slug": f"c{page.pk}", "title": SECRET})


def by_stock_copying(client, page, user):
    CopyPageAction(page, update_attrs={"slug": f"d{page.pk}", "title": SECRET}, keep_live=True).execute(
        skip_permission_checks=True
    )


def by_creating(client, page, user):
    above = Page.objects.get(pk=page.get_parent().pk)
    above.add_child(instance=CoursePage(title=SECRET, slug=f"made-{page.pk}", live=True))


def by_alias(client, page, user):
    page.get_latest_revision_as_object().create_alias(
        parent=Page.objects.get(pk=page.get_parent().pk), update_slug=f"z{page.pk}"
    )


def by_schedule(client, page, user):
    page.latest_revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    page.latest_revision.save(update_fields=["approved_go_live_at"])
    call_command("publish_scheduled")


def by_an_urgent_correction(client, page, user):
    """Alone: asking and agreeing with one's own word."""
    client.post(reverse("review:ask_correction", args=[page.pk]), {"reason": "更正"})
    for correction in Correction.objects.filter(page=page):
        client.post(reverse("review:correction", args=[correction.pk]))


def by_poking_the_review(client, page, user):
    """JSON that stock hands to the step unread, on a review that is under way."""
    submit(page=page, by=None)
    state = CoursePage.objects.get(pk=page.pk).current_workflow_task_state
    by_editor(
        client,
        page,
        user,
        **{"action-workflow-action": "1", "workflow-action-name": "approve"},
        **{"workflow-action-extra-data": '{"update": false, "user": 1}'},
    )
    client.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]), {"update": ""}
    )


PATHS = [name for name in list(globals()) if name.startswith("by_")]


def public_titles() -> list[str]:
    return list(Page.objects.filter(live=True, title=SECRET).values_list("title", flat=True))


# The gate decides before any database is asked to write; what databases do differently, two at the same
# moment, is tested on each of them (test_races.py).
@pytest.mark.once
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("who", PEOPLE)
def test_nobody_publishes_what_nobody_approved(client, a, somebody, who, state):
    user = somebody(who)
    client.force_login(user)
    published = {}
    for path in PATHS:
        page = state(Page.objects.get(pk=a.page.pk).specific)
        with suppress(PublicationRefused), transaction.atomic():
            globals()[path](client, page, user)
        published[path] = public_titles()
    assert {path: titles for path, titles in published.items() if titles} == {}


def test_a_lapsed_agreement_takes_nothing_offline(a, b, shared):
    Agreement.objects.update(valid_to=timezone.localdate() - timedelta(days=1))
    assert CoursePage.objects.get(pk=shared.pk).live is True


def test_a_lesson_of_a_course_that_is_made_together_needs_the_agreement_too(in_english, a, b, shared):
    lesson = LessonPageFactory(parent=shared, live=False)
    approve(lesson.latest_revision)
    Agreement.objects.update(valid_to=timezone.localdate() - timedelta(days=1))
    assert refusals(lesson.latest_revision) == [
        f"No agreement between {a.institution} and {b.institution} is in force."
    ]


def test_what_was_approved_is_published(a):
    page = never_reviewed(a.page)
    approve(page.latest_revision)
    page.latest_revision.publish()
    assert public_titles() == [SECRET]
