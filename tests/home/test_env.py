"""Readers of environment variables: right values pass, wrong ones stop the site in plain words."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


@pytest.fixture
def variable(monkeypatch):
    return lambda value: monkeypatch.setenv("PED_TEST", value)


def refusal(read) -> str:
    with pytest.raises(ImproperlyConfigured) as refused:
        read()
    return str(refused.value)


def test_a_missing_text_without_default_is_refused():
    assert refusal(lambda: env.text("PED_TEST")) == "The environment variable PED_TEST must be set."


def test_a_missing_text_with_default_is_the_default():
    assert env.text("PED_TEST", "fallback") == "fallback"


@pytest.mark.parametrize("value", ["1", "true", "YES", " on "])
def test_words_of_consent_are_true(variable, value):
    variable(value)
    assert env.flag("PED_TEST", default=False) is True


@pytest.mark.parametrize("value", ["0", "False", "no", "off"])
def test_words_of_refusal_are_false(variable, value):
    variable(value)
    assert env.flag("PED_TEST", default=True) is False


@pytest.mark.parametrize("default", [True, False])
def test_an_empty_flag_is_its_default(variable, default):
    variable("")
    assert env.flag("PED_TEST", default=default) is default


def test_a_misspelt_flag_is_refused(variable):
    variable("ture")
    assert refusal(lambda: env.flag("PED_TEST", default=False)) == (
        "PED_TEST must be one of true, false, 1, 0, yes, no; got 'ture'."
    )


def test_a_whole_number_is_read(variable):
    variable(" 25 ")
    assert env.whole("PED_TEST", 1) == 25


def test_a_number_that_is_none_is_refused(variable):
    variable("2.5")
    assert refusal(lambda: env.whole("PED_TEST", 1)) == "PED_TEST must be a whole number; got '2.5'."


def test_words_are_split_at_commas_and_empty_ones_dropped(variable):
    variable("a.org, b.org,,")
    assert env.words("PED_TEST") == ["a.org", "b.org"]


def test_an_sqlite_address_names_a_file(variable):
    variable("sqlite:////var/lib/ped%20commons.sqlite3")
    assert env.database("PED_TEST", "")["NAME"] == "/var/lib/ped commons.sqlite3"


def test_a_postgres_address_is_taken_apart(variable):
    variable("postgres://ped:p%40ss@db.local:5433/commons?sslmode=require")
    found = env.database("PED_TEST", "")
    assert {key: found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")} == {
        "NAME": "commons",
        "USER": "ped",
        "PASSWORD": "p@ss",
        "HOST": "db.local",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_an_unknown_database_is_refused(variable):
    variable("mysql://localhost/x")
    assert refusal(lambda: env.database("PED_TEST", "")) == (
        "PED_TEST must start with sqlite:/// or postgres://; got 'mysql://localhost/x'."
    )
