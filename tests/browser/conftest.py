"""A real server with the demonstration library, and a real browser."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from courseware.demo.network import PASSWORD

ROOT = Path(__file__).resolve().parents[2]
MANAGE = [sys.executable, str(ROOT / "manage.py")]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _library_database(folder: Path) -> str:
    """A database of its own beside the one of the unit tests, on the same kind of server."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        return f"sqlite:///{folder}/library.sqlite3"
    base, _slash, _name = url.rpartition("/")
    return f"{base}/pedcommons_library"


def _empty(database: str) -> None:
    if not database.startswith("postgres"):
        return  # the folder is new
    import psycopg

    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS pedcommons_library WITH (FORCE)")
        connection.execute("CREATE DATABASE pedcommons_library")


def _load_once(folder: Path, environment: dict[str, str]) -> None:
    """Loading takes minutes: the first worker to come does it, the others wait and use it."""
    folder.mkdir(exist_ok=True)
    loaded = folder / "loaded"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not loaded.exists():
            _empty(environment["DATABASE_URL"])
            subprocess.run([*MANAGE, "demo", "--no-serve"], env=environment, check=True, cwd=ROOT)
            loaded.touch()


@pytest.fixture(scope="session")
def library(tmp_path_factory, worker_id: str) -> Iterator[str]:
    """The address of a server that serves the demonstration library, as the README's first command does."""
    if address := os.environ.get("LIBRARY_URL"):  # a developer's own server, already running
        yield address
        return
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "library"
    environment = os.environ | {
        "PEDCOMMONS_VAR": str(folder),
        "DATABASE_URL": _library_database(folder),
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
    }
    _load_once(folder, environment)
    port = _free_port()
    server = subprocess.Popen(
        [*MANAGE, "runserver", f"127.0.0.1:{port}", "--noreload"],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(address: str) -> None:
    for _attempt in range(240):
        try:
            urllib.request.urlopen(address + "/robots.txt", timeout=5).close()
            return
        except OSError:
            time.sleep(0.25)
    raise RuntimeError("the server did not start")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield chromium
        chromium.close()


@pytest.fixture
def sign_in(library: str, browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Opens a window of its own for an account of the library."""
    windows = []

    def open_window(account: str) -> Page:
        context = browser.new_context(
            base_url=library, viewport={"width": 1280, "height": 900}, locale="zh-CN"
        )
        context.set_default_timeout(20_000)
        windows.append(context)
        page = context.new_page()
        page.goto("/cms/login/")
        page.fill("input[name=username]", account)
        page.fill("input[name=password]", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url("**/cms/")
        return page

    yield open_window
    for context in windows:
        context.close()
