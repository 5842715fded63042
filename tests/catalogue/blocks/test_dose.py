"""Doses of drugs: what is refused, and what is printed."""

import pytest
from wagtail.blocks import StructBlockValidationError

from courseware.catalogue.blocks import DrugDoseBlock

DOSE = {
    "drug": "对乙酰氨基酚",
    "indication": "",
    "dose": "10",
    "dose_to": None,
    "unit": "mg",
    "basis": "kg",
    "per": "dose",
    "max_amount": None,
    "max_unit": "",
    "max_per": "",
    "route": "oral",
    "interval": "",
    "duration": "",
    "note": "",
    "source": "WHO 2013",
}


def dose(**changes):
    return DrugDoseBlock().to_python(DOSE | changes)


def refusal(**changes) -> dict[str, list[str]]:
    with pytest.raises(StructBlockValidationError) as refused:
        DrugDoseBlock().clean(dose(**changes))
    return {name: error.messages for name, error in refused.value.block_errors.items()}


def test_a_whole_dose_is_accepted():
    assert DrugDoseBlock().clean(dose())["drug"] == "对乙酰氨基酚"


def test_a_dose_of_zero_is_refused_with_a_sentence(in_english):
    assert refusal(dose="0") == {"dose": ["A dose must be greater than zero."]}


@pytest.mark.parametrize("end", ["9.9", "10"])
def test_a_range_that_does_not_rise_is_refused_with_a_sentence(in_english, end):
    assert refusal(dose_to=end) == {"dose_to": ["The end of the range must be above its start."]}


def test_a_negative_dose_is_refused():
    assert list(refusal(dose="-5")) == ["dose"]


def test_a_dose_without_a_source_is_refused():
    assert list(refusal(source="")) == ["source"]


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("10", "10 mg/kg"),
        ("10.0000", "10 mg/kg"),
        ("0.0500", "0.05 mg/kg"),
        ("1000", "1000 mg/kg"),
        ("1E+2", "100 mg/kg"),
    ],
)
def test_a_dose_is_printed_without_trailing_zeros(number, printed):
    assert dose(dose=number).amount == printed


def test_a_range_is_printed_with_a_dash():
    assert dose(dose_to="15.50").amount == "10–15.5 mg/kg"


@pytest.mark.parametrize(
    ("basis", "printed"),
    [("m2", "10 mg/m²"), ("min", "10 mg/kg/min"), ("h", "10 mg/kg/h"), ("fixed", "10 mg")],
)
def test_the_basis_is_printed_with_the_unit(basis, printed):
    assert dose(basis=basis).amount == printed


@pytest.mark.parametrize(
    ("changes", "printed"),
    [
        ({}, ""),
        ({"max_amount": "75.0"}, "75 mg"),
        ({"max_amount": "4", "max_unit": "g"}, "4 g"),
        ({"max_amount": "1000"}, "1000 mg"),
    ],
)
def test_a_maximum_is_printed_in_its_own_unit_or_that_of_the_dose(changes, printed):
    assert dose(**changes).maximum == printed


@pytest.mark.parametrize(("changes", "label"), [({}, "each dose"), ({"max_per": "day"}, "in 24 hours")])
def test_a_maximum_holds_for_its_own_time_or_that_of_the_dose(in_english, changes, label):
    assert dose(**changes).max_per_label == label


def test_route_and_time_are_printed_by_their_labels(in_english):
    assert (dose(route="iv").route_label, dose(per="continuous").per_label) == (
        "intravenous",
        "continuous infusion",
    )
