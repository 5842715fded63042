"""Headers of every answer."""

import pytest
from django.urls import reverse

from home.security import ADMIN_POLICY, READER_POLICY


def test_readers_pages_allow_no_inline_code_and_no_foreign_host():
    words = READER_POLICY.split()
    assert [word for word in words if "unsafe" in word or "http" in word or "*" in word] == []


def test_the_admin_allows_no_foreign_host():
    assert [word for word in ADMIN_POLICY.split() if "http" in word or "*" in word] == []


@pytest.mark.parametrize("path", ["/robots.txt", "/captions/999.vtt", "/media/none.png"])
def test_what_readers_get_carries_the_readers_policy(client, db, path):
    assert client.get(path)["Content-Security-Policy"] == READER_POLICY


def test_the_admin_carries_its_own_policy(client, db):
    assert client.get(reverse("wagtailadmin_login"))["Content-Security-Policy"] == ADMIN_POLICY


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ],
)
def test_every_answer_is_hardened(client, db, header, value):
    assert client.get("/robots.txt")[header] == value


def test_the_login_page_works(client, db):
    assert client.get(reverse("wagtailadmin_login")).status_code == 200


def test_the_admin_sends_strangers_to_the_login_page(client, db):
    assert client.get("/cms/pages/")["Location"] == "/cms/login/?next=/cms/pages/"
