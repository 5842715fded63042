"""A small library to search in: made by plain ORM and published as editors publish."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Page

from courseware.catalogue.models import CasePage, CoursePage, LecturePage, LessonPage
from courseware.network.enums import InstitutionKind, Region
from courseware.network.models import Institution, InstitutionPage
from home.models import HomePage, MediaTrack, StandardPage, TeachingMedia
from search import consistency
from search.engines.elastic import ElasticEngine
from search.engines.server import circuit, elastic_engine
from tests import elasticsearch
from tests.factories.review import approve
from tests.servers import free_port

Publish = Callable[..., Page]


@pytest.fixture
def home_zh(db) -> HomePage:
    return HomePage.objects.get(locale__language_code="zh-hans")


@pytest.fixture
def home_en(db) -> HomePage:
    return HomePage.objects.get(locale__language_code="en")


@pytest.fixture
def publish(django_capture_on_commit_callbacks) -> Publish:
    """Puts a page below a parent, publishes it and runs what waits for the commit."""

    def put(page: Page, parent: Page, *, live: bool = True) -> Page:
        page.live = False
        page.locale = parent.locale
        if not page.slug:
            page.slug = f"page-{Page.objects.count()}"
        parent = type(parent).objects.get(pk=parent.pk)
        with django_capture_on_commit_callbacks(execute=True):
            parent.add_child(instance=page)
            revision = page.save_revision()
            if live:
                approve(revision)
                revision.publish()
        page.refresh_from_db()
        return page

    return put


def _institution(name_zh: str, name_en: str, slug: str) -> Institution:
    return Institution.objects.create(
        name_zh=name_zh,
        name_en=name_en,
        slug=slug,
        kind=InstitutionKind.values[0],
        region=Region.values[0],
    )


@pytest.fixture
def institution(db) -> Institution:
    return _institution("江城儿童医院", "Rivertown Children's Hospital", "rivertown")


@pytest.fixture
def other_institution(db) -> Institution:
    return _institution("南山医院", "Nanshan Hospital", "nanshan")


@pytest.fixture
def branch(publish: Publish, home_zh: HomePage, institution: Institution) -> Page:
    page = InstitutionPage(title="江城儿童医院", slug="rivertown", institution=institution)
    return publish(page, home_zh)


@pytest.fixture
def branch_en(publish: Publish, home_en: HomePage, institution: Institution, branch: Page) -> Page:
    page = InstitutionPage(
        title="Rivertown",
        slug="rivertown",
        institution=institution,
        translation_key=branch.translation_key,
    )
    return publish(page, home_en)


@pytest.fixture
def course(publish: Publish, branch: Page) -> Page:
    return publish(CoursePage(title="新生儿疾病", slug="newborn", summary="给住院医师的课程"), branch)


@pytest.fixture
def write(publish: Publish, home_zh: HomePage) -> Callable[..., Page]:
    """Publishes a page of plain text; `text` is HTML."""

    def put(title: str, text: str = "", *, parent: Page | None = None, live: bool = True, **fields) -> Page:
        page = StandardPage(title=title, body=[("text", text)] if text else [], **fields)
        return publish(page, parent or home_zh, live=live)

    return put


@pytest.fixture
def lesson(publish: Publish, course: Page) -> Page:
    body = [
        ("text", "<p>生后第三天出现皮肤黄疸，逐渐加重。</p>"),
        ("key_point", {"title": "要点", "text": "<p>发热的小婴儿要<b>住院</b></p>"}),
        (
            "question",
            {
                "stem": "何时光疗？",
                "options": [
                    {"text": "选项甲", "correct": True, "explanation": "解释乙"},
                    {"text": "选项丙", "correct": False, "explanation": "解释丁"},
                ],
                "bloom": "apply",
            },
        ),
    ]
    return publish(LessonPage(title="出生后第一周", slug="first-week", body=body), course)


CAPTIONS = """WEBVTT

00:01.000 --> 00:04.000
先看<b>呼吸频率</b>

00:05.000 --> 00:08.000
别的话

00:09.000 --> 00:12.000
呼吸频率怎样数

01:10.000 --> 01:12.000
再看呼吸频率

01:20.000 --> 01:29.000
说了很多很多别的事情以后，最后还要提到一次呼吸频率，再说别的
"""


@pytest.fixture
def lecture(publish: Publish, branch: Page) -> Page:
    media = TeachingMedia.objects.create(title="录像", type="video", duration=90, file="media/a.mp4")
    MediaTrack.objects.create(media=media, language="zh-hans", vtt=CAPTIONS)
    return publish(LecturePage(title="气道", slug="airway", media=media, venue="阶梯教室"), branch)


@pytest.fixture
def case(publish: Publish, branch: Page) -> Page:
    page = CasePage(
        title="反复发热五天的幼儿",
        title_teacher="川崎病",
        consent_kind="fictional",
        slug="pc-2026-0001",
        case_no="PC-2026-0001",
        summary="发热、皮疹与红眼",
        age_value=18,
        age_unit="m",
        icd10="M30.3",
        stage_setting=[("text", "<p>冬季急诊</p>")],
        stage_complaint=[
            ("chief_complaint", {"complaint": "高热不退", "duration": "五天"}),
            (
                "question",
                {
                    "stem": "还想问什么？",
                    "options": [
                        {
                            "text": "皮肤黏膜淋巴结综合征",
                            "correct": True,
                            "explanation": "Kawasaki disease",
                        },
                        {"text": "猩红热", "correct": False, "explanation": "没有咽痛"},
                    ],
                    "bloom": "apply",
                },
            ),
        ],
        stage_illness=[("pertinent", {"positives": ["结膜充血"], "negatives": ["喘息"]})],
        stage_examination=[("text", "<p>杨梅舌</p>")],
        stage_diagnosis=[
            (
                "diagnosis",
                {
                    "final": "川崎病",
                    "others": [],
                    "basis": [{"kind": "criteria", "detail": "冠状动脉扩张"}],
                    "criteria": "",
                    "why_not_others": "",
                },
            )
        ],
        teacher_notes="<p>丙种球蛋白</p>",
    )
    return publish(page, branch)


@pytest.fixture
def in_chinese() -> Iterator[None]:
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def queries() -> CaptureQueriesContext:
    return CaptureQueriesContext(connection)


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """A real Elasticsearch server."""
    with ExitStack() as stack:
        url = elasticsearch.given()
        if not url and elasticsearch.is_possible():
            url = stack.enter_context(elasticsearch.node(free_port()))
        if not url:
            message = "no Elasticsearch: neither ELASTICSEARCH_TEST_URL nor java, javac and mvn"
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(message)
        yield url


@pytest.fixture
def elastic(elasticsearch_url: str, settings, db, worker_id: str) -> Iterator[ElasticEngine]:
    """The site with that server, and an index of its own that is empty at first."""
    settings.ELASTICSEARCH_URL = elasticsearch_url
    settings.ELASTICSEARCH_INDEX = f"tests-{worker_id}"
    circuit.close()
    engine = elastic_engine()
    for index in engine.indexes():
        engine.client.indices.delete(index=index)
    for _done in consistency.rebuild_server(engine):
        pass
    yield engine
    circuit.close()


@pytest.fixture(params=["database", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)], ids=str)
def engine(request) -> str:
    """Everybody who may answer, one after the other."""
    if request.param == "elasticsearch":
        request.getfixturevalue("elastic")
    return request.param
