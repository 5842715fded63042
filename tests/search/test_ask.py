"""How a query is read."""

import pytest

from search import glossary
from search.analyzer import Match, phrase
from search.ask import CANDIDATES, candidates, loosened, read
from search.models import Concept, Name

pytestmark = pytest.mark.django_db


@pytest.fixture
def wish():
    def of(text: str, known=frozenset()):
        return read(text, glossary=glossary.load(), known=known)

    return of


def said(wish) -> list[list[str]]:
    """Of each clause what was typed; other names are left out."""
    return [[unit.text for unit in clause.units] for clause in wish.clauses]


def others(wish) -> set[str]:
    return {unit.text for clause in wish.clauses for unit in clause.related}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fever cough", [["fever"], ["cough"]]),
        ("the child with fever", [["child"], ["fever"]]),
        ("川崎病诊断", [["川崎病诊断"], ["川崎病"], ["诊断"]]),
        ("川崎病 冠脉", [["川崎病"], ["冠脉"]]),
        ("Kawasaki disease treatment", [["kawasaki diseas"], ["treatment"]]),
        ("IgA肾病", [["iga 肾病"]]),
        ("怎么投稿", [["怎么投稿"], ["投稿"]]),
        ("fever fever FEVER", [["fever"]]),
        ("((", []),
    ],
)
def test_names_are_kept_whole_and_the_rest_is_taken_apart(wish, text, expected):
    assert said(wish(text)) == expected


@pytest.mark.parametrize(
    "typed", ["川崎病", "皮肤黏膜淋巴结综合征", "Kawasaki disease", "KD", "chuanqibing", "cqb"]
)
def test_whatever_is_typed_brings_all_other_names(wish, typed):
    found = wish(typed)
    every = {unit.text for clause in found.clauses for unit in clause.every}
    assert every >= {"川崎病", "皮肤黏膜淋巴结综合征", "kawasaki diseas"}


def test_an_ambiguous_name_leads_to_all_its_concepts_and_none_of_them_to_it(wish):
    assert {"房间隔缺损", "孤独症谱系障碍"} <= others(wish("ASD"))
    assert "asd" not in others(wish("房间隔缺损"))


def test_an_ambiguous_name_that_is_a_word_is_believed_in_capitals_or_alone(wish):
    leukemia = "急性淋巴细胞白血病"
    assert leukemia in others(wish("ALL"))
    assert leukemia in others(wish("all"))
    assert leukemia in others(wish("treatment of ALL"))
    assert leukemia not in others(wish("all children with fever", known={"all"}))
    assert leukemia in others(wish("all children with fever"))


def test_initials_are_believed_only_of_what_is_no_word_of_the_index(wish):
    assert "川崎病" in others(wish("cqb"))
    assert "川崎病" not in others(wish("cqb", known={"cqb"}))


def test_quotes_and_minus(wish):
    found = wish('fever "capillary refill" -rash -“川崎病” 「黄疸」')
    assert said(found) == [["capillari refil"], ["黄疸"], ["fever"]]
    assert [[unit.text for unit in group] for group in found.required] == [["capillari refil"], ["黄疸"]]
    # What is not wanted is not wanted under its other names either.
    assert {"rash", "皮疹", "川崎病", "kawasaki diseas"} <= {unit.text for unit in found.excluded}


@pytest.mark.parametrize("text", ['"fever', 'fever"', "hypoxic-ischemic", "- fever", "3-5", "”fever“"])
def test_signs_that_say_nothing_are_ignored(wish, text):
    assert (wish(text).required, wish(text).excluded) == ((), ())


def test_of_a_long_question_the_rarest_parts_decide_what_is_considered(wish):
    found = wish("alpha beta gamma delta epsilon zeta")
    numbers = {clause.units[0]: place + 1 for place, clause in enumerate(found.clauses)}
    (group,) = candidates(found, numbers)
    assert [unit.text for unit in group] == ["alpha", "beta", "gamma", "delta"][:CANDIDATES]
    assert candidates(wish("alpha beta"), {}) == ()


def test_words_of_no_document_decide_nothing(wish):
    found = wish("alpha beta gamma delta epsilon zeta")
    assert [unit.text for unit in candidates(found, {phrase(["zeta"]): 3})[0]] == ["zeta"]
    assert candidates(found, {}) == ()


def test_long_phrases_can_be_taken_apart_and_short_ones_cannot(wish):
    assert said(loosened(wish("投稿写病例"))) == [["投稿"], ["稿写"], ["写病"], ["病例"]]
    assert said(loosened(wish("白血症"))) == [["白血症"]]
    assert said(loosened(wish("1型糖尿病"))) == [["型糖"], ["糖尿"], ["尿病"]]
    assert said(loosened(wish("Kawasaki disease shock syndrome"))) == [
        ["kawasaki"],
        ["diseas"],
        ["shock"],
        ["syndrom"],
    ]


def test_editors_extend_the_glossary(wish):
    assert others(wish("圆圈病")) == set()
    concept = Concept.objects.create()
    for text in ("圆圈病", "circle disease"):
        Name.objects.create(concept=concept, text=text)
    assert others(wish("圆圈病")) == {"圆圈病", "circl diseas"}
    assert others(wish("yuanquanbing")) == {"圆圈病", "circl diseas"}


def test_a_single_character_is_looked_for_inside_of_words(wish):
    assert [unit.match for clause in wish("病").clauses for unit in clause.units] == [Match.PREFIX]


def test_no_word_that_was_typed_is_cut_off_by_other_names():
    names = {
        f"d{number}": [f"d{number}", *(f"d{number} {other}" for other in "abcdefgh")] for number in range(12)
    }
    typed = " ".join(f"-{name}" for name in names)
    concept = iter(range(100))
    keys, strong = {}, {}
    for every in names.values():
        number = next(concept)
        strong[number] = tuple(phrase(name.split()) for name in every)
        keys |= {name: frozenset({number}) for name in every}
    excluded = read(f"fever {typed}", glossary=glossary.Glossary(by_key=keys, strong=strong)).excluded
    assert [unit.text for unit in excluded[:12]] == list(names)
    assert len(excluded) == 96
