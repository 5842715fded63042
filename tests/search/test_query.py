from django.http import QueryDict

from search.enums import Order
from search.forms import SearchForm
from search.query import Query


def test_a_query_survives_the_address_bar(db):
    query = Query(
        text="黄疸 & “光疗”",
        filters={"kind": "case", "language": "en"},
        order=Order.NEWEST,
        with_answers=True,
    )
    form = SearchForm(QueryDict(query.querystring))
    assert form.is_valid()
    assert form.query() == query


def test_the_address_holds_only_what_was_asked_and_no_page():
    assert Query(text="a b", page=3).querystring == "q=a+b"
    assert Query().querystring == ""


def test_a_query_without_its_filters_begins_at_the_first_page():
    query = Query(text="a", filters={"kind": "case"}, page=4)
    assert (query.is_filtered, query.unfiltered) == (True, Query(text="a"))


def test_choosing_replaces_the_choice_in_the_same_facet_alone():
    query = Query(text="a", filters={"kind": "case", "language": "en"}, page=4)
    assert query.choosing("kind", "lesson").filters == {"language": "en", "kind": "lesson"}
    assert query.choosing("kind", "") == Query(text="a", filters={"language": "en"})


def test_other_words_keep_everything_else():
    query = Query(text="a", filters={"kind": "case"}, order=Order.NEWEST, with_answers=True)
    assert query.kept == [("kind", "case"), ("order", "newest"), ("answers", "yes")]
