"""The rule of the grid, one clause of it at a time."""

from __future__ import annotations

from datetime import date

import pytest

from onetext.positions.grid import Cell, Grid, Rival, grid
from tests.positions.cases import case_with

DAY = date(2025, 11, 20)


def cell(positions: str, point: str | None = "p3", party: str = "north") -> Cell:
    return grid(case_with(positions), DAY).cell(point, party)


def test_rows_without_positions_are_there_and_unknown() -> None:
    found = grid(case_with("[]"), DAY)
    assert found.points == ("p3", "p2", "p1"), "by category, then those without one"
    assert found.parties == ("north", "south"), "the plan's parties, in its order"
    assert found.cells[0] == Cell("p3", "north")
    assert (found.cells[0].stance, found.cells[0].weight, found.cells[0].stale_days) == ("unknown", None, None)
    assert len(found.cells) == 6


def test_another_party_gets_a_column_once_it_has_taken_a_position() -> None:
    positions = "[{id: x1, party: mill, point: p1, stance: open, on: 2025-11-21}]"
    assert grid(case_with(positions), DAY).parties == ("north", "south")
    assert grid(case_with(positions), date(2025, 11, 21)).parties == ("north", "south", "mill")


def test_higher_weight_beats_later_day() -> None:
    found = cell("""
    - {id: x1, party: north, point: p3, stance: reject, on: 2025-11-01, evidence: [open-word]}
    - {id: x2, party: north, point: p3, stance: accept, on: 2025-11-10, evidence: [leaked-word]}
    """)
    assert (found.stance, found.weight, found.evidence, found.stale_days) == ("reject", 3, ("x1",), 19)
    assert found.rivals == ()
    assert found.lighter == (Rival("x2", "accept", None, 2),), "what was leaked since is shown beside it"


def test_latest_day_decides_among_equal_weights() -> None:
    found = cell("""
    - {id: x1, party: north, point: p3, stance: reject, on: 2025-11-10}
    - {id: x2, party: north, point: p3, stance: open, on: 2025-11-12, red_line: true}
    """)
    assert (found.stance, found.evidence, found.red_line, found.rivals) == ("open", ("x2",), True, ())


def test_equal_weight_and_day_with_unlike_stance_is_mixed() -> None:
    found = cell("""
    - {id: x2, party: north, point: p3, stance: open, on: 2025-11-10}
    - {id: x1, party: north, point: p3, stance: reject, option: p3-o1, on: 2025-11-10}
    """)
    assert (found.stance, found.evidence) == ("mixed", ("x1", "x2"))
    assert found.rivals == (Rival("x1", "reject", "p3-o1", 3), Rival("x2", "open", None, 3))


def test_equal_stances_of_one_day_are_one_stance_on_two_grounds() -> None:
    found = cell("""
    - {id: x2, party: north, point: p3, stance: open, on: 2025-11-10, move: propose}
    - {id: x1, party: north, point: p3, stance: open, on: 2025-11-10}
    """)
    assert (found.stance, found.evidence, found.rivals, found.moves) == ("open", ("x1", "x2"), (), ("propose",))


def test_partial_date_counts_at_its_last_possible_day_only() -> None:
    month = "[{id: x1, party: north, point: p3, stance: accept, on: 2025-11}]"
    assert cell(month) == Cell("p3", "north", uncertain=("x1",))
    later = grid(case_with(month), date(2025, 11, 30)).cell("p3", "north")
    assert (later.stance, later.stale_days) == ("accept", 0)


def test_position_without_a_date_has_always_stood_and_is_older_than_any() -> None:
    undated = "- {id: x1, party: north, point: p3, stance: accept}"
    assert (cell(undated).stance, cell(undated).stale_days) == ("accept", None)
    assert cell(undated + "\n- {id: x0, party: north, point: p3, stance: open, on: 1990}").stance == "open"


def test_position_stands_until_its_last_day() -> None:
    positions = "[{id: x1, party: north, point: p3, stance: accept, on: 2025-10, until: 2025-11-20}]"
    assert cell(positions).stance == "accept"
    assert grid(case_with(positions), date(2025, 11, 21)).cell("p3", "north").stance == "unknown"


def test_silent_is_only_where_it_was_recorded() -> None:
    found = grid(case_with("[{id: x1, party: north, point: p3, stance: silent, on: 2025-11-01}]"), DAY)
    assert [cell.stance for cell in found.cells] == ["silent", *["unknown"] * 5]


def test_withdrawal_takes_back_what_came_before_even_after_it_expired() -> None:
    found = cell("""
    - {id: x1, party: north, point: p3, stance: accept, move: demand, option: p3-o1, on: 2025-11-01}
    - {id: x2, party: north, point: p3, stance: unknown, move: withdraw, on: 2025-11-05, until: 2025-11-10}
    """)
    assert found == Cell("p3", "north")


def test_withdrawal_of_one_option_leaves_the_others() -> None:
    found = cell("""
    - {id: x1, party: north, point: p3, stance: accept, option: p3-o1, on: 2025-11-02}
    - {id: x2, party: north, point: p3, stance: open, option: p3-o2, on: 2025-11-01}
    - {id: x3, party: north, point: p3, stance: unknown, move: withdraw, option: p3-o1, on: 2025-11-05,
       until: 2025-11-10}
    """)
    assert (found.stance, found.evidence) == ("open", ("x2",))


def test_rumour_of_a_withdrawal_does_not_unsay_what_was_said_on_the_record() -> None:
    found = cell("""
    - {id: x1, party: north, point: p3, stance: reject, on: 2025-11-01}
    - {id: x2, party: north, point: p3, stance: unknown, move: withdraw, on: 2025-11-05, received: anonymous}
    """)
    assert (found.stance, found.lighter) == ("reject", (Rival("x2", "unknown", None, 1),))


def test_position_on_the_whole_plan_is_kept_apart() -> None:
    found = grid(
        case_with(
            "[{id: x1, party: north, stance: conditional, on: 2025-11-01, draft: d}]",
            drafts=[{"id": "d", "plan": "main"}],
        ),
        DAY,
    )
    assert [cell.stance for cell in found.overall] == ["conditional", "unknown"]
    assert {cell.stance for cell in found.cells} == {"unknown"}
    assert found.cell(None, "north").evidence == ("x1",)


def test_data_has_the_shape_of_the_command() -> None:
    positions = "[{id: x1, party: north, point: p3, stance: accept, on: 2025-11-01}]"
    data = grid(case_with(positions), DAY).as_data()
    assert list(data) == ["at", "points", "parties", "cells", "overall"]
    assert data["cells"][0] == {
        "point": "p3",
        "party": "north",
        "stance": "accept",
        "red_line": False,
        "weight": 3,
        "stale_days": 19,
        "evidence": ["x1"],
        "rivals": [],
        "moves": [],
        "lighter": [],
        "uncertain": [],
    }


def test_cell_that_is_not_in_the_grid_is_refused() -> None:
    with pytest.raises(KeyError):
        Grid(DAY, (), (), (), ()).cell("p3", "north")
