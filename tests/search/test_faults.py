"""The search server falls ill: readers get answers, editors publish, and afterwards it knows everything."""

import time

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import translation

from search import consistency, outbox
from search.analyzer import ANALYZER_VERSION
from search.engines import elastic_query
from search.engines.elastic import ElasticEngine
from search.engines.server import circuit, elastic_engine
from search.models import PendingChange, SearchDocument
from tests.elasticsearch import proxy
from tests.elasticsearch.proxy import Fault
from tests.factories.home import publish as publish_again

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]

ILL = [fault for fault in Fault if fault is not Fault.NONE]
PATIENCE = 1.5  # seconds, promised to readers


@pytest.fixture
def server(elastic, settings):
    """The proxy through which the site speaks with the server."""
    with proxy.before(settings.ELASTICSEARCH_URL) as before:
        settings.ELASTICSEARCH_URL = before.url
        circuit.close()
        yield before


def address() -> str:
    with translation.override("en"):
        return reverse("search:results")


def titles(response) -> list[str]:
    return [
        document.title
        for document in SearchDocument.objects.all()
        if document.title in response.content.decode()
    ]


@pytest.mark.parametrize("waiting", [0, 3, 90])
@pytest.mark.parametrize("fault", ILL)
def test_readers_get_the_databases_answer_in_time(client, server, write, fault, waiting):
    page = write("腹泻的补液")
    client.get(address(), {"q": "腹泻"})  # templates and the rest are read now
    PendingChange.objects.bulk_create(
        PendingChange(page_id=page.pk + number, version=1) for number in range(waiting)
    )
    server.fault, asked = fault, server.asked
    started = time.monotonic()
    response = client.get(address(), {"q": "腹泻"})
    # The one promise that is a time: a reader must not wait for a server that is away.
    assert time.monotonic() - started < PATIENCE
    assert server.asked == asked + 1
    assert response.status_code == 200
    assert "1 result" in response.content.decode()
    assert "Limited search" in response.content.decode()
    assert client.get("/api/search", {"q": "腹泻"}).json()["limited"] is True


@pytest.mark.parametrize("fault", ILL)
def test_publishing_works_and_the_server_hears_of_it_later(client, server, write, fault):
    call_command("search_rebuild")
    server.fault = fault
    page = write("腹泻的补液")
    assert page.live
    assert PendingChange.objects.count() == 1
    server.fault = Fault.NONE
    circuit.close()
    response = client.get(address(), {"q": "腹泻"})
    assert "1 result" in response.content.decode()
    assert "Limited search" not in response.content.decode()
    assert not PendingChange.objects.exists()
    assert not consistency.of_server(elastic_engine())
    call_command("search_check")


def test_readers_help_to_tell_a_server_that_was_away_for_long(client, server, write, monkeypatch):
    monkeypatch.setattr(outbox, "BATCH", 2)
    server.fault = Fault.STOPPED
    for number in range(5):
        write(f"腹泻{number}")
    server.fault = Fault.NONE
    circuit.close()
    limited = ["Limited" in client.get(address(), {"q": "腹泻"}).content.decode() for _ in range(3)]
    assert limited == [True, True, False]
    assert not consistency.of_server(elastic_engine())


def test_what_the_server_refuses_for_good_does_not_keep_the_rest_waiting(
    client, elastic, write, monkeypatch, caplog, django_capture_on_commit_callbacks
):
    odd = write("直", "<p>腹泻</p>")
    source = elastic_query.source
    monkeypatch.setattr(
        elastic_query,
        "source",
        lambda document: source(document) | ({"odd": 1} if document.title == "怪" else {}),
    )
    odd.title = "怪"
    with django_capture_on_commit_callbacks(execute=True):
        publish_again(odd)
    write("腹泻")
    assert not PendingChange.objects.exists()
    assert "refuses 1 documents for good: {'strict_dynamic_mapping_exception'}" in caplog.text
    assert "Limited" not in client.get(address(), {"q": "腹泻"}).content.decode()
    # It does not go on to find what the page said before.
    assert consistency.of_server(elastic).missing == [odd.pk]


def test_what_a_server_cannot_store_at_the_moment_waits(client, elastic, write):
    gone, changed = write("腹泻一"), write("腹泻二")
    elastic.client.indices.put_settings(index=elastic.alias, settings={"index.blocks.write": True})
    gone.unpublish()
    SearchDocument.objects.filter(pk=changed.pk).update(digest="new")
    outbox.announce([changed.pk])
    assert not outbox.deliver()
    assert PendingChange.objects.count() == 2
    elastic.client.indices.put_settings(index=elastic.alias, settings={"index.blocks.write": False})
    circuit.close()
    assert outbox.deliver()
    assert not consistency.of_server(elastic)


