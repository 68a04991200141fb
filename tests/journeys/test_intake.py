"""An article taken in with a browser: by keys, without scripts, by marking words; and two people at one record."""

from __future__ import annotations

import re
from itertools import count

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESKTOP, PHONE, Opened, faults_of
from tests.workspace.pages.articles import ACCORD

pytestmark = pytest.mark.browser

_numbers = count()
PASTE = "/c/river-basin/record/paste/"


def take_in(page: Page, text: str = ACCORD) -> str:
    """Paste an article that is not there yet; gives the address of its page."""
    page.locator("#id_text").fill(f"{text}\nNumber {next(_numbers)}.")
    page.get_by_label("Outlet").fill("Harbour Post")
    page.get_by_label("Date of the article").fill("2025-11-18")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name="Found in it")).to_be_visible()
    page.wait_for_load_state("load")  # the scripts that answer keys and selections are there
    return page.url


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_pages_of_an_article_have_no_fault_and_do_not_scroll_sideways(opened: Opened, size: tuple[int, int]) -> None:
    page = opened(PASTE, as_who="ana", size=size)
    addresses = [page.url, take_in(page)]
    addresses += [
        f"{addresses[1]}?kind=statement&above=80",
        f"{addresses[1]}mark/?kind=contact&start=100&end=120",
        page.url.split("/record/")[0] + "/record/new/contact/",
    ]
    wrong = {}
    for address in addresses:
        page.goto(address)
        found = faults_of(page)
        page.emulate_media(color_scheme="dark")
        found += faults_of(page, only="color-contrast")
        page.emulate_media(color_scheme="light")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append("scrolls sideways")
        if found:
            wrong[address] = found

    assert wrong == {}


def test_one_key_takes_in_leaves_out_and_takes_back(opened: Opened) -> None:
    page = opened(PASTE, as_who="ana")
    take_in(page)
    cards = page.locator(".card")
    number = cards.count()

    page.keyboard.press("t")
    page.keyboard.press("x")
    page.keyboard.press("t")

    expect(page.locator(".card.decided")).to_have_count(3)
    expect(page.locator("#tally")).to_have_text(f"{number - 3} of {number} to decide")
    expect(cards.nth(0)).to_contain_text("Taken in")
    expect(cards.nth(1)).to_contain_text("Left out")
    expect(cards.nth(3)).to_have_class(re.compile("current"))
    expect(cards.nth(3).locator("[data-place]")).to_be_focused()
    page.keyboard.press("u")
    expect(cards.nth(2).get_by_role("button", name="Take in")).to_be_visible()
    expect(cards.nth(2).locator("[data-place]")).to_be_focused()
    expect(page.locator(".card.pending")).to_have_count(0)
    page.reload()
    expect(page.locator(".card.decided")).to_have_count(2)

    page.route("**/decide/**", lambda route: route.fulfill(status=302, headers={"Location": "/sign-in/"}))
    page.keyboard.press("x")
    page.keyboard.press("t")
    expect(page.locator("[data-unsaved]")).to_contain_text("Not saved yet")
    expect(cards.nth(4).locator("[data-place]")).to_be_focused()
    page.unroute("**/decide/**")
    page.keyboard.press("r")
    expect(page.locator("#tally")).to_have_text(f"{number - 4} of {number} to decide")
    expect(page.locator("[data-unsaved]")).to_be_hidden()
    assert faults_of(page) == []


def test_selected_words_are_marked_by_one_key_at_their_code_points(opened: Opened) -> None:
    """The browser counts two for a letter beyond the basic plane; the record counts one."""
    page = opened(PASTE, as_who="ana")
    text = "𝔄𝔅 😀\r\n" + ACCORD
    take_in(page, text)
    kept = text.replace("\r\n", "\n")

    page.evaluate(
        """() => {
          const piece = [...document.querySelectorAll(".words [data-at]")]
            .find((each) => each.textContent.includes("strike at the airport"));
          const at = piece.firstChild.data.indexOf("strike at the airport");
          const range = document.createRange();
          range.setStart(piece.firstChild, at);
          range.setEnd(piece.firstChild, at + "strike at the airport".length);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }"""
    )
    expect(page.locator("[data-chosen]")).to_contain_text("strike at the airport")
    page.keyboard.press("q")

    start = kept.index("strike at the airport")
    form = page.locator("[data-quick] form")
    expect(form).to_have_attribute("action", re.compile(f"start={start}&end={start + len('strike at the airport')}$"))
    expect(form.get_by_label("In words")).to_be_focused()
    page.keyboard.press("Enter")
    marked = page.locator(".card", has_text="marked by hand")
    expect(marked).to_contain_text("Taken in")
    expect(marked.locator("[data-place]")).to_be_focused()

    page.keyboard.press("w")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("s")
    expect(form.get_by_label("Who says it")).to_be_focused()
    assert faults_of(page) == []
    page.keyboard.press("Enter")
    expect(page.locator(".card", has_text="marked by hand")).to_have_count(2)


