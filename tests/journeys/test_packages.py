"""Packages in a browser: walking along the frontier and turning weights, by keyboard, by dragging, without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESKTOP, PHONE, Opened, aside, faults_of
from tests.workspace.room import room, serrane

pytestmark = pytest.mark.browser

FILLING = "Filling of the Upper Harrow reservoir"


@pytest.fixture(autouse=True)
def _serrane() -> None:
    """The whole river basin, unless an earlier test brought it."""
    cases = room()
    if "serrane" not in cases.rooms:
        aside(lambda: cases.put(serrane(), owner="ana", team=("ben",)))


def packages(opened: Opened, query: str, scripts: bool = True, size: tuple[int, int] = DESKTOP) -> Page:
    return opened(f"/c/serrane/packages/?assessment=a1{query}", as_who="ana", scripts=scripts, size=size)


def test_frontier_is_walked_along_by_keyboard_and_a_package_picked(opened: Opened) -> None:
    page = packages(opened, "")
    slider = page.get_by_role("slider", name="Walk along the frontier")
    slider.focus()
    page.keyboard.press("Home")
    first = page.locator(".reading").inner_text()
    page.keyboard.press("ArrowRight")

    assert page.locator(".reading").inner_text() != first
    assert "Unlike the draft" in first
    page.get_by_role("link", name="Show it among the packages").click()
    page.wait_for_load_state("load")
    expect(page.get_by_role("columnheader", name="Picked")).to_have_count(2)


def test_pointer_over_a_picture_shows_the_package_in_all_pictures(opened: Opened) -> None:
    page = packages(opened, "")
    before = [mark.get_attribute("cx") for mark in page.locator("circle.spot").all()]
    page.locator("svg.plot").first.hover(position={"x": 60, "y": 60})

    after = [mark.get_attribute("cx") for mark in page.locator("circle.spot").all()]
    assert all(old != new for old, new in zip(before, after, strict=True))


def test_turning_a_weight_by_keyboard_solves_anew_and_says_so(opened: Opened) -> None:
    page = packages(opened, "&try=north")
    slider = page.get_by_role("slider", name=FILLING, exact=True)
    slider.focus()
    page.keyboard.press("End")

    expect(page.locator(".trial")).to_contain_text(f"Northland: {FILLING} 50 in place of 24")
    expect(slider).to_be_focused()
    expect(page).to_have_url(re.compile(r"w\.north\.p04=50"))
    page.get_by_role("button", name="Southmark").click()
    page.wait_for_load_state("load")
    expect(page.locator(".trial")).to_contain_text(f"Northland: {FILLING} 50 in place of 24")
    page.locator(".trial").get_by_role("link", name="Back to the assessment").click()
    page.wait_for_load_state("load")
    expect(page.locator(".trial")).to_have_count(0)


def test_what_a_turned_weight_moves_stands_over_the_panel_on_a_phone(opened: Opened) -> None:
    page = packages(opened, "&try=north&w.north.p04=50", size=PHONE)
    moved, panel = (
        page.get_by_role("heading", name="What the change moves").bounding_box(),
        page.locator(".trying").bounding_box(),
    )
    assert moved is not None
    assert panel is not None
    assert moved["y"] + moved["height"] < panel["y"]


def test_what_if_works_without_scripts(opened: Opened) -> None:
    page = packages(opened, "&try=north", scripts=False)
    page.get_by_label(FILLING, exact=True).fill("50")
    page.locator(".trying").get_by_role("button", name="Find packages").click()

    expect(page.locator(".trial")).to_contain_text(f"Northland: {FILLING} 50 in place of 24")
    expect(page).to_have_url(re.compile(r"\?assessment=a1&try=north&w\.north\.p04=50$"))


def test_assessment_is_written_by_keyboard_dragging_and_clicking(opened: Opened) -> None:
    """A value is typed, one is dragged, a red line is clicked; what nobody knows stays so."""
    aside(lambda: room().put(serrane(), owner="ana", team=("ben",)))
    page = opened("/c/serrane/packages/assessment/a1/?party=south", as_who="ana")
    page.get_by_role("textbox", name=FILLING).fill("40")
    score = page.get_by_role("slider", name="six years with priority of the flow", exact=True)
    score.focus()
    page.keyboard.press("ArrowRight")
    page.get_by_label("red line: five years", exact=True).check()
    unknown = page.get_by_role("slider", name="report and observers at gauges and locks", exact=True)
    expect(unknown).to_have_attribute("aria-valuetext", "not known")
    up = page.get_by_role("button", name="Move up: Sharing in dry years")
    up.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#ranking-said")).to_have_text("Sharing in dry years: 3")
    expect(up).to_be_focused()
    dragged = page.locator(".ranking li").filter(has_text="Sharing in dry years").locator(".grip")
    page.locator(".ranking").evaluate("list => list.scrollIntoView()")
    start, first = dragged.bounding_box(), page.locator(".ranking li").first.bounding_box()
    assert start is not None
    assert first is not None
    page.mouse.move(start["x"] + 4, start["y"] + 4)
    page.mouse.down()
    page.mouse.move(start["x"] + 4, first["y"] + first["height"] + 6, steps=4)
    page.mouse.up()
    expect(page.locator("#ranking-said")).to_have_text("Sharing in dry years: 2")
    assert faults_of(page) == []
    up.locator("xpath=following-sibling::button").click()
    page.get_by_role("button", name="Keep Southmark").click()
    page.wait_for_load_state("load")
    expect(page.locator(".ranking li").nth(2).locator(".name")).to_have_text("Sharing in dry years")

    expect(page.get_by_role("textbox", name=FILLING)).to_have_value("40")
    expect(page.get_by_role("textbox", name="six years with priority of the flow")).to_have_value("81")
    expect(page.get_by_label("red line: five years", exact=True)).to_be_checked()
    expect(page.get_by_role("textbox", name="report and observers at gauges and locks")).to_have_value("")


def test_range_has_a_slider_for_each_end(opened: Opened) -> None:
    page = opened("/c/serrane/packages/assessment/a1/?party=delta", as_who="ana")
    field = page.get_by_role("textbox", name="Sharing in dry years")
    expect(page.get_by_role("slider", name="Sharing in dry years", exact=True)).to_have_value("14")
    upper = page.get_by_role("slider", name="Sharing in dry years ↑")
    upper.focus()
    page.keyboard.press("ArrowRight")

    expect(field).to_have_value("14–19")


def test_new_assessment_is_written_without_scripts(opened: Opened) -> None:
    page = opened("/c/serrane/packages/assessment/new/", as_who="ana", scripts=False)
    page.get_by_label("Name of the assessment").fill("The view from here")
    page.get_by_role("button", name="Open the assessment").click()
    page.get_by_role("textbox", name=FILLING).fill("40-70")
    page.get_by_role("button", name="Keep Northland").click()

    expect(page.get_by_role("heading", name="The view from here")).to_be_visible()
    expect(page.get_by_role("textbox", name=FILLING)).to_have_value("40–70")


def test_long_work_shows_that_it_goes_on_and_comes_by_itself(opened: Opened) -> None:
    page = packages(opened, "")
    page.get_by_role("link", name="How sure it is").click()
    page.wait_for_load_state("load")

    expect(page.get_by_role("heading", name="How often an option is in the best package")).to_be_visible(
        timeout=180_000
    )
    expect(page.locator(".shares")).to_have_count(2)
    expect(page.get_by_role("progressbar")).to_have_count(0)
