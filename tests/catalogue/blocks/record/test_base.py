"""Groups of facts."""

from courseware.catalogue.blocks.record.care import OutcomeBlock
from courseware.catalogue.blocks.record.history import BirthBlock, SocialBlock


def facts(block, **fields) -> list[tuple[str, object]]:
    return [(str(label), value) for label, value in block.to_python(fields).facts]


def test_facts_are_printed_in_order_and_choices_by_their_label(in_english):
    assert facts(BirthBlock(), delivery="vaginal", gravida_para="G1P1", birth_weight_g=3150) == [
        ("Gravida / para", "G1P1"),
        ("Delivery", "spontaneous vaginal"),
        ("Birth weight (g)", 3150),
    ]


def test_a_fact_that_was_left_out_is_not_printed():
    assert facts(BirthBlock(), delivery="", apgar="", birth_weight_g=None) == []


def test_a_flag_is_printed_only_when_it_is_set(in_english):
    assert facts(SocialBlock(), safeguarding=False) == []
    assert facts(SocialBlock(), safeguarding=True) == [("Safeguarding concern", True)]


def test_a_number_that_is_zero_is_a_fact(in_english):
    assert facts(OutcomeBlock(), kind="died", stay_days=0) == [("Outcome", "died"), ("Days in hospital", 0)]
