"""What a case record refuses, and what it works out by itself."""

import pytest
from django.core.exceptions import ValidationError

from courseware.catalogue.enums import AgeBand, Stage
from courseware.catalogue.models import CasePage
from tests.factories.catalogue import CasePageFactory


def draft(parent, **fields) -> CasePage:
    """A case below `parent` that is not saved."""
    page = CasePage(
        **{"title": "咳嗽三天", "case_no": "PC-2026-0101", "age_value": 5, "locale": parent.locale} | fields
    )
    page.path, page.depth = f"{parent.path}9999", parent.depth + 1
    return page


def refusals(page: CasePage) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    return refused.value.message_dict


def test_a_case_needs_a_number_and_little_more(home_zh):
    draft(home_zh).full_clean()


def test_the_address_is_the_case_number_and_never_what_was_typed(home_zh):
    page = draft(home_zh, slug="kawasaki-disease")
    page.full_clean()
    assert page.slug == "pc-2026-0101"


@pytest.mark.parametrize(("value", "unit"), [(400, "y"), (18, "y"), (216, "m"), (30_000, "d")])
def test_a_patient_of_eighteen_or_older_is_refused_with_a_sentence(in_english, home_zh, value, unit):
    assert refusals(draft(home_zh, age_value=value, age_unit=unit)) == {
        "age_value": ["A patient of this library is under 18 years old."]
    }


def test_a_patient_of_seventeen_is_accepted(home_zh):
    draft(home_zh, age_value=17, age_unit="y").full_clean()


@pytest.mark.parametrize("value", [-1, 40_000])
def test_an_age_that_no_column_can_hold_is_refused(home_zh, value):
    assert "age_value" in refusals(draft(home_zh, age_value=value, age_unit="d"))


def test_a_unit_of_age_that_does_not_exist_is_refused(home_zh):
    assert list(refusals(draft(home_zh, age_unit="q"))) == ["age_unit"]


def test_days_and_band_follow_the_age(home_zh):
    page = CasePageFactory(parent=home_zh, age_value=12, age_unit="m")
    assert (page.age_days, page.age_band) == (365, AgeBand.TODDLER)


def test_days_and_band_follow_an_age_that_was_corrected(home_zh):
    page = CasePageFactory(parent=home_zh, age_value=12, age_unit="m", live=False)
    page.age_value, page.age_unit = 3, "d"
    page.save()
    page.refresh_from_db()
    assert (page.age_days, page.age_band) == (3, AgeBand.NEONATE)


def test_an_age_that_is_not_known_has_no_band():
    page = CasePage(title="咳嗽", case_no="PC-2026-0101", age_value=None)
    page._compute_age()
    assert (page.age_days, page.age_band, page.age_label) == (None, "", "")


def test_a_case_without_an_age_is_not_published(home_zh):
    assert list(refusals(draft(home_zh, age_value=None))) == ["age_value"]


def test_a_number_that_another_hospital_took_is_refused_with_a_sentence(in_english, home_zh, hills):
    CasePageFactory(parent=hills, case_no="PC-2026-0101", slug="pc-2026-0101")
    assert refusals(draft(home_zh)) == {"case_no": ["This case number is taken."]}


def test_the_copy_in_the_other_language_keeps_the_number(home_zh, home_en):
    page = CasePageFactory(parent=home_zh, case_no="PC-2026-0101", slug="pc-2026-0101")
    copy = CasePageFactory(parent=home_en, twin=page, case_no="PC-2026-0101", slug="pc-2026-0101", live=False)
    copy.full_clean()


def accepts(**fields) -> bool:
    """Whether each field alone accepts its value; nothing is asked of the database."""
    page = CasePage(**fields)
    others = {field.name for field in CasePage._meta.get_fields()} - set(fields)
    try:
        page.clean_fields(exclude=others)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("code", ["", "J21.0", "A09", "M30.3", "J45.900", "E10.1001", "M30.x"])
def test_an_icd_10_code_is_accepted(code):
    assert accepts(icd10=code) is True


@pytest.mark.parametrize("code", ["j21.0", "J2", "J21.", "J21,0", "21.0", "J21.0<script>", "川崎病"])
def test_what_is_no_icd_10_code_is_refused(code):
    assert accepts(icd10=code) is False


@pytest.mark.parametrize("code", ["", "CA41.0", "3A10.00", "4A44", "KA87.Z"])
def test_an_icd_11_code_is_accepted(code):
    assert accepts(icd11=code) is True


@pytest.mark.parametrize("code", ["J21.0", "ca41.0", "CA41.", "CA41.000", "CA4"])
def test_what_is_no_icd_11_code_is_refused(code):
    assert accepts(icd11=code) is False


@pytest.mark.parametrize(
    "number", ["PC-26-1", "PC-2026-00001", "pc-2026-0001", "KAWASAKI", "PC-2026-0001; DROP"]
)
def test_what_is_no_case_number_is_refused(number):
    assert accepts(case_no=number) is False


def test_a_case_tells_only_the_stages_that_were_written():
    page = CasePage(stage_setting=[("text", "<p>门诊</p>")], stage_diagnosis=[("text", "<p>百日咳</p>")])
    assert page.stages == [Stage.SETTING, Stage.DIAGNOSIS]


def test_a_preterm_infant_has_a_corrected_age():
    page = CasePage(age_value=60, age_unit="d", age_days=60, gestation_weeks=32, gestation_days=0)
    assert page.corrected_age_days == 4
