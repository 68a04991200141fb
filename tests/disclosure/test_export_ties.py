"""An exported case is valid even where a hidden edit superseded the version that an open record names."""

from __future__ import annotations

from onetext.case.snapshot import parse_case
from onetext.disclosure.exporting import for_export, snapshot

SUPERSEDED = """
onetext: case/1
id: mill
title: The mill
basis: invented
compartments: [{id: weir, name: The weir}]
statements: [{id: s1, on: 2025-03-01, text: The weir opens on Monday., labels: [team, weir]}]
comments: [{id: c1, about: s1, text: Hidden from nobody on the team.}, {id: c2, about: s1, text: Ours., labels: [weir]}]
questions: [{id: q1, text: When does it open?, about: [s1]}]
"""


def test_tie_to_a_version_under_more_labels_is_left_out_of_the_file() -> None:
    """D12: read by a cleared reader, the case names what the team's records may not name."""
    case, faults = parse_case(SUPERSEDED)
    assert case is not None
    assert [fault.level for fault in faults] == ["error", "error"]

    again, left = parse_case(snapshot(for_export(case)).data.decode())

    assert left == []
    assert again is not None
    assert [one.id for one in again.records["comment"]] == ["c2"]
    assert again.records["question"][0].model_dump()["about"] == ()
