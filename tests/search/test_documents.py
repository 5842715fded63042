import json

import pytest
from django.db import connection
from django.utils import translation
from wagtail.models import Page

from courseware.catalogue import ages
from courseware.catalogue.enums import AgeUnit, Stage
from courseware.catalogue.models import Contribution, CoursePage, Keyword, LecturePage, LessonPage, Term
from courseware.network.models import Person
from home.models import MediaTrack, TeachingMedia
from search.analyzer import tokens
from search.answering import answer
from search.documents import OPEN_STAGES, describe, findable
from search.enums import Kind
from search.models import SearchCue, SearchDocument
from search.query import Query
from search.results import asking
from tests.factories.home import publish as publish_again

pytestmark = pytest.mark.django_db

VTT = "WEBVTT\n\n00:01.000 --> 00:04.000\n先看<b>呼吸</b>频率\n"


def found(text: str) -> list[int]:
    return answer(asking(Query(text=text), reader="zh-hans"))[0].page_ids


def test_a_lesson_is_described_by_all_its_prose(lesson, institution):
    document = describe(lesson.specific).document
    assert (document.kind, document.language, document.title) == (
        Kind.LESSON,
        "zh-hans",
        "出生后第一周",
    )
    assert document.institutions == institution.slug
    assert document.published_at == lesson.last_published_at
    assert document.body.split("\n") == [
        "生后第三天出现皮肤黄疸，逐渐加重。",
        "要点",
        "发热的小婴儿要住院",
        "何时光疗？",
        "江城儿童医院",
        "Rivertown Children's Hospital",
    ]


def test_tables_figures_lists_and_doses_are_read(write):
    table = json.dumps(
        [
            {
                "type": "table",
                "value": {
                    "caption": "表一",
                    "columns": [{"type": "text", "heading": "日龄"}],
                    "rows": [{"values": ["光疗阈值"]}],
                },
            },
            {"type": "figure", "value": {"image": None, "alt": "胸片所见", "caption": "右下肺"}},
            {
                "type": "external_link",
                "value": {
                    "title": "指南",
                    "url": "https://example.org",
                    "description": None,
                    "licence": "reserved",
                },
            },
        ]
    )
    page = write("表格")
    page.body = table
    assert describe(page).document.body.split("\n") == [
        "表一",
        "日龄",
        "光疗阈值",
        "胸片所见",
        "右下肺",
        "指南",
    ]


def test_a_course_is_found_by_keywords_terms_people_and_institution_in_both_scripts(
    course, publish, django_capture_on_commit_callbacks
):
    page = CoursePage.objects.get(pk=course.pk)
    page.tags.add(Keyword.objects.create(name="蓝光治疗", name_en="phototherapy", slug="phototherapy"))
    term = Term.objects.create(vocabulary="specialty", code="x", name_zh="高原专业", name_en="Altitude")
    page.specialties.add(term)
    person = Person.objects.create(name_zh="林志远", name_en="Zhiyuan Lin", slug="lin")
    page.contributions.add(Contribution(person=person, roles=["lecturer"]))
    with django_capture_on_commit_callbacks(execute=True):
        publish_again(page)
    for text in (
        "蓝光",
        "phototherapy",
        term.name_zh,
        "林志远",
        "Zhiyuan",
        "江城儿童",
        "Rivertown",
    ):
        assert course.pk in found(text), text


def test_a_lecture_is_found_by_its_captions(publish, branch, django_capture_on_commit_callbacks):
    media = TeachingMedia.objects.create(title="录像", type="video", duration=60, file="media/a.mp4")
    page = publish(LecturePage(title="气道", slug="airway", media=media, venue="阶梯教室"), branch)
    assert found("呼吸频率") == []
    with django_capture_on_commit_callbacks(execute=True):
        track = MediaTrack.objects.create(media=media, language="zh-hans", vtt=VTT)
    assert found("呼吸频率") == [page.pk]
    assert found("阶梯教室") == [page.pk]
    with django_capture_on_commit_callbacks(execute=True):
        track.delete()
    assert found("呼吸频率") == []


