"""Searching as a reader does, with the keyboard, on a phone, and without JavaScript."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.once]

SIZES = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1280, "height": 900}}


@pytest.fixture
def page(library: str, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(base_url=library, viewport=SIZES["desk"])
    page = context.new_page()
    yield page
    context.close()


def test_suggestions_are_used_with_the_keyboard(page: Page):
    page.goto("/zh-hans/search/")
    box = page.get_by_role("combobox")
    box.press_sequentially("chuanqi")
    options = page.get_by_role("option")
    expect(options.first).to_have_text("川崎病")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    box.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.get_by_role("combobox")).to_have_value("川崎病")


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(page: Page):
    page.goto("/en/search/")
    box = page.get_by_role("combobox")
    box.press_sequentially("jaun")
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("jaun")
    box.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()


def test_what_is_typed_on_the_front_page_can_be_read(page: Page):
    page.goto("/zh-hans/")
    page.get_by_role("combobox").fill("黄疸")
    colours = page.evaluate(
        "(() => { const s = getComputedStyle(document.querySelector('#search-q')); return [s.color, s.backgroundColor]; })()"
    )
    assert colours[0] != colours[1]


def test_a_caption_leads_into_the_video(page: Page):
    page.goto("/zh-hans/search/?q=光疗&kind=lecture")
    cue = page.locator(".cues a").first
    seconds = int(cue.get_attribute("href").partition("?t=")[2])
    cue.click()
    page.wait_for_url(f"**?t={seconds}")
    expect(page.locator("video")).to_be_visible()


def test_a_caption_leads_to_its_place_in_a_lesson_and_is_on(page: Page):
    page.goto("/zh-hans/search/?q=光疗&kind=lesson")
    cue = page.locator('.cues a[href*="video="]').first
    seconds = int(re.search(r"&t=(\d+)", cue.get_attribute("href"))[1])
    cue.click()
    page.wait_for_url("**?video=*")
    page.wait_for_function("document.querySelector('video:target, :target video').readyState > 0")
    video = page.locator(":target video")
    assert video.evaluate("video => video.currentTime") == seconds
    tracks = "video => [...video.textTracks].filter((track) => track.mode === 'showing').map((track) => track.language)"
    assert video.evaluate(tracks) == ["zh-hans"]


def test_everything_works_without_javascript(library: str, browser: Browser):
    context = browser.new_context(base_url=library, viewport=SIZES["phone"], java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/search/")
    page.fill("#search-q", "jaundice")
    page.click("main button[type=submit]")
    expect(page.locator(".result").first).to_be_visible()
    page.locator("summary").first.click()
    page.locator(".facet a", has_text="Lesson").first.click()
    page.locator(".chip").click()
    expect(page.locator(".chip")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address",
    [
        "/zh-hans/search/?q=发热&kind=lesson",
        "/en/search/?q=jaundice",
        "/en/search/?q=jaundise",
        "/zh-hans/search/",
    ],
)
def test_the_page_is_accessible_and_never_moves_sideways(library, browser, size, scheme, address):
    context = browser.new_context(base_url=library, viewport=SIZES[size], color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    found = Axe().run(page)
    assert found.response["violations"] == [], found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()
