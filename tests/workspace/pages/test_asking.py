"""What is asked of an assessment beyond its answers: worked out on request, in the words of the case."""

from __future__ import annotations

import html
import re

import pytest

from tests.workspace.pages.conftest import Opened
from tests.workspace.pages.stored import Room
from tests.workspace.room import open_room

open_room()

from onetext.workspace.jobs import Jobs  # noqa: E402 -- Django must be configured first

RIVER = "examples/river-basin"
_WAITS = 120


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests read what was found, so the page waits for it."""
    ask = Jobs.ask
    monkeypatch.setattr(Jobs, "ask", lambda self, key, act: ask(self, key, act, _WAITS))


def asked(room: Room, **query: str) -> str:
    page = html.unescape(room.page("packages/", assessment="a1", **query))
    return page[page.index('<section id="asked"') :]


def test_nothing_further_is_worked_out_unasked(stored: Opened) -> None:
    page = asked(stored(RIVER))

    assert "Ask further" in page
    assert "What would better the draft" in page
    assert "<h3>" not in page[: page.index("</section>")]


def test_changes_that_hurt_nobody_are_told_with_who_gains_what(stored: Opened) -> None:
    page = asked(stored(RIVER), ask="amend")

    change = "Guarantee and observers: report and observers at the gauges → report and observers at gauges and locks"
    assert f'<th scope="row">{change}</th><td class="figures">=</td><td class="figures">=</td>' in page
    assert "p11" not in page[: page.index("</section>")]


def test_reasons_are_told_answer_by_answer(stored: Opened) -> None:
    page = asked(stored(RIVER), ask="why")

    assert page.index("<h3>Nash</h3>") < page.index("<h3>Leximin</h3>")
    assert "it gave on Filling of the Upper Harrow reservoir" in page


def test_what_two_disagree_on_is_ordered_by_whether_it_changes_the_package(stored: Opened) -> None:
    """S7: each value is exchanged by itself; what only one side knows is counted and not exchanged (S3)."""
    page = asked(stored(RIVER), beside="a2", ask="apart")

    assert "1 disagreement changes the best package" in page
    weighty = page[: page.index("disagreements do not")]
    assert re.findall(r'<th scope="row">(.*?)</th>', weighty) == ["Northland: what it has without a deal"]
    assert "Filling of the Upper Harrow reservoir: five years, not six years with priority of the flow" in weighty
    assert "97 values of “The middle of May”, 0 values of “A harder Southmark”" in page
    assert "weights of “A harder Southmark” are multiplied by 0.753" in page


def test_what_blocks_is_told_at_once_with_the_way_out(stored: Opened) -> None:
    page = asked(stored(RIVER), **{"try": "north", "r.north": "0.95"})

    assert "These 2 things exclude each other: Northland needs at least 0.95; Southmark needs at least 0.45." in page
    assert "Southmark will not sign “four years” (Filling of the Upper Harrow reservoir)." in page
    assert "Cheapest way out: Northland lowers its reservation from 0.95" in page


def test_nothing_long_is_begun_while_a_value_is_dragged(stored: Opened) -> None:
    room = stored(RIVER)
    query = {"assessment": "a1", "ask": "why", "w.north.p04": "31"}
    headers = {"HX-Request": "true", "HX-Target": "found"}
    page = html.unescape(room.owner.get("/c/river-basin/packages/", query, headers=headers).content.decode())

    assert "<h3>Nash</h3>" not in page
    assert 'hx-trigger="load' not in page


def test_stopping_leads_back_to_the_page(stored: Opened) -> None:
    room = stored(RIVER)
    response = room.owner.post("/c/river-basin/packages/stop/?assessment=a1&ask=why")

    assert response["Location"] == "/c/river-basin/packages/?assessment=a1&ask=why#asked"
    assert room.owner.get("/c/river-basin/packages/stop/").status_code == 405
