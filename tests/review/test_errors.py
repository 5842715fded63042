"""Readers report errors, editors settle them, everybody reads what came of it."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from courseware.review.models import ErrorReport
from courseware.review.views.readers import PER_HOUR

FILLED = {
    "kind": "dose",
    "place": "第 9 阶段",
    "text": "阿莫西林剂量应为每日 80 mg/kg",
    "email": "",
    "website": "",
}


@pytest.fixture(autouse=True)
def _a_new_hour():
    cache.clear()


@pytest.fixture
def form(shared) -> str:
    return reverse("errata:report", args=[shared.pk])


@pytest.fixture
def reported(client, form) -> ErrorReport:
    client.post(form, FILLED)
    return ErrorReport.objects.get()


def test_a_reader_reports_an_error_without_an_account(client, form):
    answer = client.post(form, FILLED, follow=True)
    report = ErrorReport.objects.get()
    assert (answer.status_code, report.kind, report.state) == (200, "dose", "received")


@pytest.mark.parametrize("missing", ["kind", "text"])
def test_what_is_missing_is_said_and_nothing_typed_is_lost(client, form, missing):
    answer = client.post(form, FILLED | {missing: ""})
    page = answer.content.decode()
    assert (answer.status_code, "第 9 阶段" in page, ErrorReport.objects.count()) == (400, True, 0)


def test_a_form_that_a_robot_filled_in_is_thrown_away(client, form):
    client.post(form, FILLED | {"website": "https://example.org"})
    assert ErrorReport.objects.count() == 0


def test_too_many_reports_of_one_reader_wait(client, form):
    answers = [client.post(form, FILLED).status_code for _number in range(PER_HOUR + 1)]
    assert answers == [302] * PER_HOUR + [429]
    assert client.post(form, FILLED, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_nothing_tells_who_reported(client, reported):
    names = {field.name for field in ErrorReport._meta.get_fields()}
    assert names & {"ip", "address", "user_agent", "session"} == set()


def test_a_draft_has_no_form(client, a):
    from tests.factories.catalogue import CoursePageFactory

    draft = CoursePageFactory(parent=a.page, live=False)
    assert client.get(reverse("errata:report", args=[draft.pk])).status_code == 404


def test_the_list_shows_kind_and_outcome_but_not_what_the_reader_wrote(client, reported, a):
    client.force_login(a.lead_teacher)
    client.post(
        reverse("review:error", args=[reported.pk]), {"state": "corrected", "outcome": "剂量已更正。"}
    )
    client.logout()
    page = client.get(reverse("errata:list") + f"?page={reported.page_id}").content.decode()
    assert ("剂量已更正。" in page, reported.text in page, "第 9 阶段" in page) == (True, False, False)


def test_an_outcome_is_said_in_a_sentence(client, reported, a):
    client.force_login(a.lead_teacher)
    answer = client.post(reverse("review:error", args=[reported.pk]), {"state": "corrected", "outcome": ""})
    reported.refresh_from_db()
    assert (answer.status_code, reported.state) == (400, "received")


@pytest.mark.parametrize(
    ("who", "status"),
    [("a.lead_teacher", 200), ("chief", 200), ("a.contributor", 403), ("b.lead_teacher", 403)],
)
def test_who_answers_for_the_page_reads_the_report(client, a, b, chief_editor, reported, who, status):
    people = {
        "a.lead_teacher": a.lead_teacher,
        "chief": chief_editor,
        "a.contributor": a.contributor,
        "b.lead_teacher": b.lead_teacher,
    }
    client.force_login(people[who])
    assert client.get(reverse("review:error", args=[reported.pk])).status_code == status


def test_urgent_errors_come_first_in_the_queue(client, a, shared, form):
    for kind in ("wording", "dose"):
        client.post(form, FILLED | {"kind": kind})
    client.force_login(a.lead_teacher)
    assert [row.kind for row in client.get(reverse("review:work")).context["errors"]] == ["dose", "wording"]


@pytest.mark.parametrize("number", ["x", "0", "999999999999999"])
def test_a_list_of_a_page_that_is_not_there(client, db, number):
    assert client.get(reverse("errata:list") + f"?page={number}").status_code == 404


def test_an_empty_list_says_so(client, db):
    assert client.get(reverse("errata:list")).status_code == 200


def test_a_reader_is_answered_and_the_address_forgotten(client, a, form, django_capture_on_commit_callbacks):
    client.post(form, FILLED | {"email": "reader@example.org"})
    report = ErrorReport.objects.get()
    client.force_login(a.lead_teacher)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            reverse("review:error", args=[report.pk]), {"state": "corrected", "outcome": "剂量已更正。"}
        )
    report.refresh_from_db()
    answers = [message for message in mail.outbox if message.to == ["reader@example.org"]]
    assert ([("剂量已更正。" in answer.body) for answer in answers], report.email) == ([True], "")
