"""What only a part of a record names need not be known before that part is shown."""

from __future__ import annotations

import pytest

from onetext.case.known import known_days
from onetext.case.snapshot import parse_case

FRAME = """
onetext: case/1
id: river
title: Two banks
basis: invented
default_labels: [team]
plans: [{id: main, title: The plan}]
sources: [{id: early, on: 2025-03-01}, {id: middle, on: 2025-03-10}, {id: late, on: 2025-03-20}]
points: [{id: bridge, title: The bridge, sources: [late]}]
"""


def known(lines: str, of: str = "bridge") -> str | None:
    case, faults = parse_case(FRAME + lines)
    assert faults == []
    assert case is not None
    return known_days(case)[id(case.heads(of)[0])]


@pytest.mark.parametrize(
    ("clause", "day"),
    [
        ("{number: '1', point: bridge}", "2025-03-01"),
        ("{number: '1', point: bridge, sources: [middle]}", "2025-03-10"),
        ("{number: '1', point: bridge, on: 2025-03-12, sources: [middle]}", "2025-03-12"),
        ("{number: '1', point: bridge, known_from: 2025-03-05, sources: [middle]}", "2025-03-05"),
        ("{number: '1', point: bridge, on: 2025-04}", "2025-03-20"),
    ],
)
def test_point_is_known_once_the_clause_that_names_it_is_shown(clause: str, day: str) -> None:
    assert known(f"drafts: [{{id: d1, plan: main, sources: [early], clauses: [{clause}]}}]") == day


def test_parts_within_parts_are_shown_no_earlier_than_what_they_stand_in() -> None:
    account = "{by: carol, sources: [early]}"
    clause = f"{{number: '1', sources: [middle], accounts: [{account}]}}"

    lines = f"""
persons: [{{id: carol, name: Carol, sources: [late]}}]
drafts: [{{id: d1, plan: main, sources: [early], clauses: [{clause}]}}]
"""
    assert known(lines, "carol") == "2025-03-10"


def test_record_pulls_nothing_before_its_own_day() -> None:
    assert known("positions: [{id: x1, party: p, point: bridge, stance: open, on: 2025-03-15, sources: [early]}]\n"
                 "parties: [{id: p, name: Mill town}]") == "2025-03-15"  # fmt: skip


def test_contact_ahead_is_shown_before_its_day_and_so_is_what_it_is_about() -> None:
    assert known("contacts: [{id: c1, on: 2025-03-15, about: [bridge], sources: [early]}]") == "2025-03-01"
