"""Numbers and units across two languages."""

import pytest

from courseware.review.quantities import missing, quantities


def words(found) -> list[str]:
    return [str(quantity) for quantity in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("每次 10～15 mg/kg，最大 600 mg", ["10 mg/kg", "15 mg/kg", "600 mg"]),
        ("25～40 mg/(kg·d)", ["25 mg/kg/day", "40 mg/kg/day"]),
        ("0.05–0.1 U/kg/h", ["0.05 u/kg/hour", "0.1 u/kg/hour"]),
        ("２．５ ㎎", ["2.5 mg"]),
        ("血小板 15 万", ["150000"]),
        ("1.5 million, 15 thousand", ["1500000", "15000"]),
        ("3-year-old, 5 months", ["3 year", "5 month"]),
        ("2岁3个月，38.5 ℃", ["2 year", "3 month", "38.5 °c"]),
        ("400 IU a day", ["400 u/day"]),
        ("G6PD, HCO₃, 葡萄糖-6-磷酸", []),
        ("", []),
    ],
)
def test_quantities_are_read_with_their_units(text, found):
    assert words(quantities(text)) == found


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("10 mg/kg", "10 mg/kg"),
        ("布洛芬 10 mg/kg，每 6 小时 1 次", "Every 6 hours: ibuprofen 10 mg/kg"),
        ("１０ mg/kg，３８．５ ℃", "10 mg/kg at 38.5 °C"),
        ("血小板 15 万", "150,000 platelets"),
        ("发热 3 天", "three days of fever"),
        ("咳嗽 1 周", "coughing for a week"),
        ("每小时升 5.1 µmol/L", "rising 5.1 μmol/L per hour"),
        ("2～3 岁", "2 to 3 years"),
        ("第 4 阶段和第 4 阶段", "in stage 4"),
        ("没有数", "no number"),
    ],
)
def test_equal_numbers_pass_whatever_their_order_script_and_width(source, translation):
    assert missing(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "lost"),
    [
        ("10 mg/kg", "100 mg/kg", ["10 mg/kg"]),
        ("10 mg/kg", "1.0 mg/kg", ["10 mg/kg"]),
        ("10 mg/kg", "10 g/kg", ["10 mg/kg"]),
        ("10 mg/kg", "10 mg", ["10 mg/kg"]),
        ("10 mg/kg/d", "10 mg/kg", ["10 mg/kg/day"]),
        ("10 mg", "10 mcg", ["10 mg"]),
        ("3.5 mmol/L", "3.5 mg/L", ["3.5 mmol/l"]),
        ("2 岁", "2 months", ["2 year"]),
        ("10～15 mg/kg", "10 mg/kg", ["15 mg/kg"]),
        ("15 万", "15,000", ["150000"]),
        ("5 mg，然后 5 mg", "5 mg, then 6 mg", ["5 mg"]),
        ("pH 7.12", "pH 7.21", ["7.12"]),
    ],
)
def test_a_number_or_unit_that_changed_is_named(source, translation, lost):
    assert words(missing(source, translation)) == lost
