"""Stages open one after the other; the server remembers nothing and the browser one signed number."""

import re

import pytest
from django.test import Client

from courseware.catalogue.enums import Stage
from courseware.catalogue.models import CasePage
from courseware.catalogue.reading.disclosure import cookie_name
from tests.catalogue.reading.canaries import CANARIES, heard, told
from tests.factories.catalogue import CasePageFactory
from tests.factories.home import UserFactory
from tests.factories.network import account


@pytest.fixture
def reader() -> Client:
    """A browser: it must send back the token of the form."""
    return Client(enforce_csrf_checks=True)


def press(reader: Client, address: str, **fields):
    """Send the form of the page with `fields`, as a browser does."""
    page = reader.get(address).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    return reader.post(address, {"csrfmiddlewaretoken": token} | fields)


def open_to(reader: Client, case: CasePage, last: Stage) -> None:
    for stage in case.stages:
        if 0 < stage <= last:
            assert press(reader, case.url, open=stage.value).status_code == 302


def test_each_press_opens_exactly_one_stage_more(reader, case):
    shown = []
    for stage in list(Stage)[1:]:
        press(reader, case.url, open=stage.value)
        shown.append(told(reader.get(case.url)))
    assert shown == [list(range(last + 1)) for last in range(1, 13)]


def test_the_answer_is_read_with_the_stage_of_the_diagnosis(reader, case):
    open_to(reader, case, Stage.SUMMARY)
    before = heard(reader.get(case.url))
    open_to(reader, case, Stage.DIAGNOSIS)
    page = reader.get(case.url)
    assert (before, heard(page), page.context["codes"]) == (
        [],
        list(CANARIES),
        ["ICD-10 Q99.7", "ICD-11 7Q99.7Z"],
    )


def test_title_and_codes_wait_for_the_diagnosis_itself(reader, case):
    open_to(reader, case, Stage.TARGETED)
    context = reader.get(case.url).context
    assert (context["diagnosis_title"], context["codes"], context["certainty_label"]) == ("", [], "")


def test_teacher_notes_are_never_for_learners(reader, case):
    open_to(reader, case, Stage.TEACHING)
    assert reader.get(case.url).context["teacher_notes"] == ""


def test_a_press_leads_back_to_the_stage_that_it_opened(reader, case):
    response = press(reader, case.url, open=1)
    assert (response.status_code, response.headers["Location"]) == (302, f"{case.url}#stage-1")


def test_the_form_offers_the_next_stage_that_the_case_tells(reader, harbor):
    gaps = CasePageFactory(
        parent=harbor, stage_setting=[("text", "<p>一</p>")], stage_examination=[("text", "<p>二</p>")]
    )
    assert reader.get(gaps.url).context["next_stage"]["number"] == Stage.EXAMINATION


def test_a_press_without_the_token_of_the_form_is_refused(reader, case):
    assert reader.post(case.url, {"open": 1}).status_code == 403


def refusals(reader: Client, case: CasePage, values: list) -> set[tuple]:
    """Status, stages shown, and whether the page says why, of pressing the form with each of `values`."""
    answers = [press(reader, case.url, open=value) for value in values]
    return {
        (answer.status_code, tuple(told(answer)), answer.context["problem"] in answer.content.decode())
        for answer in answers
    }


def test_jumping_ahead_is_refused_with_a_sentence(reader, case):
    assert refusals(reader, case, [2, 9, 12]) == {(409, (0,), True)}


def test_a_stage_that_does_not_exist_is_refused_with_a_sentence(reader, case):
    assert refusals(reader, case, ["", "x", "13", "-1", "1.5", "9" * 5000, "None"]) == {(400, (0,), True)}


def test_a_form_without_a_stage_is_refused(reader, case):
    assert press(reader, case.url).status_code == 400


def test_a_stage_that_was_opened_may_be_pressed_again_and_closes_nothing(reader, case):
    open_to(reader, case, Stage.BACKGROUND)
    press(reader, case.url, open=1)
    assert told(reader.get(case.url)) == [0, 1, 2, 3]


def test_the_cookie_of_one_case_does_not_open_another(reader, case, harbor):
    told_here = {
        "stage_setting": [("text", "<p>阶段0所见</p>")],
        "stage_complaint": [("text", "<p>阶段1所见</p>")],
    }
    other = CasePageFactory(parent=harbor, case_no="PC-2026-0902", **told_here)
    open_to(reader, case, Stage.TEACHING)
    reader.cookies[cookie_name(other)] = reader.cookies[cookie_name(case)].value
    assert told(reader.get(other.url)) == [0]


def test_the_place_is_kept_when_the_reader_changes_the_language(reader, case, case_en):
    press(reader, case.url, open=1)
    assert told(reader.get(case_en.url)) == [0, 1]


def test_starting_again_forgets_what_was_opened(reader, case):
    open_to(reader, case, Stage.BACKGROUND)
    press(reader, case.url, restart=1)
    assert told(reader.get(case.url)) == [0]


def test_two_readers_do_not_share_what_they_opened(reader, case):
    open_to(reader, case, Stage.BACKGROUND)
    assert told(Client().get(case.url)) == [0]


def test_the_cookie_is_for_this_session_and_no_script(reader, case):
    press(reader, case.url, open=1)
    cookie = reader.cookies[cookie_name(case)]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"], cookie["expires"]) == (
        True,
        "Lax",
        "",
        "",
    )


@pytest.mark.parametrize("who", ["nobody", "a reader with an account", "a teacher", "an administrator"])
def test_the_teachers_view_is_for_those_who_may_enter_the_admin(client, case, harbor, who):
    if who == "a reader with an account":
        client.force_login(UserFactory())
    elif who == "a teacher":
        client.force_login(account("contributor", harbor.institution))
    elif who == "an administrator":
        client.force_login(UserFactory(is_superuser=True))
    response = client.get(f"{case.url}?view=teacher")
    sees_all = who in ("a teacher", "an administrator")
    assert told(response) == (list(range(13)) if sees_all else [0])
    assert heard(response) == (list(CANARIES) if sees_all else [])


def test_a_teacher_reads_like_a_learner_until_the_teachers_view_is_asked_for(client, case, harbor):
    client.force_login(account("contributor", harbor.institution))
    response = client.get(case.url)
    assert (told(response), response.context["teacher_view_url"]) == ([0], "?view=teacher")


def test_a_head_request_is_answered_like_a_get_without_a_body(client, case):
    response = client.head(case.url)
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize("method", ["get", "head"])
def test_no_proxy_keeps_what_one_reader_has_opened(client, case, method):
    headers = getattr(client, method)(case.url).headers
    assert (set(headers["Cache-Control"].split(", ")), headers["Vary"]) == ({"private", "no-cache"}, "Cookie")


def test_no_proxy_keeps_a_refusal(reader, case):
    headers = press(reader, case.url, open=12).headers
    assert (set(headers["Cache-Control"].split(", ")), headers["Vary"]) == ({"private", "no-cache"}, "Cookie")
