"""A small process for the tests of the desk, with sections added or put in place of its own."""

from __future__ import annotations

from onetext.case.case import Case
from onetext.case.snapshot import parse_case

FRAME = """
onetext: case/1
id: ferry
title: The ferry
basis: invented
parties: [{id: north, name: Northbank}, {id: south, name: Southbank}, {id: mill, name: The mill, kind: mediator}]
persons:
- {id: ida, name: Ida Field, roles: [{title: envoy, party: north, from: 2025-01}]}
- {id: meg, name: Meg Carrier, roles: [{title: penholder, party: mill, from: 2025-01}]}
plans: [{id: main, title: The ferry treaty, parties: [north, south]}]
points: [{id: p1, title: The landing}, {id: p2, title: The toll}, {id: p3, title: The bell}]
"""

DRAFT = """
drafts:
- id: d1
  plan: main
  title: First draft
  on: 2025-03-01
  penholder: meg
  clauses:
  - {number: "1", point: p1, text: "A landing [of stone [and lime]]."}
  - {number: "2", point: p2, text: A toll.}
"""


def case_with(*sections: str) -> Case:
    """The frame and these sections, in YAML; what the checker finds between them is not looked at."""
    case, faults = parse_case(FRAME + "\n".join(sections))
    assert case is not None, faults
    return case
