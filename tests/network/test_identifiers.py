"""Identifiers: the form and the check digits."""

import pytest

from courseware.network.identifiers import is_orcid, is_ror


@pytest.mark.parametrize("text", ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"])
def test_a_right_orcid_passes(text):
    assert is_orcid(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "0000-0002-1825-0098",  # last digit
        "0000-0002-1825-0907",  # two digits changed places
        "0000-0002-1694-2330",  # 0 for X
        "0000-0002-1694-233x",
        "0000000218250097",
        "https://orcid.org/0000-0002-1825-0097",
        "0000-0002-1825-0097\n",
        "",
    ],
)
def test_a_wrong_orcid_fails(text):
    assert is_orcid(text) is False


@pytest.mark.parametrize("text", ["05dxps055", "013meh722", "03yrm5c26"])
def test_a_right_ror_id_passes(text):
    assert is_ror(text) is True


@pytest.mark.parametrize(
    "text", ["05dxps056", "05dxsp055", "15dxps055", "05dxpl055", "05DXPS055", "05dxps05", ""]
)
def test_a_wrong_ror_id_fails(text):
    assert is_ror(text) is False
