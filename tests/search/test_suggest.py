import json

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

pytestmark = pytest.mark.django_db


def suggested(client, text: str, language: str = "zh-hans") -> list[str]:
    with translation.override(language):
        url = reverse("search:suggest")
    response = client.get(url, {"q": text})
    assert response.status_code == 200
    return [each["text"] for each in json.loads(response.content)["suggestions"]]


@pytest.fixture
def library(write, home_en):
    write("川崎病的六天", "<p>川崎病与黄疸</p>")
    write("Kawasaki disease in six days", "<p>Kawasaki disease and jaundice</p>", parent=home_en)


@pytest.mark.parametrize("text", ["川", "川崎", "chuan", "chuanqi", "cq", "Kawa", "kawasaki d", "KD"])
def test_names_and_titles_that_begin_so_are_suggested(client, library, text):
    assert suggested(client, text)[0] == "川崎病"
    assert suggested(client, text, "en")[0] == "Kawasaki disease"


def test_titles_lead_to_their_pages_and_names_to_a_search(client, library):
    with translation.override("en"):
        url = reverse("search:suggest")
    found = client.get(url, {"q": "kawasaki"}).json()["suggestions"]
    assert found[0] == {"text": "Kawasaki disease", "url": "", "language": "", "spoken": ""}
    page = Page.objects.get(title="Kawasaki disease in six days")
    assert (page.title, page.get_url()) in [(each["text"], each["url"]) for each in found]


def test_what_is_written_in_the_other_language_says_so(client, library):
    with translation.override("zh-hans"):
        url = reverse("search:suggest")
    found = {each["text"]: each for each in client.get(url, {"q": "Kawasaki"}).json()["suggestions"]}
    assert found["川崎病"]["spoken"] == ""
    english = found["Kawasaki disease in six days"]
    assert (english["language"], english["spoken"]) == ("en", "English")


def test_names_that_no_page_has_are_not_suggested(client, library):
    assert suggested(client, "水痘") == []
    # Though every word of it stands somewhere.
    assert "Kawasaki disease shock syndrome" not in suggested(client, "kawa", "en")


def test_a_half_typed_word_of_a_title_is_completed(client, library):
    assert "Kawasaki disease in six days" in suggested(client, "six day", "en")
    assert "川崎病的六天" in suggested(client, "六天")


def test_a_diagnosis_leads_to_no_case(client, case):
    assert suggested(client, "川崎") == []


def test_withdrawn_pages_are_not_suggested(client, library):
    Page.objects.get(title="川崎病的六天").unpublish()
    assert "川崎病的六天" not in suggested(client, "川崎")


@pytest.mark.parametrize(
    "text", ["", " ", "((", '"', "%", "\x00", "NEAR(", "🩺", "x" * 10_000, "病" * 10_000, "a:*"]
)
def test_whatever_is_typed_there_is_an_answer(client, library, text):
    suggested(client, text)


@pytest.mark.parametrize("text", ["Kawasaki diseas", "Kawasaki disease", "six days", "days", "day"])
def test_a_title_stays_while_its_words_are_typed_to_their_ends(client, library, text):
    assert "Kawasaki disease in six days" in suggested(client, text, "en")
