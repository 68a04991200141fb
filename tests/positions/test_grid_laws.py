"""Laws of the grid, and its plain twin."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.positions.grid import Grid, grid
from tests.plain.grid import plain_cell
from tests.positions.cases import case_data, case_of

DAY = date(2025, 11, 20)
DAYS = st.sampled_from(["2025-11-01", "2025-11-10", "2025-11-19", "2025-11-20", "2025-11-21"])
STANCES = st.sampled_from(["accept", "reject", "open", "unknown"])
GROUNDS = st.lists(st.sampled_from(["open-word", "doubtful-word", "leaked-word", "whisper", "rumour"]), max_size=2)


@st.composite
def positions(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Whole days, no withdrawals: what the plain twin understands."""
    found: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 6))):
        entry: dict[str, Any] = {
            "id": f"x{number}",
            "party": draw(st.sampled_from(["north", "south", "mill"])),
            "point": draw(st.sampled_from(["p2", "p3"])),
            "stance": draw(STANCES),
            "on": draw(st.none() | DAYS),
            "until": draw(st.none() | st.just("2025-11-30") | st.just("2025-11-19")),
            "red_line": draw(st.booleans()),
            "evidence": draw(GROUNDS),
            "received": draw(st.sampled_from([None, "second_hand", "anonymous"])),
            "sources": draw(st.sampled_from([[], ["gazette"], ["rumour"], ["rumour", "gazette"]])),
        }
        if entry["until"] and (entry["on"] or "") > entry["until"]:
            entry["until"] = None
        found.append({key: value for key, value in entry.items() if value is not None})
    return found


def grid_of(entries: list[dict[str, Any]]) -> Grid:
    return grid(case_of(case_data(positions=entries)), DAY)


@settings(max_examples=60, deadline=None)
@given(positions())
def test_grid_agrees_with_its_plain_twin(entries: list[dict[str, Any]]) -> None:
    data = case_data(positions=entries)
    for cell in grid_of(entries).cells:
        expected = plain_cell(data, cell.point, cell.party, "2025-11-20")
        assert {key: getattr(cell, key) for key in ("stance", "red_line", "weight")} | {
            "evidence": list(cell.evidence)
        } == expected


@settings(max_examples=40, deadline=None)
@given(positions().flatmap(lambda entries: st.tuples(st.just(entries), st.permutations(entries))))
def test_order_of_the_file_changes_nothing(both: tuple[list[dict[str, Any]], list[dict[str, Any]]]) -> None:
    entries, shuffled = both
    assert grid_of(entries) == grid_of(shuffled)


@settings(max_examples=40, deadline=None)
@given(positions(), STANCES)
def test_older_position_of_no_higher_weight_changes_nothing(entries: list[dict[str, Any]], stance: str) -> None:
    found = grid_of([*entries, {"id": "y", "party": "north", "point": "p3", "stance": "open", "on": "2025-11-20"}])
    older = {"id": "z", "party": "north", "point": "p3", "stance": stance, "on": "2025-10-01"}
    again = grid_of(
        [*entries, older, {"id": "y", "party": "north", "point": "p3", "stance": "open", "on": "2025-11-20"}]
    )
    assert again == found


@settings(max_examples=40, deadline=None)
@given(positions())
def test_position_of_another_party_or_point_changes_no_cell(entries: list[dict[str, Any]]) -> None:
    more = grid_of([*entries, {"id": "y", "party": "mill", "point": "p1", "stance": "open", "on": "2025-11-20"}])
    for cell in grid_of(entries).cells:
        assert (cell.point, cell.party) == ("p1", "mill") or more.cell(cell.point, cell.party) == cell


@settings(max_examples=40, deadline=None)
@given(positions())
def test_what_comes_later_changes_nothing_today(entries: list[dict[str, Any]]) -> None:
    later = {"id": "y", "party": "mill", "point": "p3", "stance": "accept", "on": "2025-12-01"}
    assert grid_of([*entries, later]) == grid_of(entries)
