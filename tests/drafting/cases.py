"""A case of two drafts, for the tests of drafting."""

from __future__ import annotations

from typing import Any

from onetext.case.case import Case
from onetext.case.snapshot import parse_case
from onetext.files.yamldoc import parse_yaml, write_yaml

FRAME = """
onetext: case/1
id: river
title: Two banks
basis: invented
parties: [{id: north, name: Northbank, short: North}, {id: south, name: Southbank}]
plans: [{id: main, title: The plan, parties: [north, south]}, {id: side, title: Aside, instrument: side_paper}]
points: [{id: p1, title: One}, {id: p2, title: Two}, {id: p3, title: Three}, {id: p4, title: Four}]
"""


def case_of(**sections: list[dict[str, Any]]) -> Case:
    data: dict[str, Any] = {**parse_yaml(FRAME, "frame"), **sections}
    case, faults = parse_case(write_yaml(data))
    assert case is not None, faults
    assert [fault for fault in faults if fault.level == "error"] == []
    return case


def clause(number: str, text: str | None, point: str | None = None, **more: Any) -> dict[str, Any]:
    return {"number": number, "text": text, "point": point, **more}


def draft(id: str, *clauses: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": id, "plan": "main", "clauses": list(clauses), **more}


def two_drafts(old: list[dict[str, Any]], new: list[dict[str, Any]], **sections: list[dict[str, Any]]) -> Case:
    """Drafts ``d1`` and ``d2`` of the main plan."""
    return case_of(drafts=[draft("d1", *old, on="2025-01-01"), draft("d2", *new, on="2025-02-01")], **sections)
