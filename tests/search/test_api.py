import re

import pytest
from django.core.cache import cache
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from search import api
from search.facets import FACETS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_asked_before():
    cache.clear()


def test_results_and_facets_are_told_as_json(client, lesson, course):
    response = client.get("/api/search", {"q": "皮肤黄疸"})
    assert response.status_code == 200
    told = response.json()
    assert (told["total"], told["page"], told["pages"], told["limited"]) == (1, 1, 1, False)
    assert told["results"] == [
        {
            "url": f"http://testserver{lesson.get_url()}",
            "kind": "lesson",
            "language": "zh-hans",
            "title": "出生后第一周",
            "snippet": told["results"][0]["snippet"],
            "institution": "江城儿童医院",
            "partners": [],
            "course": "新生儿疾病",
            "cues": [],
        }
    ]
    assert told["results"][0]["snippet"].startswith("生后第三天出现皮肤黄疸")
    assert told["facets"]["kind"] == [{"code": "lesson", "label": "课时", "count": 1}]
    assert set(told["facets"]) == {facet.name for facet in FACETS}


def test_the_reader_chooses_the_language_that_comes_first(client, lesson):
    told = client.get("/api/search", {"q": "黄疸", "reader": "en"}).json()
    assert told["facets"]["kind"] == [{"code": "lesson", "label": "Lesson", "count": 1}]


def test_captions_are_told_in_seconds(client, lecture):
    (result,) = client.get("/api/search", {"q": "呼吸频率"}).json()["results"]
    assert [cue["seconds"] for cue in result["cues"]] == [1, 9, 70]


def _keeps_the_contract(client, response) -> None:
    document = client.get("/api/openapi.json").json()
    described = document["paths"]["/api/search"]["get"]["responses"][str(response.status_code)]
    schema = described["content"]["application/json"]["schema"] | {"components": document["components"]}
    Draft202012Validator(schema).validate(response.json())


def test_answers_are_as_the_interface_describes_them(client, lesson, lecture, course):
    for query in ({"q": "皮肤黄疸"}, {"q": "呼吸频率"}, {"q": "-黄疸"}, {"q": "没有的词"}):
        _keeps_the_contract(client, client.get("/api/search", query))
    _keeps_the_contract(client, client.post("/api/search"))


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"q": "x" * 201}, 400),
        ({"kind": "none"}, 400),
        ({"page": "-1"}, 400),
        ({"q": "a\x00"}, 200),
        ({"reader": "fr"}, 400),
        ({"q": "黄疸", "page": "9"}, 400),
        ({}, 200),
        ({"q": "(((("}, 200),
        ({"unknown": "x"}, 200),
    ],
)
def test_bad_input_gets_a_sentence(client, lesson, query, status):
    response = client.get("/api/search", query)
    assert response.status_code == status
    _keeps_the_contract(client, response)
    if status != 200:
        assert all(sentence for sentences in response.json()["errors"].values() for sentence in sentences)


def test_any_site_may_read_it_and_nobody_may_write(client, lesson):
    assert client.get("/api/search")["Access-Control-Allow-Origin"] == "*"
    allowed = client.options("/api/search")
    assert (allowed.status_code, allowed["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")
    assert client.post("/api/search", {"q": "x"}).status_code == 405


def test_who_asks_too_often_is_told_to_wait(client, lesson, monkeypatch):
    monkeypatch.setattr(api, "PER_MINUTE", 2)
    assert [client.get("/api/search").status_code for _ in range(3)] == [200, 200, 429]
    assert client.get("/api/search")["Retry-After"] == "60"
    assert client.get("/api/search", REMOTE_ADDR="10.1.1.1").status_code == 200


def test_the_interface_is_described_in_openapi(client):
    document = client.get("/api/openapi.json").json()
    validate(document)
    names = {parameter["name"] for parameter in document["paths"]["/api/search"]["get"]["parameters"]}
    assert names == {"q", "reader", "order", "answers", "page", *(facet.name for facet in FACETS)}


def test_a_browser_can_add_the_site(client, lesson):
    html = client.get("/en/search/").content.decode()
    assert re.search(r'<link\s+rel="search"[^>]+href="/en/search/opensearch.xml"', html)
    response = client.get("/en/search/opensearch.xml")
    assert response["Content-Type"] == "application/opensearchdescription+xml"
    assert 'template="http://testserver/en/search/?q={searchTerms}"' in response.content.decode()
    assert "<ShortName>PedCommons</ShortName>" in response.content.decode()
    assert "<ShortName>童医共建</ShortName>" in client.get("/zh-hans/search/opensearch.xml").content.decode()


def test_the_health_page_tells_the_engine_and_asks_nobody(client, lesson):
    told = client.get("/healthz").json()
    assert told == {
        "status": "ok",
        "search": {"engine": "database", "degraded": False, "documents": 3, "waiting": 0, "lag_seconds": 0},
    }
