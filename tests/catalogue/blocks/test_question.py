"""Questions."""

import pytest
from wagtail.blocks import StructBlockValidationError

from courseware.catalogue.blocks import QuestionBlock


def question(*correct: bool) -> dict:
    options = [
        {"text": f"选项 {n}", "correct": right, "explanation": "因为"} for n, right in enumerate(correct)
    ]
    return {"stem": "下一步？", "options": options, "bloom": "apply"}


def cleaned(data: dict):
    block = QuestionBlock()
    return block.clean(block.to_python(data))


def test_a_question_without_a_right_answer_is_refused_with_a_sentence(in_english):
    with pytest.raises(StructBlockValidationError) as refusal:
        cleaned(question(False, False))
    assert refusal.value.block_errors["options"].non_block_errors.as_data()[0].messages == [
        "Mark at least one option as correct."
    ]


def test_more_than_one_answer_may_be_right():
    assert [option["correct"] for option in cleaned(question(True, True, False))["options"]] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("number", [1, 9])
def test_a_question_has_two_to_eight_options(number):
    with pytest.raises(StructBlockValidationError) as refusal:
        cleaned(question(*[True] * number))
    assert list(refusal.value.block_errors) == ["options"]


def test_every_option_needs_an_explanation():
    data = question(True, False)
    data["options"][1]["explanation"] = ""
    with pytest.raises(StructBlockValidationError) as refusal:
        cleaned(data)
    assert list(refusal.value.block_errors["options"].block_errors) == [1]
