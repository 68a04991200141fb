"""Deadlines move with the contact they are bound to."""

from __future__ import annotations

from datetime import date

from onetext.case.work import Deadline
from onetext.desk.deadlines import deadlines_ahead, due
from tests.desk.cases import case_with

BOUND = """
contacts:
- {id: c1, on: 2025-03-25, replaced_by: c2, accounts: [{by: north, status: replaced}]}
- {id: c2, on: 2025-04-09, accounts: [{by: north, status: planned}]}
- {id: c3, on: 2025-03-28, accounts: [{by: north, status: cancelled}]}
deadlines:
- {id: moved, title: The text, contact: c1, on: 2025-03-25}
- {id: loose, title: The map, contact: c3}
- {id: free, title: The bell, on: 2025-03}
- {id: past, title: The boat, on: 2025-02}
- {id: undated, title: The rope}
"""


def test_deadline_moves_to_the_day_of_what_replaced_its_contact() -> None:
    case = case_with(BOUND)
    [moved] = [one for one in case.all(Deadline) if one.id == "moved"]

    assert (due(case, moved).on, due(case, moved).loose) == ("2025-04-09", False)


def test_deadline_of_a_contact_that_was_called_off_is_loose() -> None:
    case = case_with(BOUND)
    [loose] = [one for one in case.all(Deadline) if one.id == "loose"]

    assert due(case, loose).loose


def test_deadlines_ahead_are_soonest_first_and_those_without_a_day_last() -> None:
    """A month is ahead until its last day is past."""
    ahead = deadlines_ahead(case_with(BOUND), date(2025, 3, 20))

    assert [one.deadline.id for one in ahead] == ["loose", "free", "moved", "undated"]
