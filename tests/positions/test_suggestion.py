"""The machine's guess is marked (M1), offered with its grounds, and refused on a public record."""

from __future__ import annotations

from datetime import date

import pytest

from onetext.case.case import Case
from onetext.files.faults import Faults
from onetext.positions.suggestion import suggested_assessment
from tests.positions.cases import case_data, case_of, case_with

DAY = date(2025, 11, 20)

SPOKEN = """
- {id: x1, party: north, point: p3, option: p3-o1, stance: accept, on: 2025-11-01}
- {id: x2, party: north, point: p3, option: p3-o2, stance: reject, red_line: true, on: 2025-11-01}
- {id: x3, party: south, point: p3, option: p3-o1, stance: conditional, on: 2025-11-01, evidence: [leaked-word]}
- {id: x4, party: south, point: p3, option: p3-o2, stance: declined_to_say, on: 2025-11-01}
"""


def test_positions_become_ranges_with_their_grounds() -> None:
    found = suggested_assessment(case_with(SPOKEN), DAY)
    assert found.assessment.scores == {"north": {"p3-o1": (70, 100), "p3-o2": (0, 25)}, "south": {"p3-o1": (30, 95)}}
    assert found.grounds["south"] == {"p3-o1": ("x3",)}
    assert found.assessment.red_lines == {"north": ("p3-o2",)}


def test_guess_is_marked_and_labelled_as_an_assessment() -> None:
    found = suggested_assessment(case_with(SPOKEN), DAY).assessment
    assert "M1" in (found.note or "")
    assert found.labels == ("assessment",)
    assert (found.weights, found.reservations) == ({}, {})


def test_stance_on_the_point_as_worded_counts_for_what_the_draft_embodies() -> None:
    drafts = [{"id": "d1", "plan": "main", "clauses": [{"number": "1", "point": "p3", "options": ["p3-o2"]}]}]
    case = case_with("[{id: x1, party: north, point: p3, stance: reject, on: 2025-11-01}]", drafts=drafts)
    assert suggested_assessment(case, DAY).assessment.scores == {"north": {"p3-o2": (0, 25)}}


def test_unlike_stances_give_the_range_that_holds_both() -> None:
    mixed = """
    - {id: x1, party: north, point: p3, option: p3-o1, stance: accept, on: 2025-11-01}
    - {id: x2, party: north, point: p3, option: p3-o1, stance: reject, on: 2025-11-01}
    """
    assert suggested_assessment(case_with(mixed), DAY).assessment.scores == {"north": {"p3-o1": (0, 100)}}


def test_public_record_is_refused_with_the_reason() -> None:
    case: Case = case_of({**case_data(), "basis": "public_record"})
    with pytest.raises(Faults, match="public record about living people"):
        suggested_assessment(case, DAY)
