"""The lists of the catalogue: facets, pages, and a clear answer to bad input."""

import html
import re

import pytest
import segno

from courseware.catalogue.enums import Vocabulary
from courseware.catalogue.models import CasePage, Term
from tests.factories.catalogue import CasePageFactory, CoursePageFactory, LecturePageFactory
from tests.factories.home import MediaFactory, publish


def term(vocabulary: Vocabulary, code: str) -> Term:
    return Term.objects.of(vocabulary).get(code=code)


def titles(client, address: str) -> list[str]:
    return [card.title for card in client.get(address).context["listing"].cards]


def counts(client, address: str, facet: str) -> dict[str, int]:
    """Label and count of each value that a facet offers."""
    views = client.get(address).context["listing"].facets
    return {option.label: option.count for view in views if view.name == facet for option in view.options}


@pytest.fixture
def three(home_zh) -> list[CasePage]:
    """A newborn's, an infant's and a schoolchild's case; two of them are basic."""
    cough, rash = (term(Vocabulary.COMPLAINT, code) for code in ("cough", "rash"))
    return [
        CasePageFactory(parent=home_zh, title="一", age_value=3, age_unit="d", complaint=cough, difficulty=1),
        CasePageFactory(parent=home_zh, title="二", age_value=3, age_unit="m", complaint=rash, difficulty=1),
        CasePageFactory(parent=home_zh, title="三", age_value=8, age_unit="y", complaint=cough, difficulty=3),
    ]


ALL = [f"/{language}/{kind}/" for language in ("zh-hans", "en") for kind in ("courses", "cases", "lectures")]


def test_an_empty_list_says_so_in_a_sentence(client, db):
    answers = [client.get(address) for address in ALL if address.startswith("/en/")]
    assert [
        (a.status_code, a.content.decode().count("Nothing has been published here yet.")) for a in answers
    ] == [(200, 1)] * 3


def test_the_newest_comes_first(client, three):
    assert titles(client, "/zh-hans/cases/") == ["三", "二", "一"]


def test_an_unpublished_page_is_not_listed(client, three):
    three[1].unpublish()
    assert titles(client, "/zh-hans/cases/") == ["三", "一"]


def test_a_facet_narrows_the_list(client, three):
    assert titles(client, "/zh-hans/cases/?complaint=cough") == ["三", "一"]


def test_two_facets_narrow_the_list_together(client, three):
    assert titles(client, "/zh-hans/cases/?complaint=cough&difficulty=1") == ["一"]


def test_a_facet_counts_what_each_value_would_leave(client, three):
    assert counts(client, "/en/cases/", "difficulty") == {"Basic": 2, "Advanced": 1}


def test_the_counts_of_a_facet_ignore_its_own_choice(client, three):
    assert counts(client, "/en/cases/?difficulty=1", "difficulty") == {"Basic": 2, "Advanced": 1}


def test_the_counts_of_a_facet_heed_the_choices_of_others(client, three):
    assert counts(client, "/en/cases/?complaint=rash", "difficulty") == {"Basic": 1}


def test_a_page_with_two_specialties_is_counted_once_in_each(client, home_zh):
    page = CasePageFactory(parent=home_zh, live=False)
    page.specialties = [term(Vocabulary.SPECIALTY, code) for code in ("cardiology", "nephrology")]
    publish(page)
    assert list(counts(client, "/en/cases/", "specialty").values()) == [1, 1]
    assert client.get("/en/cases/?specialty=cardiology").context["listing"].total == 1


def test_the_institution_is_that_of_the_branch(client, harbor, hills):
    CoursePageFactory(parent=harbor, title="甲")
    CoursePageFactory(parent=hills, title="乙")
    assert titles(client, "/zh-hans/courses/?institution=hills") == ["乙"]
    assert list(counts(client, "/zh-hans/courses/", "institution").values()) == [1, 1]


def test_a_filter_that_is_on_is_a_chip_with_the_address_without_it(client, three):
    chips = client.get("/en/cases/?age=school&difficulty=3").context["listing"].chips
    assert [(chip.label, chip.remove_url) for chip in chips] == [
        ("School child (6-10 years)", "/en/cases/?difficulty=3"),
        ("Advanced", "/en/cases/?age=school"),
    ]


def test_the_last_chip_leads_to_the_whole_list(client, three):
    assert [chip.remove_url for chip in client.get("/en/cases/?age=school").context["listing"].chips] == [
        "/en/cases/"
    ]


