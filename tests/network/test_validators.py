"""What a form says of a wrong identifier."""

import pytest
from django.core.exceptions import ValidationError

from courseware.network.validators import validate_orcid, validate_ror

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.mark.parametrize(
    ("validate", "value", "sentence"),
    [
        (
            validate_orcid,
            "0000-0002-1825-0098",
            "0000-0002-1825-0098 is not a valid ORCID iD. It has four groups of four digits, such as "
            "0000-0002-1825-0097, and its last digit is a check digit.",
        ),
        (
            validate_ror,
            "05dxps056",
            "05dxps056 is not a valid ROR id. It has nine characters, such as 05dxps055, "
            "and its last two are check digits.",
        ),
    ],
)
def test_a_wrong_identifier_is_answered_with_a_sentence(validate, value, sentence):
    with pytest.raises(ValidationError) as refused:
        validate(value)
    assert refused.value.messages == [sentence]


@pytest.mark.parametrize(
    ("validate", "value"), [(validate_orcid, "0000-0002-1825-0097"), (validate_ror, "05dxps055")]
)
def test_a_right_identifier_passes(validate, value):
    assert validate(value) is None