def test_enter_records_marked_words_from_a_list_as_from_a_line(opened: Opened) -> None:
    page = opened(PASTE, as_who="ana")
    take_in(page)
    cards = page.locator(".card").count()

    page.keyboard.press("w")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("c")
    expect(page.locator("[data-quick] select").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".card")).to_have_count(cards + 1)


def test_keys_faster_than_the_browser_tells_of_the_selection_mark_what_was_chosen(opened: Opened) -> None:
    page = opened(PASTE, as_who="ana")
    take_in(page)

    page.evaluate(
        """() => {
          for (const key of ["w", "ArrowDown", "s"]) {
            const pressed = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
            document.activeElement.dispatchEvent(pressed);
          }
        }"""
    )
    expect(page.locator("[data-quick] form").get_by_label("Who says it")).to_be_focused()


def test_after_a_correction_the_keys_go_on_where_one_was(opened: Opened) -> None:
    page = opened(PASTE, as_who="ana")
    take_in(page)

    page.keyboard.press("t")
    page.keyboard.press("e")
    form = page.locator("form.record")
    expect(form.locator("input:not([type=hidden]), select, textarea").first).to_be_focused()
    page.get_by_role("button", name="Take in as corrected").press("Enter")

    expect(page.locator(".card.current")).to_have_count(1)
    expect(page.locator(".card").nth(1)).to_contain_text("Taken in, corrected")
    expect(page.locator(".card").nth(2).locator("[data-place]")).to_be_focused()
    page.keyboard.press("x")
    expect(page.locator(".card").nth(2)).to_contain_text("Left out")


def test_without_scripts_everything_is_a_form(opened: Opened) -> None:
    page = opened(PASTE, as_who="ana", scripts=False)
    take_in(page)

    page.locator(".card").nth(0).get_by_role("button", name="Take in").click()
    page.locator(".card").nth(1).get_by_role("button", name="Leave out").click()
    expect(page.locator(".card.decided")).to_have_count(2)
    page.locator(".card").nth(2).get_by_role("link", name="Correct first").click()
    page.get_by_role("button", name="Take in as corrected").click()
    expect(page.locator(".card").nth(2)).to_contain_text("Taken in, corrected")
    page.get_by_label("from character").fill("0")
    page.get_by_label("up to").fill("9")
    page.get_by_role("button", name="Open question").click()
    expect(page.locator(".passage mark")).to_have_text("Northland")


def test_two_people_at_one_record_see_both_texts_and_lose_no_word(opened: Opened) -> None:
    """L2: the page of whoever comes second shows what was written meanwhile and keeps what they typed."""
    first = opened("/c/river-basin/record/new/question/", as_who="ana")
    first.locator("#id_text").fill("Who pays for the gauges?")
    first.get_by_role("button", name="Record it").click()
    first.get_by_role("link", name="Change").click()
    second = opened(first.url, as_who="ben")

    first.locator("#id_text").fill("Who pays for the gauges, and until when?")
    first.get_by_role("button", name="Keep the change").click()
    second.locator("#id_text").fill("Who pays for the gauges, and who reads them?")
    second.get_by_role("button", name="Keep the change").click()

    expect(second.locator(".notice.danger")).to_contain_text("and until when?")
    expect(second.locator("#id_text")).to_have_value("Who pays for the gauges, and who reads them?")
    second.locator("#id_text").fill("Who pays for the gauges, until when, and who reads them?")
    second.get_by_role("button", name="Keep the change").click()
    expect(second.get_by_role("heading", level=1)).to_have_text(
        "Who pays for the gauges, until when, and who reads them?"
    )