def test_indexes_of_other_sites_on_the_server_stay(elastic):
    other = ElasticEngine(elastic.url, f"{elastic.name}-staging")
    twin = ElasticEngine(elastic.url, f"{elastic.name}-{ANALYZER_VERSION}")
    for engine in (other, twin, elastic):
        list(consistency.rebuild_server(engine))
    for engine in (other, twin, elastic):
        assert list(engine.indexes().values()) == [True]
    for engine in (other, twin):
        for index in engine.indexes():
            engine.client.indices.delete(index=index)


def test_what_was_withdrawn_meanwhile_is_gone_at_once(client, server, write):
    page = write("腹泻的补液")
    server.fault = Fault.BROKEN
    page.unpublish()
    assert "0 results" in client.get(address(), {"q": "腹泻"}).content.decode()
    server.fault = Fault.NONE
    circuit.close()
    assert "0 results" in client.get(address(), {"q": "腹泻"}).content.decode()
    assert not consistency.of_server(elastic_engine())


def test_a_server_that_failed_is_left_alone_for_a_while(client, server, write):
    write("腹泻的补液")
    server.fault = Fault.BROKEN
    client.get(address(), {"q": "腹泻"})
    asked = server.asked
    client.get(address(), {"q": "腹泻"})
    assert server.asked == asked


def test_a_healthy_server_answers_without_a_word_of_limits(client, server, write):
    write("腹泻的补液")
    asked = server.asked
    assert "Limited" not in client.get(address(), {"q": "腹泻"}).content.decode()
    assert server.asked == asked + 1


def test_the_health_page_tells_of_the_fault_and_of_what_waits(client, server, write):
    server.fault = Fault.STOPPED
    write("腹泻的补液")
    told = client.get("/healthz").json()["search"]
    assert (told["engine"], told["degraded"], told["waiting"]) == ("database", True, 1)
    server.fault = Fault.NONE
    circuit.close()
    outbox.deliver()
    told = client.get("/healthz").json()["search"]
    assert told == told | {"engine": "elasticsearch", "degraded": False, "waiting": 0, "lag_seconds": 0}


def test_a_server_without_an_index_makes_none_of_its_own(client, elastic, write):
    for index in elastic.indexes():
        elastic.client.indices.delete(index=index)
    circuit.close()
    write("腹泻的补液")
    assert not elastic.client.indices.exists(index=elastic.alias)
    assert "1 result" in client.get(address(), {"q": "腹泻"}).content.decode()
    circuit.close()
    call_command("search_rebuild")
    assert "Limited" not in client.get(address(), {"q": "腹泻"}).content.decode()


def test_after_an_update_that_cuts_words_otherwise_the_database_answers_until_a_rebuild(
    client, elastic, write, monkeypatch
):
    write("腹泻的补液")
    old = elastic.indexes()
    monkeypatch.setattr("search.engines.elastic.ANALYZER_VERSION", ANALYZER_VERSION + 1)
    assert "Limited" in client.get(address(), {"q": "腹泻"}).content.decode()
    circuit.close()
    call_command("search_rebuild")
    assert "Limited" not in client.get(address(), {"q": "腹泻"}).content.decode()
    assert not old.keys() & elastic.indexes().keys()


def test_of_two_writers_the_later_one_wins_in_whatever_order_they_arrive(elastic, write):
    page = write("旧题")
    document = SearchDocument.objects.get(pk=page.pk)
    later = 2**62
    document.title = "新题"
    elastic.send({page.pk: document}, {page.pk: later})
    document.title = "旧题"
    elastic.send({page.pk: document}, {page.pk: later - 1})
    stored = elastic.client.get(index=elastic.alias, id=str(page.pk))["_source"]["title"]
    assert stored == "新题 题"


def test_rebuilding_leaves_readers_the_old_index_until_the_new_one_is_whole(elastic, write, monkeypatch):
    write("一"), write("二")
    steps = consistency.rebuild_server(elastic)
    next(steps)
    (old,) = elastic.client.indices.get_alias(name=elastic.alias)
    steps.close()  # interrupted
    assert len(elastic.indexes()) == 2
    resumed = list(consistency.rebuild_server(elastic))
    assert resumed == []  # everything was there already
    (new,) = elastic.client.indices.get_alias(name=elastic.alias)
    assert new != old
    assert list(elastic.indexes()) == [new]


def test_commands_say_that_the_server_is_away(server, write):
    server.fault = Fault.STOPPED
    for command in ("search_rebuild", "search_check"):
        with pytest.raises(CommandError, match="The search server does not answer"):
            call_command(command)


def test_an_error_of_ours_is_not_taken_for_an_illness(elastic):
    import elasticsearch

    from search.analyzer import units
    from search.ask import Ask, Clause

    ask = Ask(clauses=(Clause(tuple(units("a"))),), reader="en", size=-5)
    with pytest.raises(elasticsearch.BadRequestError):
        elastic.search(ask)
