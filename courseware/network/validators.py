"""Field validators that answer in the reader's language."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from courseware.network.identifiers import is_orcid, is_ror


def validate_orcid(value: str) -> None:
    if not is_orcid(value):
        raise ValidationError(
            _(
                "%(value)s is not a valid ORCID iD. It has four groups of four digits, such as "
                "0000-0002-1825-0097, and its last digit is a check digit."
            )
            % {"value": value}
        )


def validate_ror(value: str) -> None:
    if not is_ror(value):
        raise ValidationError(
            _(
                "%(value)s is not a valid ROR id. It has nine characters, such as 05dxps055, "
                "and its last two are check digits."
            )
            % {"value": value}
        )
