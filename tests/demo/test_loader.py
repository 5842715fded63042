"""A tiny library: one institution, one person, one course with a lesson and a case, no film."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from django.db import transaction
from wagtail.models import Page, Revision

from courseware.catalogue.enums import Stage
from courseware.catalogue.models import CasePage, CoursePage, LessonPage, Term
from courseware.demo import loader
from courseware.demo.texts import LibraryError
from courseware.network.models import Institution, Membership, Person
from home.models import HomePage, StandardPage, TeachingImage

# PostgreSQL loads the whole library in tests/search/test_relevance.py.
pytestmark = pytest.mark.once

CREDIT = [{"person": "lin", "institution": "harbor", "roles": ["case-author"]}]
CASE = {
    "case_no": "PC-2026-0001",
    "institution": "harbor",
    "title": {"zh": "越来越黄", "en": "Ever yellower"},
    "title_teacher": {"zh": "溶血", "en": "Haemolysis"},
    "summary": {"zh": "三天", "en": "Three days"},
    "age_value": 3,
    "age_unit": "d",
    "sex": "male",
    "setting": "neonatal",
    "complaint": "jaundice",
    "specialties": ["neonatology"],
    "icd10": "D55.0",
    "consent_kind": "fictional",
    "consent_holder": "harbor",
    "mesh": [{"ui": "D005955", "zh": "缺乏症", "en": "Deficiency"}],
    "tags": [{"zh": "黄疸", "en": "jaundice"}],
    "contributions": CREDIT,
    "licence": "cc-by-nc",
    **{s.field_name: [{"text": {"zh": f"第{s.value}步", "en": f"Step {s.value}"}}] for s in Stage},
}
LESSON = {
    "key": "lesson-a",
    "title": {"zh": "第一课", "en": "Lesson one"},
    "minutes": 40,
    "contributions": CREDIT,
    "body": [{"text": {"zh": "见[病例](page:pc-2026-0001)", "en": "See [the case](page:pc-2026-0001)"}}],
}
COURSE = {
    "key": "course-a",
    "institution": "harbor",
    "title": {"zh": "新生儿", "en": "The newborn"},
    "hours": 12,
    "outline": [{"module": {"title": {"zh": "一", "en": "One"}, "items": ["lesson-a", "pc-2026-0001"]}}],
    "contributions": CREDIT,
}
NETWORK = {
    "institutions": [
        {
            "key": "harbor",
            "name_zh": "澜港儿童医院",
            "name_en": "Harbor Hospital",
            "kind": "affiliated",
            "region": "east",
            "levels": [{"level": "lead"}],
            "page": {"intro": {"zh": "**牵头**", "en": "**Lead**"}, "body": []},
        }
    ],
    "people": [
        {
            "key": "lin",
            "name_zh": "林",
            "name_en": "Lin",
            "memberships": [{"institution": "harbor", "role": "lead-teacher"}],
        },
        {
            "key": "wang",
            "name_zh": "王",
            "name_en": "Wang",
            "checks_translations": True,
            "memberships": [{"role": "chief-editor"}, {"role": "privacy-officer"}],
        },
        *(
            {
                "key": key,
                "name_zh": f"评审{key}",
                "name_en": f"Reviewer {key}",
                "memberships": [{"role": "reviewer"}],
            }
            for key in ("one", "two")
        ),
    ],
    "sections": [],
}
PAGES = {
    "home": {"body": [{"text": {"zh": "一起写", "en": "Write with us"}}]},
    "pages": [
        {
            "slug": "about",
            "title": {"zh": "关于", "en": "About"},
            "body": [{"text": {"zh": "这里", "en": "Here"}}],
        }
    ],
}


def put(path: Path, data: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


@pytest.fixture
def library(tmp_path, monkeypatch) -> Path:
    put(tmp_path / "network.yaml", NETWORK)
    put(tmp_path / "pages.yaml", PAGES)
    put(tmp_path / "cases" / "pc-2026-0001.yaml", CASE)
    put(tmp_path / "courses" / "course-a" / "course.yaml", COURSE)
    put(tmp_path / "courses" / "course-a" / "lesson-a.yaml", LESSON)
    monkeypatch.setattr(loader, "LIBRARY", tmp_path)
    return tmp_path


@pytest.fixture
def load(db, library, django_capture_on_commit_callbacks) -> Callable[[], list[str]]:
    """Loads the tiny library; what it reports."""

    def run() -> list[str]:
        lines: list[str] = []
        # English copies are published after the commit.
        with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
            loader.load(lines.append)
        return lines

    return run


def state() -> dict[str, int]:
    models = (Page, Revision, Institution, Person, Membership, Term, TeachingImage)
    return {model.__name__: model.objects.count() for model in models}


def test_everything_is_published_in_both_languages(load):
    load()
    kinds = (CoursePage, LessonPage, CasePage, StandardPage)
    assert [sorted(kind.objects.live().values_list("locale__language_code", "title")) for kind in kinds] == [
        [("en", "The newborn"), ("zh-hans", "新生儿")],
        [("en", "Lesson one"), ("zh-hans", "第一课")],
        [("en", "Ever yellower"), ("zh-hans", "越来越黄")],
        [("en", "About"), ("zh-hans", "关于")],
    ]


def test_the_second_time_nothing_changes(load):
    load()
    before = state()
    load()
    assert state() == before


def test_progress_is_reported(load):
    lines = load()
    assert [line for line in lines if line.startswith("[")] == [
        "[1/3] pc-2026-0001",
        "[2/3] lesson-a",
        "[3/3] course-a",
    ]


def test_a_case_is_classified_and_credited(load):
    load()
    case = CasePage.objects.get(locale__language_code="zh-hans")
    assert (
        case.url,
        case.age_band,
        case.complaint.code,
        [term.code for term in case.mesh.all()],
        [tag.name_en for tag in case.tags.all()],
        [row.person.slug for row in case.contributions.all()],
    ) == ("/zh-hans/harbor/pc-2026-0001/", "neonate", "jaundice", ["D005955"], ["jaundice"], ["lin"])


def test_the_english_case_tells_every_stage_in_english(load):
    load()
    case = CasePage.objects.get(locale__language_code="en")
    assert [str(getattr(case, stage.field_name)[0].value.source) for stage in Stage] == [
        f"<p>Step {stage.value}</p>" for stage in Stage
    ]
    assert (case.title_teacher, case.slug, case.age_band, case.icd10) == (
        "Haemolysis",
        "pc-2026-0001",
        "neonate",
        "D55.0",
    )


def test_a_lesson_links_to_the_page_that_the_library_names(client, load):
    load()
    lesson = LessonPage.objects.get(locale__language_code="zh-hans")
    assert '<a href="/zh-hans/harbor/pc-2026-0001/">病例</a>' in client.get(lesson.url).content.decode()


def test_both_front_pages_say_how_to_contribute(load):
    load()
    texts = {page.locale.language_code: page.body[0].value.source for page in HomePage.objects.live()}
    assert texts == {"zh-hans": "<p>一起写</p>", "en": "<p>Write with us</p>"}


def test_a_page_without_english_stays_in_chinese(load, library):
    put(library / "courses" / "course-a" / "lesson-a.yaml", LESSON | {"title": {"zh": "第一课"}})
    load()
    assert [page.locale.language_code for page in LessonPage.objects.all()] == ["zh-hans"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"complaint": "hiccup"}, "there is no term"),
        ({"age_value": 400, "age_unit": "y"}, "pc-2026-0001: "),
        ({"icd10": "yellow"}, "pc-2026-0001: "),
        ({"stage_setting": [{"poem": "x"}]}, "pc-2026-0001.stage_setting[0].poem: no such block"),
        ({"cover": "mona-lisa"}, "there is no figure 'mona-lisa'"),
    ],
)
def test_a_mistake_in_a_file_is_named(load, library, change, sentence):
    put(library / "cases" / "pc-2026-0001.yaml", CASE | change)
    with pytest.raises(LibraryError) as refused:
        load()
    assert str(refused.value).startswith(sentence)
