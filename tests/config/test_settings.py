"""The settings of a public server, asked as an operator asks them: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PUBLIC = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "Tr5-kq8" * 8,
    "ALLOWED_HOSTS": "ped.example.org",
    "PEDCOMMONS_BASE_URL": "https://ped.example.org",
}


def manage(folder: Path, *command: str, **changes: str | None) -> subprocess.CompletedProcess:
    """`manage.py command` with the variables of a public server, changed by `changes` (None: not set)."""
    wanted = PUBLIC | {"PEDCOMMONS_VAR": str(folder), "PATH": os.environ["PATH"]} | changes
    return subprocess.run(
        [sys.executable, "-W", "error", "manage.py", *command],
        cwd=ROOT,
        env={name: value for name, value in wanted.items() if value is not None},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_production_settings_pass_the_deployment_check(tmp_path):
    done = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING")
    assert (done.returncode, done.stdout.strip()) == (0, "System check identified no issues (1 silenced).")


def test_no_model_has_changed_without_a_migration(tmp_path):
    done = manage(tmp_path, "makemigrations", "--check", "--dry-run")
    assert (done.returncode, done.stdout.strip()) == (0, "No changes detected")


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "PEDCOMMONS_BASE_URL"])
def test_a_setting_that_is_missing_stops_the_site_in_plain_words(tmp_path, name):
    done = manage(tmp_path, "check", **{name: None})
    assert (done.returncode, done.stderr.strip().splitlines()[-1]) == (
        1,
        f"django.core.exceptions.ImproperlyConfigured: The environment variable {name} must be set.",
    )


def test_a_setting_that_makes_no_sense_stops_the_site_in_plain_words(tmp_path):
    done = manage(tmp_path, "check", SECURE_SSL_REDIRECT="maybe")
    assert (
        done.stderr.strip()
        .splitlines()[-1]
        .endswith("SECURE_SSL_REDIRECT must be one of true, false, 1, 0, yes, no; got 'maybe'.")
    )


def test_the_demonstration_is_refused_on_a_public_server(tmp_path):
    done = manage(tmp_path, "demo", "--no-serve")
    assert (done.returncode, done.stderr.strip(), list(tmp_path.glob("*.sqlite3"))) == (
        1,
        "CommandError: The demonstration library has accounts with a published password: not on this site.",
        [],
    )
