"""Names of accounts."""

import pytest

from home.models import User


@pytest.mark.parametrize(
    ("first", "last", "full"),
    [("致远", "林", "林致远"), ("Zhiyuan", "Lin", "Zhiyuan Lin"), ("致远", "", "致远"), ("", "", "")],
)
def test_a_name_is_written_as_its_bearer_writes_it(first, last, full):
    assert User(first_name=first, last_name=last).get_full_name() == full
