"""What was sought in vain is known to editors, and who sought it to nobody."""

from datetime import date

import pytest
from django.db import OperationalError, connection
from django.urls import reverse
from django.utils import translation

from search import vain
from search.impatience import without_waiting
from search.models import Sought

pytestmark = pytest.mark.django_db


def seek(client, monkeypatch, text: str, day: int) -> None:
    monkeypatch.setattr("search.vain.timezone.localdate", lambda: date(2026, 11, day))
    with translation.override("en"):
        client.get(reverse("search:results"), {"q": text})


def test_words_are_kept_only_after_three_days(client, monkeypatch):
    for day in (1, 1, 1, 2):
        seek(client, monkeypatch, "Xylophone Disease", day)
    assert list(Sought.objects.values_list("text", "days")) == [("", 2)]
    seek(client, monkeypatch, "xylophone  disease", 3)
    assert list(Sought.objects.values_list("text", "days", "language")) == [("xylophone disease", 3, "en")]


@pytest.mark.parametrize(
    "text",
    [
        "330102201901011234",
        "13800138000 患儿",
        "010-6552-1234",
        "张三 138-1234-5678",
        "a@b.cn xyz",
        "((",
        "很长" * 30,
    ],
)
def test_what_may_be_somebodys_is_not_even_counted(client, monkeypatch, text):
    for day in (1, 2, 3, 4):
        seek(client, monkeypatch, text, day)
    assert not Sought.objects.exists()


def test_what_was_found_or_filtered_away_is_not_counted(client, monkeypatch, lesson):
    seek(client, monkeypatch, "黄疸", 1)
    with translation.override("en"):
        client.get(reverse("search:results"), {"q": "黄疸", "kind": "case"})
    assert not Sought.objects.exists()


def test_editors_of_the_glossary_see_the_list(client, admin_client, django_user_model):
    Sought.objects.create(
        digest="a", language="en", text="xylophone disease", days=3, last_day=date(2026, 11, 3)
    )
    Sought.objects.create(digest="b", language="en", text="", days=1)
    html = admin_client.get(reverse("sought_in_vain")).content.decode()
    assert "xylophone disease" in html
    client.force_login(django_user_model.objects.create_user("nobody", password="x"))
    assert client.get(reverse("sought_in_vain")).status_code in (302, 403)


def test_a_query_of_a_day_is_one_count(monkeypatch):
    monkeypatch.setattr("search.vain.timezone.localdate", lambda: date(2026, 11, 1))
    for _time in range(3):
        vain.note(text="abc", language="en")
    assert Sought.objects.get().days == 1


def test_a_reader_does_not_wait_for_somebody_who_writes(client, monkeypatch):
    if connection.vendor == "sqlite":
        with without_waiting(), connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout")
            assert cursor.fetchone()[0] <= 200
    monkeypatch.setattr(
        Sought.objects, "select_for_update", lambda: (_ for _ in ()).throw(OperationalError("locked"))
    )
    with translation.override("en"):
        response = client.get(reverse("search:results"), {"q": "xylophone disease"})
    assert response.status_code == 200
    assert "Nothing was found" in response.content.decode()


def test_what_nobody_sought_again_is_forgotten(client, monkeypatch):
    seek(client, monkeypatch, "xylophone disease", 1)
    for day in (1, 2, 3):
        seek(client, monkeypatch, "harpsichord fever", day)
    Sought.objects.update(last_day=date(2026, 8, 1))
    seek(client, monkeypatch, "lute rash", 5)
    assert list(Sought.objects.order_by("pk").values_list("text", "days")) == [
        ("harpsichord fever", 3),
        ("", 1),
    ]
