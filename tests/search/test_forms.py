import pytest
from django.utils import translation

from search.forms import SearchForm
from search.query import Query


@pytest.fixture(autouse=True)
def in_english(db):
    with translation.override("en"):
        yield


def test_an_empty_form_asks_for_nothing():
    form = SearchForm({})
    assert form.is_valid()
    assert form.query() == Query()


def test_blanks_around_the_words_are_dropped():
    form = SearchForm({"q": " \u3000黄疸 \n"})
    assert form.is_valid()
    assert form.query().text == "黄疸"


def test_two_hundred_characters_are_accepted():
    assert SearchForm({"q": "病" * 200}).is_valid()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"q": "病" * 201}, "This is too long to search for: use at most 200 characters."),
        ({"kind": "x"}, "Kind: there is no “x”."),
        ({"language": "fr"}, "Language: there is no “fr”."),
        ({"institution": "%s"}, "Institution: there is no “%s”."),
        ({"video": "perhaps"}, "Video: there is no “perhaps”."),
        ({"order": "best"}, "Results cannot be put in this order: best."),
        ({"answers": "all"}, "“answers” is either “yes” or left out."),
        ({"page": "0"}, "The number of the page must be a whole number from 1 upwards."),
        ({"page": "-1"}, "The number of the page must be a whole number from 1 upwards."),
        ({"page": "two"}, "The number of the page must be a whole number from 1 upwards."),
        ({"page": "10001"}, "There are not so many pages of results."),
    ],
)
def test_input_that_makes_no_sense_gets_one_sentence(data, sentence):
    assert [message for messages in SearchForm(data).errors.values() for message in messages] == [sentence]
