"""A real server with the demonstration library, and a real browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from courseware.demo.network import PASSWORD
from tests import servers

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


@pytest.fixture(scope="session")
def library(library_folder: Path) -> Iterator[str]:
    """The address of a server that serves the demonstration library, as the README's first command does."""
    if address := os.environ.get("LIBRARY_URL"):  # a developer's own server, already running
        yield address
        return
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    with servers.serving(servers.load_library(library_folder)) as address:
        yield address


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
