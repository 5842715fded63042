"""The steps of a review, taken in the browser."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

# The reviewers of the library by the names that a chief editor reads.
REVIEWERS = {
    "马立军": "ma-lijun",
    "高珊": "gao-shan",
    "罗思琪": "luo-siqi",
    "许凯文": "xu-kaiwen",
    "孙瑞霖": "sun-ruilin",
    "方悦": "fang-yue",
    "Lijun Ma": "ma-lijun",
    "Shan Gao": "gao-shan",
    "Siqi Luo": "luo-siqi",
    "Kaiwen Xu": "xu-kaiwen",
    "Ruilin Sun": "sun-ruilin",
    "Yue Fang": "fang-yue",
}
Look = Callable[[Page, str], None]


def nothing(window: Page, name: str) -> None:
    """Where nobody asks for pictures."""


def approve(window: Page, title: str, look: Look = nothing) -> None:
    """Take a step by the button of the page editor, found from the dashboard."""
    window.goto("/cms/")
    look(window, "dashboard")
    window.locator("#waiting-content").get_by_role("link", name=title).first.click()
    expect(window.locator("input[name=title]")).to_be_visible()
    window.locator("footer [data-w-dropdown-target='toggle']").first.click()
    window.locator(
        "footer [data-workflow-action-name='approve']:not([data-workflow-action-modal-url])"
    ).click()
    expect(window.locator(".messages .success")).to_be_visible()


def open_round(window: Page, title: str, look: Look = nothing) -> None:
    window.goto("/cms/review/board/")
    look(window, "board")
    window.get_by_role("link", name=title).first.click()
    expect(window.locator("#reviewers")).to_be_visible()


def invite(window: Page, number: int = 2) -> list[str]:
    """Invite the first of those suggested; their accounts."""
    rows = window.locator("form[action$='/invite/'] li")
    accounts = []
    for place in range(number):
        text = rows.nth(place).inner_text()
        accounts.append(next(account for name, account in REVIEWERS.items() if name in text))
        rows.nth(place).locator("input").check()
    window.locator("form[action$='/invite/'] button").click()
    expect(window.locator(".messages .success")).to_be_visible()
    return accounts


def review(
    window: Page, title: str, *, verdict: str = "accept", point: str = "", look: Look = nothing
) -> None:
    """Accept an invitation, read the text, fill the rubric in, hand it in."""
    window.goto("/cms/review/")
    look(window, "queue")
    window.get_by_role("link", name=title).first.click()
    look(window, "invitation")
    window.fill("textarea[name=accept-interests]", "无")
    window.locator("button[value=accept]").click()
    expect(window.locator("textarea[name=note]")).to_be_visible()
    for field in window.locator("input[name^=gate-][value=yes]").all():
        field.check()
    for field in window.locator("input[name^=score-][value='4']").all():
        field.check()
    for field in window.locator("input[name^=settled-][value=yes]").all():
        field.check()
    window.check(f"input[name=verdict][value={verdict}]")
    window.fill("textarea[name=note]", "推理完整，叙述清楚。")
    if point:
        window.fill("input[name=points-0-place]", "第 11 阶段")
        window.fill("textarea[name=points-0-text]", point)
    look(window, "rubric")
    window.locator("button[value=hand-in]").click()
    expect(window.locator(".messages .success")).to_be_visible()


def decide(window: Page, title: str, verdict: str, look: Look = nothing) -> None:
    """Draft the letter of a decision, and send it."""
    open_round(window, title)
    look(window, "round")
    window.locator(f"a[href^='?verdict={verdict}']").first.click()
    expect(window.locator("textarea[name=letter]")).to_have_value(re.compile(r"\S{8,}"))
    look(window, "letter")
    window.locator("#decision ~ form button[type=submit]").click()
    expect(window.locator(".messages .success")).to_be_visible()
