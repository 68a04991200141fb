"""Small cases for the tests of the grid, as the sections of a case file."""

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
parties: [{id: mill, name: Mill town}, {id: south, name: Southbank}, {id: north, name: Northbank}]
plans: [{id: main, title: The plan, parties: [north, south]}]
categories: [{id: water, name: Water}, {id: border, name: Border}]
points:
- {id: p1, title: The bridge}
- {id: p2, category: border, title: The line}
- {id: p3, category: water, title: The share}
options: [{id: p3-o1, point: p3, label: half}, {id: p3-o2, point: p3, label: third}]
sources: [{id: gazette, outlet: Gazette}, {id: rumour, outlet: Rumour, caution: often wrong}]
statements:
- {id: open-word, received: on_record, via: [gazette], text: said}
- {id: doubtful-word, received: on_record, via: [rumour], text: said}
- {id: both-word, received: on_record, via: [rumour, gazette], text: said}
- {id: leaked-word, received: leaked, via: [gazette], text: said}
- {id: whisper, received: anonymous, via: [rumour], text: said}
"""


def case_data(**sections: list[dict[str, Any]]) -> dict[str, Any]:
    """The frame as plain data, with sections added or put in place of its own."""
    data: dict[str, Any] = parse_yaml(FRAME, "frame")
    return {**data, **sections}


def case_of(data: dict[str, Any]) -> Case:
    case, faults = parse_case(write_yaml(data))
    assert case is not None, faults
    assert [fault for fault in faults if fault.level == "error"] == []
    return case


def case_with(positions: str, **sections: list[dict[str, Any]]) -> Case:
    """The frame with these positions, in YAML."""
    return case_of(case_data(positions=parse_yaml(positions, "positions"), **sections))
