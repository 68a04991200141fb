"""The screens with a whole case in them: in a browser, by keyboard, by night, on a phone, on paper, without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESKTOP, PHONE, Opened, aside, faults_of
from tests.workspace.room import room, serrane

pytestmark = pytest.mark.browser

DAY = "at=2025-05-20"
PAGES = [
    f"?{DAY}",
    f"text/?{DAY}&draft=d3&version=1",
    f"text/?{DAY}&draft=d2&point=p04",
    f"text/?{DAY}&draft=d3&from=d2",
    f"grid/?{DAY}",
    f"grid/?{DAY}&open=p01:north",
    f"record/?{DAY}",
    f"record/entry/d1/?{DAY}",
    f"knows/?{DAY}",
    f"knows/?{DAY}&who=south",
    f"knows/?{DAY}&item=d2",
    f"knows/before/?{DAY}&to=south&drafts=d3&extent=full&on=2025-05-20",
    f"search/?{DAY}&q=flow",
    f"packages/?{DAY}&assessment=a1",
    f"packages/?{DAY}&assessment=a1&beside=a2",
    f"packages/?{DAY}&assessment=a1&ask=amend",
    f"packages/?{DAY}&assessment=a1&try=south&w.south.p04=40",
    "packages/assessment/new/",
    "packages/assessment/a1/?party=south",
    "members/",
]


@pytest.fixture(autouse=True)
def _serrane() -> None:
    """The whole river basin, unless an earlier test brought it."""
    cases = room()
    if "serrane" not in cases.rooms:
        aside(lambda: cases.put(serrane(), owner="ana", team=("ben",)))


def page_of(opened: Opened, path: str, size: tuple[int, int] = DESKTOP, scripts: bool = True) -> Page:
    return opened(f"/c/serrane/{path}", as_who="ana", size=size, scripts=scripts)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_screen_has_no_fault_that_axe_finds_and_none_scrolls_sideways(opened: Opened, size: tuple[int, int]) -> None:
    """By day and by night; between the two only colours differ."""
    wrong = {}
    for path in PAGES:
        page = page_of(opened, path, size)
        found = faults_of(page)
        page.emulate_media(color_scheme="dark")
        found += faults_of(page, only="color-contrast")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append("scrolls sideways")
        if found:
            wrong[path] = found
        page.context.close()

    assert wrong == {}


def test_grid_opens_and_closes_evidence_by_keyboard(opened: Opened) -> None:
    page = page_of(opened, f"grid/?{DAY}")

    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("tr[data-row]").nth(1).locator("th a")).to_be_focused()
    page.goto(f"/c/serrane/grid/?{DAY}&open=p01:north")
    expect(page.get_by_role("heading", name="Minimum flow at the Sarn gauge · Northland")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_have_count(0)


def test_record_is_read_by_keyboard_alone(opened: Opened) -> None:
    page = page_of(opened, f"record/?{DAY}")
    first = page.locator(".day a").first
    title = first.inner_text()

    page.keyboard.press("j")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/record/entry/**")
    assert page.locator("h1").inner_text() == title
    page.keyboard.press("g")
    page.keyboard.press("k")
    page.wait_for_url(f"**/c/serrane/knows/?{DAY}")


def test_timeline_shows_twenty_entries_on_a_laptop(opened: Opened) -> None:
    page = page_of(opened, f"record/?{DAY}")

    inside = "each => each.getBoundingClientRect().bottom <= innerHeight"
    seen = page.evaluate(f"[...document.querySelectorAll('.day li')].filter({inside}).length")
    assert seen >= 20


def test_day_slider_goes_to_the_day_before(opened: Opened) -> None:
    page = page_of(opened, f"grid/?{DAY}")

    slider = page.get_by_role("slider", name="Day")
    expect(slider).to_be_visible()
    before = slider.get_attribute("aria-valuetext")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(lambda url: DAY not in url)
    after = page.locator("[data-shown-day]").get_attribute("data-shown-day")
    assert before is not None
    assert after is not None
    assert after < before


def test_screens_are_read_without_scripts(opened: Opened) -> None:
    page = page_of(opened, f"grid/?{DAY}", scripts=False)

    page.locator("a.cell").first.click()
    expect(page.get_by_role("heading", name="Minimum flow at the Sarn gauge · Northland")).to_be_visible()
    page.get_by_role("link", name="Text", exact=True).click()
    page.get_by_label("compared with").select_option(label="First working draft")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("article.change").first).to_be_visible()


def test_printed_grid_has_all_lines_and_no_furniture(opened: Opened) -> None:
    page = page_of(opened, f"grid/?{DAY}")
    page.emulate_media(media="print")

    expect(page.locator(".printed")).to_contain_text("As it stands on 20 May 2025 · as seen by Ana")
    for furniture in (".line", ".column", ".days"):
        expect(page.locator(furniture)).to_be_hidden()
    expect(page.locator("tr[data-row]").nth(11).locator("th a")).to_be_visible()
