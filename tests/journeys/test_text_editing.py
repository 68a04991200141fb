"""The Text screen by keyboard: words opened, bracketed, suggested, taken in, taken back; on a phone, by night."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESKTOP, PHONE, Opened, aside, faults_of
from tests.workspace.room import room, serrane

pytestmark = pytest.mark.browser

TEXT = "/c/serrane/text/?draft=d1"


def test_clause_is_edited_and_decided_by_keys_alone(opened: Opened) -> None:
    cases = room()
    if "serrane" not in cases.rooms:
        aside(lambda: cases.put(serrane(), owner="ana", team=("ben",)))
    page = opened(TEXT, as_who="ana", size=DESKTOP)
    clause = page.locator("#c-3")
    clause.locator("[data-edit]").focus()

    page.keyboard.press("e")
    area = page.locator("[data-words]")
    expect(area).to_be_focused()
    area.evaluate("area => area.setSelectionRange(0, 10)")
    page.keyboard.press("[")
    expect(area).to_have_value(re.compile(r"^\[Each Party\] shall"))
    page.keyboard.press("]")
    expect(area).to_have_value(re.compile(r"^Each Party shall"))
    page.keyboard.press("[")
    page.keyboard.press("Control+Enter")

    ours = page.locator("#c-3 ~ .suggestion")
    expect(ours.get_by_role("button", name="Take in")).to_be_focused()
    assert [faults_of(page), page.url.endswith("#c-3")] == [[], True]
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert faults_of(page, only="color-contrast") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.keyboard.press("k")
    expect(clause.locator("[data-edit]")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(clause.locator(".bracket")).to_have_text("[Each Party]")
    expect(clause.locator("[data-edit]")).to_be_focused()
    page.keyboard.press("u")
    expect(clause.locator(".bracket")).to_have_count(0)
    expect(ours.get_by_role("button", name="Take in")).to_be_focused()
    page.keyboard.press("x")
    expect(ours).to_have_count(0)