def test_a_lesson_is_found_by_what_its_videos_say_and_a_case_by_none_that_comes_later(
    publish, course, branch, django_capture_on_commit_callbacks
):
    media = TeachingMedia.objects.create(title="录像", type="video", duration=60, file="media/a.mp4")
    lesson = LessonPage(title="气道", slug="airway", body=[("video", {"video": media, "caption": ""})])
    lesson.body.append(("video", {"video": media, "caption": "again"}))
    page = publish(lesson, course)
    assert SearchDocument.objects.get(pk=page.pk).has_video
    assert found("呼吸频率") == []
    with django_capture_on_commit_callbacks(execute=True):
        MediaTrack.objects.create(media=media, language="zh-hans", vtt=VTT)
    assert found("呼吸频率") == [page.pk]
    assert list(SearchCue.objects.values_list("document", "video")) == [(page.pk, media.pk)]
    with django_capture_on_commit_callbacks(execute=True):
        media.delete()
    assert found("呼吸频率") == []
    assert not SearchDocument.objects.get(pk=page.pk).has_video


def test_a_case_is_described_by_what_a_learner_sees_first(case):
    with translation.override("zh-hans"):
        age = ages.label(18, AgeUnit.MONTHS)
    assert describe(case.specific).document.body.split("\n") == [
        "PC-2026-0001",
        "冬季急诊",
        "高热不退",
        "五天",
        "还想问什么？",
        "结膜充血",
        age,
        "江城儿童医院",
        "Rivertown Children's Hospital",
    ]
    assert describe(case.specific).document.absent == "喘息"
    assert OPEN_STAGES == (Stage.SETTING, Stage.COMPLAINT, Stage.ILLNESS)


@pytest.mark.parametrize(
    "text",
    [
        "川崎病",
        "川崎",
        "Kawasaki",
        "皮肤黏膜淋巴结综合征",
        "猩红热",
        "杨梅舌",
        "冠状动脉",
        "丙种球蛋白",
        "M30",
        "黏膜淋巴",
        "蓝光",
        "D999999",
    ],
)
def test_the_diagnosis_of_a_case_is_neither_in_the_index_nor_findable(
    case, text, django_capture_on_commit_callbacks
):
    page = case.specific
    page.tags.add(Keyword.objects.create(name="蓝光川崎病", slug="kd"))
    page.mesh.add(
        Term.objects.create(vocabulary="mesh", code="D999999", name_zh="川崎病", name_en="Kawasaki")
    )
    page.specialties.add(
        Term.objects.create(vocabulary="specialty", code="test-kd", name_zh="川崎病", name_en="x")
    )
    with django_capture_on_commit_callbacks(execute=True):
        publish_again(page)
    assert found("发热") == [case.pk]
    assert found(text) == []
    stored = SearchDocument.objects.filter(pk=case.pk).values().get()
    assert [name for name, value in stored.items() if name != "answers" and text in str(value)] == []
    columns, table, key = (
        ("*", "search_fts", "rowid")
        if connection.vendor == "sqlite"
        else ("vector", "search_searchdocument", "page_id")
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {table} WHERE {key} = %s", [case.pk])
        assert " ".join(tokens(text)) not in str(cursor.fetchall())


def test_the_root_of_the_tree_is_not_described(db):
    assert describe(Page.objects.get(depth=1).specific) is None


def test_an_alias_is_not_found_beside_its_source(write, home_en):
    page = write("黄疸")
    page.create_alias(
        parent=home_en,
        update_slug="alias",
        update_locale=home_en.locale,
        reset_translation_key=False,
    )
    assert list(findable().filter(title="黄疸")) == [Page.objects.get(pk=page.pk)]


def test_the_age_is_written_in_the_language_of_the_page(case, monkeypatch):
    monkeypatch.setattr(ages, "label", lambda value, unit: f"age in {translation.get_language()}")
    with translation.override("en"):
        assert "age in zh-hans" in describe(case.specific).document.body
