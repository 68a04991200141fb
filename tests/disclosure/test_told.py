"""What may be told: what both may read or what is known already, narrowed by embargo, marking and attribution (D8)."""

from __future__ import annotations

from typing import Any

import pytest

from onetext.case.case import Case
from onetext.case.people import Person
from onetext.case.plan import Draft, Point
from onetext.case.source import Statement
from onetext.disclosure.attribution import attributed
from onetext.disclosure.reader import THE_PUBLIC, Reader
from onetext.disclosure.told import is_excerpt, may_be_told, tellable
from tests.disclosure.basin import TODAY, case_of

SOUTH = Reader("south", "party", frozenset())


def told_of(extent: str, points: list[str] | None = None, **more: Any) -> dict[str, Any]:
    item = {"draft": "d1", "extent": extent, "points": points or []}
    return {"id": "t1", "to": ["south"], "items": [item], "status": "done", "on": "2025-03-05", **more}


def for_south(*tellings: dict[str, Any], **sections: list[dict[str, Any]]) -> Case:
    return tellable(case_of(disclosures=list(tellings), **sections), SOUTH, TODAY)


@pytest.mark.parametrize(
    ("extent", "numbers"), [("existence", []), ("outline", []), ("part", ["1", "2"]), ("full", ["3", "5", "7"])]
)
def test_draft_is_narrowed_to_what_was_told(extent: str, numbers: list[str]) -> None:
    """T2: what is withheld leaves no gap in the numbers of an excerpt."""
    draft = for_south(told_of(extent, ["p1", "p3"] if extent == "part" else None)).get(Draft, "d1")

    assert draft is not None
    assert [clause.number for clause in draft.clauses] == numbers
    assert is_excerpt(draft) is (extent == "part")
    assert [clause.note for clause in draft.clauses] == [None] * len(numbers)
    assert draft.note in (None, "excerpt")


def test_frame_of_a_known_draft_holds_names_only() -> None:
    """Titles of the points told, their own people; none of our notes and words about them."""
    shown = for_south(told_of("part", ["p1"]))
    mara = shown.get(Person, "mara")

    assert [(point.id, point.title, point.text) for point in shown.all(Point)] == [("p1", "The bridge", None)]
    assert mara is not None


@pytest.mark.parametrize("mark", ["TLP:RED", "TLP:AMBER+STRICT"])
def test_marked_draft_brings_no_frame(mark: str) -> None:
    shown = for_south(told_of("full"), markings=[{"id": "m1", "record": "d1", "mark": mark}])

    assert shown.all(Draft) == ()
    assert shown.all(Point) == ()


def test_marked_point_of_a_known_draft_stays_out() -> None:
    shown = for_south(told_of("outline"), markings=[{"id": "m1", "record": "p2", "mark": "TLP:RED"}])

    assert [point.id for point in shown.all(Point)] == ["p1", "p3"]


@pytest.mark.parametrize(("until", "allowed"), [("2025-06-01", True), ("2025-06-03", False), ("2025-06", False)])
def test_embargo_holds_until_its_last_possible_day(until: str, allowed: bool) -> None:
    lifted = {"id": "t2", "items": [{"statement": "open"}], "status": "planned", "embargo": until}
    case = case_of(disclosures=[lifted])

    assert bool(may_be_told(case, SOUTH, case.heads("open")[0], TODAY)) is allowed


@pytest.mark.parametrize(
    ("level", "own", "handout"),
    [
        (None, ("Water.", "Mara", "south"), ("Water.", "Mara", "south")),
        ("on_record", ("Water.", "Mara", "south"), ("Water.", "Mara", "south")),
        ("background", ("Water.", "Mara", "south"), ("Water.", "an official", "south")),
        ("deep_background", ("Water.", "Mara", "south"), ("Water.", None, None)),
        ("chatham_house", ("Water.", "Mara", "south"), ("Water.", None, None)),
        ("off_record", ("Water.", "Mara", "south"), None),
    ],
)
def test_level_says_what_is_printed(level: str | None, own: tuple[str, ...], handout: tuple[str, ...] | None) -> None:
    """The table of D8, for our own pages and for a handout."""
    fields = {"id": "st", "text": "Water.", "party": "south", "handling": level}
    statement = Statement.model_validate({**fields, "speaker": {"name": "Mara", "description": "an official"}})
    printed = [attributed(statement, output) for output in ("own", "handout")]

    assert [one and (one.text, one.speaker, one.party) for one in printed] == [own, handout]


def test_marking_keeps_a_public_record_in() -> None:
    case = case_of(markings=[{"id": "m1", "record": "open", "mark": "TLP:GREEN"}])
    statement = case.heads("open")[0]

    assert bool(may_be_told(case, SOUTH, statement, TODAY)) is True
    assert bool(may_be_told(case, THE_PUBLIC, statement, TODAY)) is False


def test_records_of_our_own_work_go_to_nobody() -> None:
    case = case_of(lines=[{"id": "l1", "text": "Say this.", "labels": []}])

    assert case.heads("l1")[0] not in list(tellable(case, THE_PUBLIC, TODAY).everything())
