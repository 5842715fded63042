"""Every address of the sitemap, as a reader's browser meets it."""

import json
import os
import re
import shutil
import subprocess
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python
import pytest

pytestmark = [pytest.mark.browser, pytest.mark.once]

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read().decode()


@pytest.fixture(scope="session")
def addresses(library) -> list[str]:
    """Every address of the sitemap on the server under test."""

    def here(location: str) -> str:
        parts = urlsplit(location)
        return f"{library}{parts.path}"

    index = _get(f"{library}/sitemap.xml")
    maps = re.findall(r"<loc>(.*?)</loc>", index)
    found = [here(entry) for one in maps for entry in re.findall(r"<loc>(.*?)</loc>", _get(here(one)))]
    assert len(found) == len(set(found))
    return found


@pytest.fixture(scope="session")
def walked(addresses) -> list[str]:
    """The addresses that a browser opens: all of them on SQLite; the same HTML comes from PostgreSQL, so every sixth."""
    return addresses[::6] if os.environ.get("DATABASE_URL", "").startswith("postgres") else addresses


def test_the_library_is_whole(addresses, library):
    kinds = [address.removeprefix(library).split("/")[1] for address in addresses]
    assert (kinds.count("zh-hans") > 60, kinds.count("en") > 50) == (True, True)


def test_every_page_is_sound_at_both_widths(walked, browser, library):
    """200, no console error, no foreign host, no sideways scroll, no finding of axe (WCAG 2.2 AA)."""
    findings = []
    host = urlsplit(library).netloc
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    noted: list[str] = []
    page.on("console", lambda message: noted.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: noted.append(str(error)))
    page.on(
        "request",
        lambda request: (
            noted.append(f"foreign {request.url}")
            if request.url.startswith("http") and urlsplit(request.url).netloc != host
            else None
        ),
    )
    for address in walked:
        noted.clear()
        page.set_viewport_size({"width": 1280, "height": 800})
        answer = page.goto(address, wait_until="load")
        if answer.status != 200:
            findings.append((address, answer.status))
            continue
        page.evaluate(AXE)
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            overflow = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            if overflow > 0:
                findings.append((address, width, f"scrolls sideways by {overflow}"))
            result = page.evaluate(f"axe.run({{runOnly: {json.dumps(RULES)}}})")
            findings += [
                (address, width, entry["id"], entry["nodes"][0]["target"]) for entry in result["violations"]
            ]
        findings += [(address, text) for text in noted]
    context.close()
    assert findings == []


def test_every_page_reads_without_javascript(walked, browser):
    """The heading and the text are there, and nothing waits for a script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.route(re.compile(r"\.(png|webp|jpg|mp4|woff2)$"), lambda route: route.abort())
    without = []
    for address in walked:
        page.goto(address, wait_until="domcontentloaded")
        if page.locator("main h1").count() != 1 or len(page.locator("main").inner_text()) < 40:
            without.append(address)
    context.close()
    assert without == []


def test_the_nu_html_checker_finds_no_error(addresses, tmp_path):
    jar = os.environ.get("VNU_JAR", "")
    if not (jar and shutil.which("java")):
        pytest.skip("no Nu HTML checker on this machine (VNU_JAR)")
    for number, address in enumerate(addresses):
        (tmp_path / f"{number:04d}.html").write_text(_get(address), encoding="utf-8")
    run = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--format", "json", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(run.stderr)["messages"]
    assert [(entry["url"].rsplit("/", 1)[-1], entry["message"]) for entry in messages] == []
