"""The whole path of a case: submitted, checked, reviewed twice, answered, looked at for privacy, published."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import reviewing

pytestmark = [pytest.mark.browser, pytest.mark.once]

expect.set_options(timeout=20_000)

# Language of the interface, case, author, who checks for the institution, chief editor.
JOURNEYS = [
    ("zh-hans", "harbor-children/pc-2026-0003", "chen-yuhe", "zhou-minghui", "wu-jianing"),
    # Its only lead teacher is one of its authors: the chief editor stands in.
    ("en", "beichen-university/pc-2026-0014", "gao-shan", "lin-zhiyuan", "lin-zhiyuan"),
]
OFFICER = "tang-rui"
SUMMARY = "修订后的简介：随访至出院后两周。"
POINT = "请说明随访时间"
PICTURES = os.environ.get("REVIEW_PICTURES")  # a folder for pictures of every screen


@pytest.fixture
def look(request):
    def keep(window: Page, name: str) -> None:
        if PICTURES:
            language = request.node.callspec.params["language"]
            for width in (360, 1280):
                window.set_viewport_size({"width": width, "height": 900})
                window.screenshot(path=Path(PICTURES) / f"{language}-{name}-{width}.png", full_page=True)

    return keep


def speak(window: Page, language: str) -> None:
    window.goto("/cms/account/")
    window.select_option("select[name=locale-preferred_language]", language)
    window.locator("main form [type=submit]").last.click()
    expect(window.locator("html")).to_have_attribute("lang", re.compile(language[:2]))


@pytest.mark.parametrize(("language", "case", "writes", "checks", "edits"), JOURNEYS)
def test_a_case_goes_the_whole_path(library, browser, sign_in, look, language, case, writes, checks, edits):
    def as_(account: str) -> Page:
        window = sign_in(account)
        speak(window, language)
        return window

    author, lead, editor = as_(writes), as_(checks), as_(edits)
    reader = browser.new_context(base_url=library).new_page()
    address = f"/zh-hans/{case}/"
    reader.goto(address)
    title = reader.locator("h1").inner_text()
    before = reader.locator(".lede").inner_text()

    # The author changes the summary and submits.
    author.goto("/cms/pages/search/?q=" + case.rpartition("/")[2])
    author.locator("td.title .title-wrapper").get_by_role("link", name=title).first.click()
    edit = author.url
    author.fill("textarea[name=summary], input[name=summary]", SUMMARY)
    author.locator("footer [data-w-dropdown-target='toggle']").first.click()
    author.locator("footer button[name=action-submit]").click()
    expect(author).to_have_url(re.compile(r"/cms/pages/\d+/$"))
    reviewing.approve(lead, title, look)

    # Round one: two reviewers, one of whom asks for a change.
    reviewing.open_round(editor, title, look)
    look(editor, "suggestions")
    first, second = reviewing.invite(editor)
    reviewing.review(as_(first), title, verdict="minor", point=POINT, look=look)
    reviewing.review(as_(second), title)
    reviewing.decide(editor, title, "minor", look)
    assert reader.goto(address).status == 200
    expect(reader.locator(".lede")).to_have_text(before)

    # The author answers in the response matrix; the editor leads there by itself.
    author.goto("/cms/review/")
    author.get_by_role("link", name=title).first.click()
    expect(author.get_by_text(POINT).first).to_be_visible()
    look(author, "timeline")
    author.goto(edit)
    author.fill("textarea[name=summary], input[name=summary]", SUMMARY + "已补充。")
    author.locator("footer [data-w-dropdown-target='toggle']").first.click()
    author.locator("footer button[name=action-submit]").click()
    expect(author).to_have_url(re.compile(r"/cms/review/texts/\d+/answers/$"))
    author.locator("input[name$='-response'][value=done]").first.check()
    author.locator("textarea[name$='-text']").first.fill("已写明随访时间。")
    look(author, "answers")
    author.locator("button[value=send]").click()
    expect(author.locator(".messages .success")).to_be_visible()

    # Round two: the same reviewer, the open point only.
    reviewing.open_round(editor, title)
    again = reviewing.invite(editor, 1)
    assert again[0] in (first, second)
    if again[0] != first:
        again = reviewing.invite(editor, 1)
    window = as_(first)
    window.goto("/cms/review/")
    reviewing.review(window, title, look=lambda page, name: look(page, f"second-{name}"))
    reviewing.decide(editor, title, "accept")

    # The institution answers for the revised text, then privacy, then the last word.
    reviewing.approve(lead, title)
    reviewing.approve(as_(OFFICER), title)
    reviewing.approve(editor, title)
    reader.goto(address)
    expect(reader.locator(".lede")).to_have_text(SUMMARY + "已补充。")
    reader.locator(".imprint summary").click()
    look(reader, "published")
    reader.context.close()