def test_filters_that_leave_nothing_say_so_and_can_be_removed(client, three):
    response = client.get("/en/cases/?age=school&difficulty=1")
    assert (
        response.status_code,
        response.content.decode().count("Nothing matches all of these filters."),
    ) == (200, 1)
    assert len(response.context["listing"].chips) == 2


UNKNOWN = "This filter or page does not exist. Choose one of those below."


@pytest.mark.parametrize(
    "query",
    [
        "specialty=x",
        "institution=%00",
        "difficulty=9",
        "page=-1",
        "page=abc",
        "page=0",
        "page=99999999999999999999",
        f"complaint={'x' * 5000}",
        "age=school&page=1.5",
    ],
)
def test_a_filter_or_page_that_does_not_exist_is_refused_with_a_sentence(client, db, query):
    response = client.get(f"/en/cases/?{query}")
    assert (response.status_code, response.content.decode().count(UNKNOWN)) == (400, 1)


def test_a_page_beyond_the_last_is_not_found_and_says_so(client, three):
    response = client.get("/en/cases/?page=9999")
    sentence = "This list does not have that many pages."
    assert (response.status_code, response.content.decode().count(sentence)) == (404, 1)


def test_a_refused_list_still_offers_its_filters(client, three):
    assert counts(client, "/en/cases/?difficulty=9", "difficulty") == {"Basic": 2, "Advanced": 1}


def test_a_parameter_that_is_no_filter_is_ignored(client, three):
    assert client.get("/en/cases/?utm_source=x").status_code == 200


def test_a_long_list_has_pages_that_keep_the_filter(client, home_zh):
    for _number in range(25):
        CasePageFactory(parent=home_zh, difficulty=2)
    listing = client.get("/zh-hans/cases/?difficulty=2&page=2").context["listing"]
    assert (listing.total, len(listing.cards), listing.querystring) == (25, 1, "difficulty=2&")
    first = client.get("/zh-hans/cases/?difficulty=2").content.decode()
    assert "?difficulty=2&amp;page=2" in first


def offered(client, address: str) -> list[tuple[str, str, bool]]:
    return [
        (card.title, card.language, card.is_foreign) for card in client.get(address).context["listing"].cards
    ]


def test_an_english_list_offers_chinese_pages_too_and_no_page_twice(client, home_zh, home_en):
    CoursePageFactory(parent=home_zh, title="只有中文")
    both = CoursePageFactory(parent=home_zh, title="两种语言")
    CoursePageFactory(parent=home_en, twin=both, title="Both languages")
    assert offered(client, "/en/courses/") == [("Both languages", "en", False), ("只有中文", "zh-hans", True)]
    assert offered(client, "/zh-hans/courses/") == [
        ("两种语言", "zh-hans", False),
        ("只有中文", "zh-hans", False),
    ]


def test_a_copy_that_is_not_published_leaves_the_other_in_the_list(client, home_zh, home_en):
    both = CoursePageFactory(parent=home_zh, title="两种语言")
    CoursePageFactory(parent=home_en, twin=both, title="Not yet", live=False)
    assert offered(client, "/en/courses/") == [("两种语言", "zh-hans", True)]


def test_a_foreign_title_carries_its_language(client, home_zh):
    CoursePageFactory(parent=home_zh, title="只有中文", slug="only", summary="一句话")
    page = client.get("/en/courses/").content.decode()
    assert (
        re.findall(r'<(?:a\s+href="/zh-hans/only/"|p class="card-summary")\s+lang="([\w-]+)"', page)
        == ["zh-hans"] * 2
    )


def test_a_lecture_is_listed_with_its_length(client, home_zh):
    LecturePageFactory(parent=home_zh, media=MediaFactory(duration=601))
    assert [card.facts for card in client.get("/en/lectures/").context["listing"].cards] == [["10 minutes"]]


def test_other_methods_than_reading_change_nothing(client, three):
    assert client.post("/zh-hans/cases/").status_code == 405


def test_a_printed_page_leads_back_to_itself(client, harbor):
    page = CoursePageFactory(parent=harbor)
    written = client.get(page.url).content.decode()
    address = f"http://testserver{page.url}"
    code = segno.make(address, error="m", micro=False).svg_data_uri(border=2)
    assert (code in html.unescape(written), f">{address}</p>" in written) == (True, True)
