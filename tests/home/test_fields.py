"""Several values of one enum in one column."""

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from home.fields import ChoiceSetField


class Colour(models.TextChoices):
    RED = "red"
    BLUE = "blue"


pytestmark = pytest.mark.usefixtures("in_english")
field = ChoiceSetField("colours", enum=Colour)


@pytest.mark.parametrize("value", [["red"], ["blue", "red"]])
def test_values_of_the_enum_pass(value):
    assert field.clean(value, None) == value


@pytest.mark.parametrize("value", [["green"], ["red", "green"], "red", {"red": 1}, [["red"]], [{"red": 1}]])
def test_anything_else_is_refused_with_a_sentence(value):
    with pytest.raises(ValidationError) as refused:
        field.clean(value, None)
    assert refused.value.messages == ["Choose among the values offered."]


def test_an_empty_set_is_refused_unless_blank():
    with pytest.raises(ValidationError):
        field.clean([], None)


def test_an_empty_set_passes_when_blank():
    assert ChoiceSetField("colours", enum=Colour, blank=True).clean([], None) == []


def test_the_form_offers_every_value_as_a_checkbox():
    assert field.formfield().choices == Colour.choices


def test_the_form_gives_a_list():
    assert field.formfield().clean(["blue", "red"]) == ["blue", "red"]


def test_a_new_value_of_the_enum_asks_for_no_migration():
    assert "enum" not in field.deconstruct()[3]
