"""``manage.py demo``."""

import pytest
from django.core.management import CommandError, call_command

from courseware.demo.management.commands import demo
from courseware.demo.texts import LibraryError
from courseware.network.enums import Role
from home.models import User
from tests.factories.network import account, branch


@pytest.fixture
def loads(monkeypatch) -> list:
    """What was loaded: no library in these tests."""
    done: list = []
    monkeypatch.setattr(demo, "load", done.append)
    return done


@pytest.fixture
def forgotten(monkeypatch) -> list:
    """How often the database was emptied: not the one of these tests."""
    done: list = []
    monkeypatch.setattr(demo, "empty_database", lambda: done.append("emptied"))
    return done


def test_it_refuses_where_it_is_not_allowed(settings, db, loads, forgotten):
    settings.DEMO_ALLOWED = False
    with pytest.raises(CommandError, match="not on this site"):
        call_command("demo", "--no-serve", "--reset")
    assert (loads, forgotten) == ([], [])


def test_it_loads_once_and_keeps_the_database(db, loads, forgotten):
    call_command("demo", "--no-serve")
    assert (len(loads), forgotten) == (1, [])


def test_it_empties_the_database_only_when_asked(db, loads, forgotten):
    call_command("demo", "--no-serve", "--reset")
    assert (len(loads), forgotten) == (1, ["emptied"])


def test_it_makes_one_administrator_however_often_it_runs(db, loads):
    for _time in range(2):
        call_command("demo", "--no-serve")
    assert [user.username for user in User.objects.filter(is_superuser=True)] == ["admin"]


def test_it_prints_where_to_look_and_an_account_for_each_role(db, loads, capsys):
    teacher = account(Role.LEAD_TEACHER, branch("harbor").institution)
    editor = account(Role.CHIEF_EDITOR)
    call_command("demo", "127.0.0.1:9000", "--no-serve")
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["http://127.0.0.1:9000/zh-hans/", "中文"] in lines
    assert [line[:2] for line in lines if line[:1] in ([teacher.username], [editor.username])] == [
        [teacher.username, "lead-teacher,"],
        [editor.username, "chief-editor"],
    ]


def test_a_mistake_in_the_library_is_told_in_a_sentence(db, monkeypatch):
    def broken(report):
        raise LibraryError("course-a: no such block")

    monkeypatch.setattr(demo, "load", broken)
    with pytest.raises(CommandError, match=r"^course-a: no such block$"):
        call_command("demo", "--no-serve")
