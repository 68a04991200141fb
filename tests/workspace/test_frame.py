"""The frame keeps day and reader in every address, and says no the same way to everything hidden."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from onetext.ledger.writing import Ledger
from onetext.workspace.cases import Asked
from onetext.workspace.frame import Frame
from onetext.workspace.screens import SCREENS
from tests.workspace.conftest import Visitor
from tests.workspace.room import CLOCK, NOW, RoomCases


def links(client: Client, address: str) -> list[str]:
    page = BeautifulSoup(client.get(address).content, "html.parser")
    return [str(link["href"]) for link in page.select(".column ul a")]


def test_column_lists_the_screens_in_order(visitor: Visitor) -> None:
    assert links(visitor("ana"), "/c/river-basin/") == [
        f"/c/river-basin/{screen.path}" for screen in SCREENS if screen.in_column
    ]


def test_column_keeps_day_hindsight_and_reader(visitor: Visitor) -> None:
    found = links(visitor("ana"), "/c/river-basin/?at=2025-04-03&hindsight=1&as=north&open=p07")

    assert found[2] == "/c/river-basin/grid/?at=2025-04-03&hindsight=1&as=north"


def test_here_changes_what_it_is_told_and_keeps_the_rest() -> None:
    frame = Frame(path="/c/x/grid/", query=(("at", "2025-04-03"), ("open", "p01")))

    assert frame.here(open="p02") == "/c/x/grid/?at=2025-04-03&open=p02"
    assert frame.here(open=None) == "/c/x/grid/?at=2025-04-03"
    assert frame.here(as_="north") == "/c/x/grid/?at=2025-04-03&open=p01&as=north"


def test_asked_for_nothing_has_no_query() -> None:
    assert Asked().query == {}
    assert Asked(date(2025, 4, 3), True, "north").query == {"at": "2025-04-03", "hindsight": "1", "as": "north"}


def test_today_is_today_in_the_time_zone_of_the_case(visitor: Visitor) -> None:
    """At 22:30 in UTC it is half past midnight in Kyiv."""
    CLOCK.now = NOW.replace(hour=22, minute=30)

    assert b'data-shown-day="2025-11-19"' in visitor("ana").get("/c/river-basin/").content
    assert b'data-shown-day="2025-11-20"' in visitor("dora").get("/c/quiet-talks/").content


def test_day_switch_is_marked_when_it_does_not_show_now(visitor: Visitor) -> None:
    ana = visitor("ana")

    assert b"elsewhen" not in ana.get("/c/river-basin/").content
    assert b"elsewhen" in ana.get("/c/river-basin/?at=2025-04-03").content


@pytest.mark.parametrize("day", ["2025-13-01", "yesterday", "20250403", "2025-4-3", "2025-02-30"])
def test_day_that_is_none_is_answered_with_what_to_write(visitor: Visitor, day: str) -> None:
    answer = visitor("ana").get("/c/river-basin/grid/", {"at": day})

    assert answer.status_code == 400
    assert b"Write it like 2025-11-19." in answer.content


def test_hidden_case_and_absent_case_are_equal_to_the_byte(visitor: Visitor) -> None:
    """D4, on every screen, whoever asks."""
    for name in ("ana", "carl"):
        client = visitor(name)
        for screen in SCREENS:
            hidden = client.get(f"/c/quiet-talks/{screen.path}?at=2025-04-03&as=north")
            absent = client.get(f"/c/no-such-case/{screen.path}?at=2025-04-03&as=north")
            assert hidden.status_code == absent.status_code == 404
            assert (hidden.content, dict(hidden.headers)) == (absent.content, dict(absent.headers))


def test_reader_who_is_none_is_the_same_as_an_absent_case(visitor: Visitor) -> None:
    ana = visitor("ana")

    assert ana.get("/c/river-basin/?as=nobody").content == ana.get("/c/no-such-case/").content


def test_every_screen_is_on_record_before_it_is_shown(visitor: Visitor, store: RoomCases) -> None:
    """L6: surface and arguments, whatever the screen."""
    ana = visitor("ana")
    for screen in SCREENS:
        ana.get(f"/c/river-basin/{screen.path}?at=2025-04-03")

    looks = store.looks("river-basin")
    assert [(look.surface, look.arguments) for look in looks] == [(each.id, {"at": "2025-04-03"}) for each in SCREENS]
    assert {(look.reader, look.clearance) for look in looks} == {("@ana", ("assessment", "exports", "team"))}


def test_read_that_cannot_be_recorded_shows_nothing(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """G7: fail-closed."""

    def full(*args: object, **kwargs: object) -> None:
        raise OSError

    monkeypatch.setattr(Ledger, "append", full)
    ana = visitor("ana")
    ana.raise_request_exception = False

    answer = ana.get("/c/river-basin/")
    assert answer.status_code == 500
    assert b"River basin" not in answer.content


def test_theme_is_kept_on_the_browser_without_scripts(visitor: Visitor) -> None:
    ana = visitor("ana")

    assert ana.post("/theme/", {"theme": "dark", "back": "/account/"})["Location"] == "/account/"
    assert b'data-theme="dark"' in ana.get("/").content
    ana.post("/theme/", {"theme": ""})
    assert b"data-theme" not in ana.get("/").content


def test_theme_never_leads_elsewhere(visitor: Visitor) -> None:
    assert visitor("ana").post("/theme/", {"back": "//evil.example/"})["Location"] == "/"
