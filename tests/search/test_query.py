from django.http import QueryDict

from search.forms import SearchForm
from search.query import Query


def test_a_query_survives_the_address_bar():
    query = Query(text="黄疸 & “光疗”", kind="case", language="en")
    form = SearchForm(QueryDict(query.querystring))
    assert form.is_valid()
    assert form.query() == query


def test_the_address_holds_only_what_was_asked_and_no_page():
    assert Query(text="a b", page=3).querystring == "q=a+b"
    assert Query().querystring == ""


def test_a_query_without_its_filters_begins_at_the_first_page():
    query = Query(text="a", kind="case", page=4)
    assert (query.is_filtered, query.unfiltered) == (True, Query(text="a"))
