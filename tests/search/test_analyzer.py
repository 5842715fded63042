import pytest

from search import analyzer
from search.analyzer import Match, Unit, tokens, units


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("川崎病", ["川崎", "崎病", "病"]),
        ("病", ["病"]),
        ("IgA肾病。", ["iga", "肾病", "病"]),
        ("Kawasaki diseases", ["kawasaki", "diseas"]),
        ("ＣＲＰ　１２０", ["crp", "120"]),
        ("Ménière's", ["menier", "s"]),
        ("Me\u0301nie\u0300re", ["menier"]),
        ("39.5℃", ["39", "5", "c"]),
        ("黃疸 發熱", ["黄疸", "疸", "发热", "热"]),
        ("anaemia oedema tumours", ["anemia", "edema", "tumor"]),
        ("diarrhoea dyspnoea coeliac", ["diarrhea", "dyspnea", "celiac"]),
        ("ORS does rise", ["ors", "doe", "rise"]),
        ("", []),
        ("((( \x00 🩺 ‮", []),
    ],
)
def test_it_cuts_text_into_tokens(text, expected):
    assert list(tokens(text)) == expected


def test_half_typed_words_are_not_stemmed():
    assert list(tokens("diseases 黄疸", stemmed=False)) == ["diseases", "黄疸", "疸"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("病", [Unit(Match.PREFIX, ("病",))]),
        ("川崎病", [Unit(Match.PHRASE, ("川崎病",))]),
        ("diseases", [Unit(Match.WORD, ("diseas",))]),
        ("diseases disease DISEASE", [Unit(Match.WORD, ("diseas",))]),
        ("the treatment of", [Unit(Match.WORD, ("treatment",))]),
        ("OR OR", [Unit(Match.WORD, ("or",))]),
        ('🩺 \x00 (((( " % * ;', []),
    ],
)
def test_it_says_what_a_query_asks_for(text, expected):
    assert units(text) == expected


def test_a_run_of_six_characters_is_a_phrase_and_of_seven_a_question():
    assert [unit.match for unit in units("一二三四五六")] == [Match.PHRASE]
    assert [unit.text for unit in units("一二三四五六七")] == [
        "一二",
        "二三",
        "三四",
        "四五",
        "五六",
        "六七",
    ]


@pytest.mark.parametrize("text", ["黄疸" * 5_000, "ab " * 3_334, "\ufdfa" * 3_333, "a\u0301" * 5_000])
def test_a_query_of_ten_kilobytes_asks_for_little(text):
    assert len(units(text)) <= analyzer.MAX_UNITS


def test_a_query_asks_for_a_bounded_number_of_things():
    assert len(units(" ".join(f"w{number}" for number in range(200)))) == analyzer.MAX_UNITS
