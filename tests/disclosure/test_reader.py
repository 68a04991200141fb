"""D9, L5, L7: who is read into what now, by the clearances on record."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from onetext.case.access import Clearance
from onetext.disclosure.reader import cleared, reader_of
from onetext.files.faults import Faults
from tests.disclosure.basin import TODAY, case_of, seen, store_with


def event(status: str, on: str | None, until: str | None = None) -> Clearance:
    fields = {"id": "c", "who": "@ben", "compartments": ["team"], "status": status, "on": on, "until": until}
    return Clearance.model_validate(fields)


@pytest.mark.parametrize(
    ("events", "inside"),
    [
        ([event("read_in", None)], True),
        ([event("read_in", "2025-01-02"), event("read_out", "2025-02-01")], False),
        ([event("read_out", "2025-02-01"), event("read_in", "2025-01-02")], False),
        ([event("read_in", "2025-01-02"), event("suspended", "2025-02-01")], False),
        ([event("suspended", "2025-02-01"), event("read_in", "2025-02-02")], True),
        ([event("read_in", "2025-01-02", until="2025-05-31")], False),
        ([event("read_in", "2025-01-02", until="2025-06")], True),
        ([event("read_in", "2025-06-03")], False),
        ([event("read_in", "2025-01-02"), event("read_out", "2025-06-03")], True),
    ],
)
def test_last_word_on_a_compartment_counts(events: list[Clearance], inside: bool) -> None:
    assert ("team" in cleared(events, TODAY)) is inside


def test_revoked_grant_opens_nothing() -> None:
    grants: list[dict[str, Any]] = [
        {"id": "g1", "who": "south", "record": "d1"},
        {"id": "g2", "who": "south", "record": "p1", "revoked": True},
    ]

    assert reader_of(case_of(grants=grants), "south", TODAY).grants == {("d1", None)}


def test_past_day_is_read_under_the_clearances_of_now() -> None:
    """L5: whoever was read out reads nothing of the day on which they were in."""
    out = {"id": "c4", "who": "@ben", "compartments": ["team"], "status": "read_out", "on": "2025-05-01"}
    store = store_with(case_of(clearances=[out]))

    assert seen(store, "@ben", date(2025, 4, 1)).get("d1") == ()
    assert [record.id for record in seen(store, "@ben", date(2025, 4, 1)).get("open")] == ["open"]


def test_grant_in_a_file_is_of_the_version_it_brings_in() -> None:
    """D1: in a store it names that version, and no later one."""
    store = store_with(case_of(grants=[{"id": "g1", "who": "south", "record": "d1"}]))

    assert [record.id for record in seen(store, "south").get("d1")] == ["d1"]
    assert seen(store, "north").get("d1") == ()


def test_somebody_unknown_is_refused() -> None:
    with pytest.raises(Faults, match="nobody"):
        reader_of(case_of(), "east", TODAY)
