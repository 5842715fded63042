"""Identifiers of researchers and organisations: pure checks of their form and check digits."""

import re

_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")
_ROR = re.compile(r"0[a-hj-km-np-tv-z\d]{6}(\d{2})")
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def is_orcid(text: str) -> bool:
    """Whether `text` is an ORCID iD with a right check digit (ISO/IEC 7064 MOD 11-2)."""
    if not _ORCID.fullmatch(text):
        return False
    total = 0
    digits = text.replace("-", "")
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return digits[-1] == ("X" if check == 10 else str(check))


def is_ror(text: str) -> bool:
    """Whether `text` is a ROR id: base-32 (Crockford) with ISO/IEC 7064 MOD 97-10 check digits."""
    match = _ROR.fullmatch(text)
    if not match:
        return False
    value = 0
    for letter in text[:-2]:
        value = value * 32 + _CROCKFORD.index(letter)
    return 98 - (value * 100) % 97 == int(match.group(1))
