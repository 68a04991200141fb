"""In what state a contact is, and what comes next (R4)."""

from __future__ import annotations

from datetime import date

from onetext.case.contact import Contact
from onetext.desk.contacts import next_contacts, state_of
from tests.desk.cases import case_with

DAY = date(2025, 3, 20)


def contact(accounts: str, on: str = "2025-03-25") -> Contact:
    return case_with(f"contacts: [{{id: c1, title: Round, on: {on}, accounts: [{accounts}]}}]").all(Contact)[0]


def test_being_planned_is_history_once_it_was_called_off() -> None:
    """R4: never shown as held."""
    state = state_of(contact("{by: north, status: planned}, {by: south, status: cancelled}"))

    assert (state.status, state.is_off, state.disputed) == ("cancelled", True, False)


def test_sides_that_differ_stand_side_by_side() -> None:
    """C3."""
    state = state_of(contact("{by: north, status: held}, {by: south, status: not_held}"))

    assert state.status == "not_held"
    assert [account.by for account in state.rivals] == ["north"]


def test_last_word_of_each_side_counts_by_day_not_by_place_in_the_file() -> None:
    state = state_of(
        contact("{by: north, status: cancelled, on: 2025-03-19}, {by: north, status: postponed, on: 2025-03-01}")
    )

    assert (state.status, state.disputed) == ("cancelled", False)


def test_without_an_account_the_state_is_not_known() -> None:
    """C1."""
    assert state_of(contact("")).status == "unknown"


def test_what_comes_next_is_soonest_first_and_without_what_is_off() -> None:
    case = case_with(
        """
contacts:
- {id: later, on: 2025-04-01, accounts: [{by: north, status: planned}]}
- {id: soon, on: 2025-03-21, accounts: [{by: north, status: expected}]}
- {id: off, on: 2025-03-22, accounts: [{by: north, status: declined}]}
- {id: over, on: 2025-03-01, accounts: [{by: north, status: held}]}
- {id: sometime, accounts: [{by: north, status: planned}]}
- {id: this-month, on: 2025-03, accounts: [{by: north, status: planned}]}
- {id: done-today, on: 2025-03-20, accounts: [{by: north, status: held}]}
"""
    )

    assert [one.id for one in next_contacts(case, DAY)] == ["soon", "this-month", "later", "sometime"]
