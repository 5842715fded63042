"""The contract of every engine: the one of the database in use, and Elasticsearch."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from search import lexicon
from search.analyzer import units
from search.answering import answer
from search.engines import database_engine
from search.enums import Order
from search.models import SearchDocument
from search.query import Query
from search.results import asking

pytestmark = pytest.mark.django_db


def ask(text: str, *, reader: str = "zh-hans", is_loose: bool = False, **query):
    found, is_limited = answer(asking(Query(text=text, **query), reader=reader, is_loose=is_loose))
    assert not is_limited, "this is the answer of the substitute"
    return found


@pytest.fixture
def found(engine):
    """Titles found for a query, best first."""

    def search(text: str, **asked) -> list[str]:
        titles = dict(SearchDocument.objects.values_list("pk", "title"))
        return [titles[page_id] for page_id in ask(text, **asked).page_ids]

    return search


@pytest.fixture
def library(engine, write):
    write("黄疸的识别", "<p>新生儿黄疸先看日龄，再看风险。</p>")
    write("发热的幼儿", "<p>连续五天发热，想到川崎病；注意冠状动脉。</p>")
    write("呼吸困难", "<p>咳嗽三天，伴喘息与气促，夜间加重。</p>")
    write("疾病谱", "<p>常见与少见的疾病。</p>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("黄疸", ["黄疸的识别"]),
        ("黃疸", ["黄疸的识别"]),
        ("川崎病", ["发热的幼儿"]),
        ("Kawasaki disease", ["发热的幼儿"]),
        ("KD", ["发热的幼儿"]),
        ("kd", ["发热的幼儿"]),
        ("chuanqibing", ["发热的幼儿"]),
        ("chuan qi bing", ["发热的幼儿"]),
        ("cqb", ["发热的幼儿"]),
        ("发烧", ["发热的幼儿"]),
        ("喘", ["呼吸困难"]),
        ("咳", ["呼吸困难"]),
        ("重", ["呼吸困难"]),
        ("气促", ["呼吸困难"]),
        ("冠状动脉", ["发热的幼儿"]),
        ("日龄", ["黄疸的识别"]),
        ("龄日", []),
        ("崎川病", []),
        ("阑尾炎", []),
    ],
)
def test_words_are_found_wherever_they_stand_and_however_they_are_said(library, found, text, expected):
    assert found(text) == expected


def test_a_single_character_is_found_inside_words_and_at_their_end(library, found):
    assert sorted(found("病")) == ["发热的幼儿", "疾病谱"]


@pytest.mark.parametrize("text", ["Graves病", "graves病", '"Graves病"', '"B超"', '"3岁"'])
def test_a_word_and_a_character_behind_it_are_found_in_the_middle_of_a_sentence(engine, write, found, text):
    write("甲状腺", "<p>考虑Graves病的可能，床旁B超检查，3岁起病。</p>")
    write("别的", "<p>Graves 与病，B 与超，3 与岁。</p>")
    assert found(text)[0] == "甲状腺"


@pytest.mark.parametrize(
    "text", ["20mL/kg", "20 ml/kg", '"20mL/kg"', "1:10000", "1:10 000", "1:10,000", "0.01mg", "0.01 mg"]
)
def test_a_dose_is_found_however_its_spaces_are_written(engine, write, found, text):
    write("剂量", "<p>肾上腺素1:10 000，0.01 mg/kg；生理盐水20 mL/kg</p>")
    write("别的剂量", "<p>1 与 10 000，0、1 mg，20 次，mL 与 kg</p>")
    assert found(text)[0] == "剂量"


def test_another_dose_is_not_that_dose(engine, write, found):
    write("剂量", "<p>肾上腺素0.1 mg，1:1 000，2 mL</p>")
    for text in ("0.01mg", "1:10000", "20mL"):
        assert found(f'"{text}"') == [], text
        assert found(text) == [], text
        assert ask(text, is_loose=True).page_ids == [], text


def test_a_long_question_finds_the_page_that_answers_it(library, found):
    assert found("新生儿黄疸应该先看什么指标")[0] == "黄疸的识别"


def test_english_words_are_found_in_every_form_and_spelling(engine, write, home_en, found):
    write("Vessels", "<p>Coronary aneurysms are feared.</p>", parent=home_en)
    write("Blood", "<p>Anaemia, oedema and tumours in hospitalised children.</p>", parent=home_en)
    assert found("aneurysm", reader="en") == ["Vessels"]
    for text in ("anemia", "edema", "tumor", "hospitalized", "ANÆMIA".replace("Æ", "ae")):
        assert found(text, reader="en") == ["Blood"], text


def test_quotes_ask_for_the_words_as_they_stand(engine, write, home_en, found):
    write("One", "<p>the capillary refill time is long</p>", parent=home_en)
    write("Two", "<p>time to refill every capillary</p>", parent=home_en)
    assert found('"capillary refill"', reader="en") == ["One"]
    assert sorted(found("capillary refill", reader="en")) == ["One", "Two"]
    assert found("“refill every” time", reader="en") == ["Two"]


def test_a_minus_leaves_out(library, found, write):
    write("发热与皮疹", "<p>发热伴皮疹</p>")
    assert found("发热 -皮疹") == ["发热的幼儿"]
    assert found('发热 -"川崎病"') == ["发热与皮疹"]
    assert found("-发热") == []


def test_what_is_left_out_is_left_out_in_the_other_language_too(engine, write, home_en, found):
    chinese = write("发热伴皮疹", "<p>发热</p>")
    write("Fever with spots", "<p>fever</p>", parent=home_en, translation_key=chinese.translation_key)
    write("发热", "<p>发热</p>")
    assert found("发热 -皮疹") == ["发热"]
    assert found("fever -rash", reader="en") == ["发热"]


def test_a_search_server_is_told_of_any_number_of_pages_to_leave_out(library, found, write, monkeypatch):
    monkeypatch.setattr("search.engines.elastic_query.MOST_TERMS", 2)
    for number in range(5):
        write(f"发热与皮疹{number}")
    assert found("发热 -皮疹") == ["发热的幼儿"]


def test_of_cases_with_their_answers_words_are_left_out_and_asked_for_wherever_they_stand(
    engine, case, found
):
    title = "反复发热五天的幼儿"
    assert found("发热 -杨梅舌") == [title]
    assert found("发热 -杨梅舌", with_answers=True) == []
    assert found('"高热不退" "杨梅舌"', with_answers=True) == [title]
    assert found('"高热不退" "草莓糖"', with_answers=True) == []


def test_a_case_is_found_by_its_number(engine, case, found):
    assert found("PC-2026-0001") == ["反复发热五天的幼儿"]


def test_signs_that_nobody_sees_do_not_matter(library, found):
    assert found("川\u200b崎病") == ["发热的幼儿"]
    assert found("\u202e黄疸") == ["黄疸的识别"]


def test_a_hyphen_inside_a_word_is_no_minus(engine, write, home_en, found):
    write("Coma", "<p>hypoxic-ischemic encephalopathy</p>", parent=home_en)
    assert found("hypoxic-ischemic", reader="en") == ["Coma"]


def test_a_match_in_the_title_ranks_above_one_in_the_text(engine, write, found):
    for number in range(5):
        write(f"其他{number}", "<p>无关的文字。</p>")
    write("儿科总论", "<p>关于光疗的文字，关于光疗的处理。</p>")
    write("光疗", "<p>另外的文字，说别的事情，说很多别的事情。</p>")
    assert found("光疗") == ["光疗", "儿科总论"]


def test_a_rare_word_weighs_more_than_a_common_one(engine, write, found):
    for number in range(6):
        write(f"发热{number}", "<p>发热发热发热</p>")
    write("皮疹", "<p>发热与瘀点</p>")
    assert found("发热 瘀点")[0] == "皮疹"


def test_a_patient_who_has_a_sign_comes_before_one_who_has_not(engine, case, write, found):
    for number in range(4):
        write(f"其他{number}", "<p>无关的文字。</p>")
    write("另一个孩子", "<p>咳嗽三天，夜间加重，伴喘息，此外还有很多别的事情，说来话长，说也说不完。</p>")
    assert found("喘息") == ["另一个孩子", "反复发热五天的幼儿"]


def test_what_was_typed_ranks_above_its_other_names(engine, write, found):
    write("甲", "<p>高热惊厥的孩子</p>")
    write("乙", "<p>热性惊厥的孩子</p>")
    assert found("热性惊厥") == ["乙", "甲"]
    assert found("高热惊厥") == ["甲", "乙"]


def test_the_readers_language_comes_first_and_once(engine, write, home_en, found):
    chinese = write("急救 ABC", "<p>epinephrine</p>")
    write("First aid", "<p>epinephrine</p>", parent=home_en, translation_key=chinese.translation_key)
    write("Only English epinephrine", parent=home_en)
    assert found("epinephrine", reader="zh-hans") == ["急救 ABC", "Only English epinephrine"]
    assert sorted(found("epinephrine", reader="en")) == ["First aid", "Only English epinephrine"]
    assert ask("epinephrine").total == 2


def test_filters_narrow_and_their_counts_ignore_their_own_choice(
    engine, library, lesson, home_en, write, found
):
    write("Fever", "<p>发热</p>", parent=home_en)
    assert found("发热", filters={"kind": "lesson"}) == ["出生后第一周"]
    assert found("发热", filters={"language": "en"}) == ["Fever"]
    assert found("发热", filters={"kind": "lesson", "language": "en"}) == []
    every = ask("发热")
    assert every.total == 3
    assert every.counts["kind"] == {"page": 2, "lesson": 1}
    assert every.counts["language"] == {"zh-hans": 2, "en": 1}
    assert every.counts["institution"] == {"rivertown": 1}
    narrowed = ask("发热", filters={"kind": "page", "language": "en"})
    assert (narrowed.total, narrowed.counts["kind"], narrowed.counts["language"]) == (
        1,
        {"page": 1},
        {"zh-hans": 1, "en": 1},
    )


def test_a_page_and_its_translation_count_once_in_every_facet(engine, write, home_en, found):
    chinese = write("急救", "<p>epinephrine</p>")
    write("First aid", "<p>epinephrine</p>", parent=home_en, translation_key=chinese.translation_key)
    counted = ask("epinephrine")
    assert (counted.total, counted.counts["kind"]) == (1, {"page": 1})
    assert counted.counts["language"] == {"zh-hans": 1, "en": 1}


def test_what_was_reviewed_within_a_year_is_a_facet(engine, lesson, publish, found):
    today = timezone.localdate()
    page = lesson.specific
    for days, expected in ((10, {"yes": 1}), (400, {})):
        SearchDocument.objects.filter(pk=page.pk).update(reviewed_on=None)
        type(page).objects.filter(pk=page.pk).update(reviewed_on=today - timedelta(days=days))
        _index_again(page)
        assert ask("黄疸").counts["reviewed"] == expected


def _index_again(page) -> None:
    from search import outbox, services

    services.index_page(page_id=page.pk)
    outbox.deliver()


def test_the_newest_come_first_on_request(engine, write, found):
    titles = [f"腹泻{number}" for number in range(3)]
    for title in titles:
        write(title)
    assert found("腹泻", order=Order.NEWEST) == titles[::-1]


def test_a_page_is_as_new_as_the_newest_of_its_translations_that_was_found(engine, write, home_en, found):
    old = write("腹泻一", "<p>diarrhoea</p>")
    write("腹泻二", "<p>diarrhoea</p>")
    write("Diarrhoea", "<p>diarrhoea</p>", parent=home_en, translation_key=old.translation_key)
    write("Only English", "<p>diarrhoea</p>", parent=home_en)
    assert found('"diarrhoea"', order=Order.NEWEST) == ["Only English", "腹泻一", "腹泻二"]
    assert found('"腹泻"', order=Order.NEWEST) == ["腹泻二", "腹泻一"]


def test_results_come_in_stretches_with_their_number(engine, write, found):
    for number in range(23):
        write(f"腹泻{number:02d}")
    first, second = ask("腹泻"), ask("腹泻", page=2)
    assert (first.total, len(first.page_ids), len(second.page_ids)) == (23, 20, 3)
    assert len({*first.page_ids, *second.page_ids}) == 23
    for late in (500, 10_000):
        assert (ask("腹泻", page=late).total, ask("腹泻", page=late).page_ids) == (23, [])


def test_a_phrase_does_not_run_over_the_end_of_a_sentence(engine, write, found):
    write("标题", "<p>住在川崎。崎病</p>")
    assert found("川崎病") == []


def test_answers_of_cases_are_found_on_request_alone(engine, case, found):
    assert found("杨梅舌") == []
    assert found("川崎病") == []
    assert found("杨梅舌", with_answers=True) == ["反复发热五天的幼儿"]
    assert found("Kawasaki disease", with_answers=True, reader="en") == ["反复发热五天的幼儿"]
    assert found("丙种球蛋白", with_answers=True) == []  # the teacher's notes are nobody's business


HOSTILE = [
    "",
    "((((",
    '"',
    "%",
    "NEAR(",
    "*",
    "OR OR",
    "'; DROP TABLE search_searchdocument; --",
    "a:*",
    "title:黄疸",
    "🩺",
    "‮黄疸",
    "\x00",
    "^黄疸",
    "{title}: x",
    "& | !",
    "<->",
    "%s %d",
    "\\",
    "\ud800",
    "-",
    "--",
    '""',
    '"" -""',
    "-黄疸 -黃疸",
    "黄疸" * 5_000,
    "a " * 5_000,
    '"黄疸" ' * 500,
    "-a" * 3_000,
    " ".join(text for entry in lexicon.shipped() for text, _weak in entry.names)[:20_000],
    " ".join(f'"{entry.names[0][0]}"' for entry in lexicon.shipped())[:20_000],
    " ".join(f"-{entry.names[0][0]} {entry.names[-1][0]}" for entry in lexicon.shipped())[:20_000],
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_queries_are_only_words(library, found, text):
    found(text)
    assert SearchDocument.objects.count() == 4


def test_a_page_that_was_unpublished_behind_the_index_is_not_found(library, found):
    Page.objects.filter(title="疾病谱").update(live=False)
    assert found("疾病谱") == []


def test_a_page_that_was_closed_behind_the_index_is_not_even_counted(library, found, write):
    closed = write("内部")
    write("疾病甲", "<p>少见的疾病</p>", parent=closed)
    assert ask("疾病").total == 2
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page_id=closed.pk, restriction_type="login")]
    )
    assert (ask("疾病").total, found("疾病")) == (1, ["疾病谱"])


def test_a_very_long_text_is_indexed_and_found(engine, write, found):
    long = "".join(chr(0x4E00 + (place * 37) % 20_000) for place in range(60_000))
    write("长文", f"<p>{long}</p>", summary="瘢痕挛缩")
    assert found("瘢痕挛缩") == ["长文"]


def test_tokens_are_forgotten_with_the_document(write):
    write("疾病谱", "<p>常见</p>")
    assert database_engine().holding(units("常见"))
    SearchDocument.objects.all().delete()
    assert database_engine().holding(units("常见")) == set()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM search_fts")
            assert cursor.fetchone() == (0,)
