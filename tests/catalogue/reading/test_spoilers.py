"""The answer of a case is nowhere to be read before its stage was opened."""

import re

import pytest
from django.test import Client

from courseware.catalogue.models import CasePage
from tests.catalogue.reading.canaries import CANARIES, heard, told
from tests.factories.catalogue import CasePageFactory

pytestmark = [
    pytest.mark.usefixtures("course"),
    # Wagtail forgets to close the temporary files of its renditions.
    pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"),
]

LISTS = [
    "/zh-hans/",
    "/en/",
    "/zh-hans/cases/",
    "/en/cases/",
    "/zh-hans/cases/?complaint=cough",
    "/zh-hans/courses/",
    "/zh-hans/harbor/",
    "/en/harbor/",
    "/zh-hans/harbor/breathing/",
    "/zh-hans/people/author/",
    "/en/people/author/",
    "/sitemap.xml",
    "/sitemap-zh-hans-casepage.xml",
    "/sitemap-zh-hans-homepage.xml",
    "/robots.txt",
]


@pytest.fixture
def another_age(case, harbor) -> CasePage:
    """The same complaint of a schoolchild: its page offers the case as a card."""
    return CasePageFactory(
        parent=harbor, case_no="PC-2026-0901", age_value=8, age_unit="y", complaint=case.complaint
    )


def test_the_canaries_sing_for_somebody_who_has_opened_everything(admin_client, case):
    assert heard(admin_client.get(f"{case.url}?view=teacher")) == list(CANARIES)


def test_a_new_reader_meets_the_first_stage_and_no_answer(client, case):
    response = client.get(case.url)
    assert (response.status_code, told(response), heard(response)) == (200, [0], [])


def test_the_head_of_the_page_holds_no_answer(client, case):
    head = re.search(r"<head>.*</head>", client.get(case.url).content.decode(), re.DOTALL)[0]
    assert re.findall(r"<title>(.*)</title>|name=\"description\" content=\"(.*)\"", head) == [
        ("咳嗽不止的幼儿 · 童医共建 · PedCommons", ""),
        ("", "两岁女孩咳嗽一周。"),
    ]


def test_the_page_is_silent_on_the_way_through_a_course(client, course, case):
    assert heard(client.get(f"{case.url}?course={course.pk}")) == []


@pytest.mark.usefixtures("harbor_en")
def test_no_list_and_no_other_page_knows_the_answer(client):
    answers = {address: client.get(address) for address in LISTS}
    assert {
        address: (answer.status_code, heard(answer)) for address, answer in answers.items()
    } == dict.fromkeys(LISTS, (200, []))


@pytest.mark.usefixtures("harbor_en")
def test_the_lists_do_offer_the_case(client):
    silent = [address for address in LISTS if "pc-2026-0900" not in client.get(address).content.decode()]
    assert silent == ["/zh-hans/courses/", "/sitemap.xml", "/sitemap-zh-hans-homepage.xml", "/robots.txt"]


def test_the_same_complaint_at_another_age_does_not_name_it(client, case, another_age):
    response = client.get(another_age.url)
    assert (case.url in response.content.decode(), heard(response)) == (True, [])


def test_a_search_for_the_answer_finds_nothing(client):
    found = {
        word: client.get("/zh-hans/search/", {"q": word}).context["results"].paginator.count
        for word in CANARIES
    }
    assert found == dict.fromkeys(CANARIES, 0)


def test_a_search_for_the_complaint_finds_the_case_and_not_its_answer(client, case):
    response = client.get("/zh-hans/search/", {"q": "咳嗽"})
    assert ([found.url for found in response.context["results"]], heard(response)) == ([case.url], [])


def test_the_english_copy_is_silent_as_well(client, case_en):
    assert heard(client.get(case_en.url)) == []


def test_nobody_in_a_list_of_an_unknown_filter_learns_it(client):
    assert heard(client.get("/zh-hans/cases/?complaint=x")) == []


def test_a_forged_cookie_opens_nothing(case):
    for value in ("9", "12", "12:1uX:forged", "", "x" * 4000):
        reader = Client()
        reader.cookies[f"case-{case.translation_key.hex[:16]}"] = value
        assert (told(reader.get(case.url)), value) == ([0], value)
