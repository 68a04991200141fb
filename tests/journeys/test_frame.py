"""The frame as people meet it: in a browser, by keyboard, on a phone, without scripts, by eye-free reading."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from onetext.workspace.accounts.models import Member
from onetext.workspace.accounts.operations import make_link
from tests.journeys.conftest import DESKTOP, PHONE, Opened, aside, faults_of, session_of
from tests.workspace.room import NOW, numbered_token

pytestmark = pytest.mark.browser

PAGES = [
    ("/sign-in/", None),
    ("/sign-in/forgotten/", None),
    ("/in/no-such-link-at-all/", None),
    ("/", "ana"),
    ("/", "carl"),
    ("/account/", "ana"),
    ("/account/password/first/", "ana"),
    ("/account/factors/webauthn/add/", "ana"),
    ("/account/factors/totp/activate/", "ana"),
    ("/cases/new/", "ana"),
    ("/c/river-basin/", "ana"),
    ("/c/river-basin/text/?at=2025-04-03&as=north", "ana"),
    ("/c/river-basin/articles/", "ana"),
    ("/c/river-basin/articles/open/", "ana"),
    ("/c/river-basin/packages/", "ana"),
    ("/c/river-basin/brief/", "ana"),
    ("/c/river-basin/members/", "ana"),
    ("/c/river-basin/members/invite/", "ana"),
    ("/style/", "ana"),
    ("/style/?at=2025-04-03&as=north", "ana"),
]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_page_has_no_fault_that_axe_finds_and_none_scrolls_sideways(opened: Opened, size: tuple[int, int]) -> None:
    """By day and by night; between the two only colours differ."""
    wrong = {}
    for path, who in PAGES:
        page = opened(path, as_who=who, size=size)
        found = faults_of(page)
        page.emulate_media(color_scheme="dark")
        found += faults_of(page, only="color-contrast")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append("scrolls sideways")
        if found:
            wrong[path] = found
        page.context.close()

    assert wrong == {}


def test_page_of_twice_the_size_does_not_scroll_sideways(opened: Opened) -> None:
    """200 % zoom on a small laptop: half the pixels."""
    for path in ("/c/river-basin/", "/style/?open=3", "/cases/new/"):
        page = opened(path, as_who="ana", size=(640, 400))
        assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_link_signs_in_and_signing_out_ends_it(opened: Opened) -> None:
    """The whole way with a browser's own headers under ``no-referrer``."""
    session_of("ben")
    token = aside(lambda: make_link(Member.objects.get(username="ben"), numbered_token(), NOW))
    page = opened(f"/in/{token}/")

    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Cases")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_day_is_chosen_without_scripts_and_stays_on_the_next_screen(opened: Opened) -> None:
    page = opened("/c/river-basin/", as_who="ana", scripts=False)

    page.locator("summary", has_text="Day").click()
    page.get_by_label("Show the case as it stood on").fill("2025-04-03")
    page.get_by_role("button", name="Show this day").click()
    page.get_by_role("link", name="Grid").click()

    expect(page).to_have_url(page.url.split("/c/")[0] + "/c/river-basin/grid/?at=2025-04-03")
    expect(page.locator(".elsewhen")).to_contain_text("3 Apr 2025")


def test_keys_go_to_a_screen_move_over_lines_search_and_explain_themselves(opened: Opened) -> None:
    page = opened("/style/", as_who="ana")

    page.keyboard.press("Shift+?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("Who knows what")
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Point of the plan number 2", exact=True)).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/style/?open=1")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url("**/style/")
    page.keyboard.press("g")
    page.keyboard.press("r")
    page.wait_for_url("**/c/river-basin/record/")


def test_palette_goes_anywhere(opened: Opened) -> None:
    page = opened("/c/river-basin/", as_who="ana")

    page.keyboard.press("Control+k")
    page.keyboard.type("knows")
    expect(page.locator("#palette").get_by_role("option")).to_have_text(["Who knows what"])
    assert faults_of(page) == []
    page.keyboard.press("Enter")

    page.wait_for_url("**/c/river-basin/knows/")


def test_theme_is_chosen_without_scripts(opened: Opened) -> None:
    page = opened("/account/", as_who="ana", scripts=False)

    page.get_by_role("button", name="Dark").click()

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_printed_page_has_day_reader_and_marking_and_no_furniture(opened: Opened) -> None:
    page = opened("/style/?at=2025-04-03&as=north", as_who="ana")
    page.emulate_media(media="print")

    expect(page.locator(".printed")).to_contain_text("As it stands on 3 Apr 2025 · as seen by Northland · TLP:AMBER")
    for furniture in (".line", ".column", ".skip"):
        expect(page.locator(furniture)).to_be_hidden()


def test_error_summary_is_focused_and_leads_to_the_field(opened: Opened) -> None:
    page = opened("/cases/new/", as_who="ana")

    page.get_by_role("button", name="Open the case").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("link", name="Title: This field is required.").click()

    expect(page.get_by_label("Title")).to_be_focused()


def test_passkey_is_added_and_signs_in(opened: Opened) -> None:
    """G8, G11: under the strict content policy, with an authenticator that the browser plays."""
    page = opened("/account/factors/webauthn/add/", as_who="ben")
    authenticator = page.context.new_cdp_session(page)
    authenticator.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    able = {"hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
    authenticator.send("WebAuthn.addVirtualAuthenticator", {"options": {**kind, **able}})

    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    page.wait_for_url(lambda url: "/add/" not in url)
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_role("heading", name="Cases")).to_be_visible()
