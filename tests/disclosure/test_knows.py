"""D2, D6: what somebody knows is made of tellings alone, and only grows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from onetext.disclosure.knows import knows
from tests.disclosure.basin import TODAY, case_of


def telling(to: list[Any], **more: Any) -> dict[str, Any]:
    item = {"draft": "d1", "extent": more.pop("extent", "full")}
    return {"id": more.pop("id", "t1"), "to": to, "items": [item], "status": "done", "on": "2025-03-05", **more}


def known(who: str, *tellings: dict[str, Any], at: date = TODAY) -> tuple[str, str, bool] | None:
    found = knows(case_of(disclosures=list(tellings)), who, at).about("d1")
    return (found.extent or "", found.certainty, found.public) if found else None


@pytest.mark.parametrize(
    ("to", "on", "who", "knows_it"),
    [
        (["public"], "2025-03-05", "north", True),
        (["south"], "2025-03-05", "south", True),
        (["south"], "2025-03-05", "mara", False),
        (["mara"], "2025-03-05", "south", True),
        (["mara"], "2025-01-05", "south", False),
        (["mara"], "2025-05-05", "south", False),
        (["mara"], "2025-03-05", "mara", True),
        ([{"name": "senior officials", "party": "south"}], "2025-03-05", "south", False),
    ],
)
def test_telling_reaches(to: list[Any], on: str, who: str, knows_it: bool) -> None:
    """A party through its person on that day; a person not through the party; the unnamed for themselves alone."""
    assert (known(who, telling(to, on=on)) is not None) is knows_it


@pytest.mark.parametrize("status", ["planned", "withheld", "unknown"])
def test_what_was_not_done_is_not_known(status: str) -> None:
    assert known("south", telling(["south"], status=status)) is None


def test_disputed_telling_is_known_by_account() -> None:
    assert known("south", telling(["south"], status="disputed")) == ("full", "disputed", False)


def test_greatest_extent_told_counts_and_stays() -> None:
    full = telling(["south"], extent="full")
    outline = telling(["south"], id="t2", extent="outline", on="2025-04-01")

    assert known("south", full, outline) == ("full", "recorded", False)
    assert known("south", full, at=date(2025, 3, 4)) is None


def test_export_and_right_to_read_are_no_knowledge() -> None:
    """D6."""
    exports = [{"id": "e1", "what": "handout", "for": "south", "on": "2025-03-05", "items": [{"draft": "d1"}]}]
    clearances = [{"id": "c9", "who": "south", "compartments": ["team"], "on": "2025-01-02"}]

    assert knows(case_of(exports=exports, clearances=clearances), "south", TODAY).items == ()
