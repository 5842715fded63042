"""A lesson on its way: written by one hospital, reviewed by others, read, found, shared with a partner only."""

import os
import re

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser import reviewing

pytestmark = pytest.mark.browser

expect.set_options(timeout=20_000)

AUTHOR, LEAD = "chen-yuhe", "zhou-minghui"  # of institution A
EDITOR = "wu-jianing"  # of another, as far as one is free
PARTNER, OUTSIDER = "xu-kaiwen", "gao-shan"  # of a partner of the course, and of neither
COURSE = "新生儿临床基础"
TITLE = "脐带护理须知"
BODY = "残端脱落以前每天用清水擦洗，保持干燥；根部红肿、渗液或有臭味时就医，警惕脐炎。"


def _explore_to_course(window: Page) -> None:
    """Open the course's page in the explorer, by the admin's own search."""
    window.goto("/cms/pages/search/?q=新生儿")
    # The title in its own row: each of its lessons names the course too, as what lies above it.
    window.locator("td.title .title-wrapper").get_by_role("link", name=COURSE, exact=True).click()
    expect(window).to_have_url(re.compile(r"/cms/pages/\d+/edit/"))


def _course_number(window: Page) -> str:
    _explore_to_course(window)
    return re.search(r"/pages/(\d+)/", window.url)[1]


def _act(window: Page, action: str) -> None:
    window.locator("footer [data-w-dropdown-target='toggle']").first.click()
    window.locator(f"footer {action}").click()


@pytest.fixture
def figure(tmp_path):
    """A picture that no other upload resembles."""
    path = tmp_path / "cord.png"
    Image.frombytes("L", (400, 300), os.urandom(120_000)).save(path)
    return path


def test_a_lesson_is_written_approved_read_found_and_shared(library, browser, sign_in, figure):
    author = sign_in(AUTHOR)
    course = _course_number(author)
    author.goto(f"/cms/pages/add/catalogue/lessonpage/{course}/")
    author.fill("input[name=title]", TITLE)
    body = author.locator("section[id$='-body-section']")
    body.locator(".c-sf-add-button").first.click()
    author.get_by_role("option", name="正文", exact=True).first.click()
    body.locator(".public-DraftEditor-content").first.click()
    author.keyboard.insert_text(BODY)
    body.locator(".c-sf-add-button").last.click()
    author.get_by_role("option", name="插图", exact=True).first.click()
    body.get_by_role("button", name=re.compile("选择.*图")).first.click()
    author.get_by_role("tab", name="上传").click()
    author.set_input_files("input[name=image-chooser-upload-file]", str(figure))
    author.fill("input[name=image-chooser-upload-title]", "脐带残端示意图")
    author.locator("#tab-upload form [type=submit], section#tab-upload [type=submit]").first.click()
    expect(author.locator(".modal.in")).to_have_count(0)
    body.locator("input[name$='-alt']").first.fill("一幅灰色的示意图")
    _act(author, "button[name=action-submit]")
    expect(author).to_have_url(re.compile(r"/cms/pages/\d+/$"))

    reader = browser.new_context(base_url=library).new_page()
    address = "/zh-hans/harbor-children/course-newborn/qi-dai-hu-li-xu-zhi/"
    assert reader.goto(address).status == 404

    reviewing.approve(sign_in(LEAD), TITLE)
    assert reader.goto(address).status == 404
    editor = sign_in(EDITOR)
    reviewing.open_round(editor, TITLE)
    for account in reviewing.invite(editor):
        reviewing.review(sign_in(account), TITLE)
    reviewing.decide(editor, TITLE, "accept")
    assert reader.goto(address).status == 404
    reviewing.approve(editor, TITLE)
    assert reader.goto(address).status == 200
    expect(reader.locator("main")).to_contain_text(BODY)
    assert reader.locator("main figure img").get_attribute("alt") == "一幅灰色的示意图"

    reader.goto("/zh-hans/search/?q=脐炎")
    expect(reader.locator(".results")).to_contain_text(TITLE)

    partner = sign_in(PARTNER)
    partner.goto(f"/cms/pages/{course}/edit/")
    expect(partner.locator("input[name=title]")).to_have_value(COURSE)
    draft_title = "新生儿临床基础（修订稿甲乙）"
    partner.fill("input[name=title]", draft_title)
    partner.locator("footer button.action-save, footer button[type=submit]").first.click()
    expect(partner.locator(".messages .success, .w-editor-status, [data-side-panel]").first).to_be_visible()
    partner.wait_for_timeout(1500)  # autosave and save settle

    outsider = sign_in(OUTSIDER)
    for place in (f"/cms/pages/{course}/", f"/cms/pages/{course}/edit/", f"/cms/pages/{course}/history/"):
        outsider.goto(place)
        assert draft_title not in outsider.content()
    for place in ("/cms/", "/cms/pages/", "/cms/pages/search/?q=修订稿", "/cms/choose-page/search/?q=修订稿"):
        outsider.goto(place)
        assert draft_title not in outsider.content()
    reader.context.close()
