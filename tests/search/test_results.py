import time

import pytest
from django.core.cache import cache
from wagtail.models import Page

from search.models import SearchDocument
from search.query import Query
from search.results import find

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [1, 30])
def test_it_asks_the_database_four_times(rf, branch, publish, write, number, queries):
    for index in range(number):
        write(f"腹泻{index:02d}", "<p>口服补液</p>", parent=None)
    request = rf.get("/")
    find(query=Query(text="腹泻"), reader="zh-hans", request=request)  # addresses of sites are cached now
    with queries:
        found = find(query=Query(text="腹泻"), reader="zh-hans", request=request)
    assert (len(found), found.paginator.count) == (min(number, 20), number)
    # the engine, the documents, the closed branches, the pages
    assert len(queries) == 4, "\n".join(query["sql"] for query in queries)


def test_words_without_a_letter_ask_nothing(rf, db, queries):
    with queries:
        assert len(find(query=Query(text="((("), reader="en", request=rf.get("/"))) == 0
    assert len(queries) == 0


def test_the_snippet_is_of_the_summary_when_that_was_found(rf, write):
    write("补液", "<p>腹泻的正文</p>", summary="腹泻的摘要")
    write("呕吐", "<p>呕吐的腹泻正文</p>", summary="别的")
    found = find(query=Query(text="腹泻"), reader="zh-hans", request=rf.get("/"))
    assert sorted(result.snippet for result in found) == [
        "<mark>腹泻</mark>的摘要",
        "呕吐的<mark>腹泻</mark>正文",
    ]


def test_a_page_outside_every_site_is_not_shown(rf, write):
    page = write("腹泻")
    cache.clear()
    Page.objects.filter(pk=page.pk).update(url_path="/elsewhere/x/")
    assert SearchDocument.objects.filter(pk=page.pk).exists()
    assert len(find(query=Query(text="腹泻"), reader="zh-hans", request=rf.get("/"))) == 0


def test_thirty_long_pages_are_searched_in_no_time(rf, write):
    for index in range(30):
        write(f"腹泻{index:02d}", f"<p>{'口服补液盐与锌。' * 300}腹泻</p>")
    started = time.perf_counter()
    find(query=Query(text="腹泻 补液"), reader="zh-hans", request=rf.get("/"))
    assert time.perf_counter() - started < 1.5
