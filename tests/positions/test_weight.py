"""What a position's grounds weigh."""

from __future__ import annotations

from typing import Any

import pytest

from onetext.case.position import Position
from onetext.positions.weight import Weights
from tests.positions.cases import case_data, case_of


def weight(position: dict[str, Any], **sections: list[dict[str, Any]]) -> int:
    whole = {"id": "x1", "party": "north", "point": "p3", "stance": "open", **position}
    case = case_of(case_data(positions=[whole], **sections))
    return Weights(case).of(case.all(Position)[0])


@pytest.mark.parametrize(
    ("received", "expected"),
    [("on_record", 3), ("document", 3), ("joint", 3), ("leaked", 2), ("second_hand", 2), ("anonymous", 1), (None, 3)],
)
def test_own_received_counts_without_evidence(received: str | None, expected: int) -> None:
    assert weight({"received": received}) == expected


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (["open-word"], 3),
        (["doubtful-word"], 2),
        (["both-word"], 3),
        (["leaked-word"], 2),
        (["whisper"], 1),
        (["whisper", "leaked-word"], 2),
        (["gazette"], 3),
        (["rumour"], 2),
    ],
)
def test_evidence_gives_its_highest_weight_less_caution(evidence: list[str], expected: int) -> None:
    assert weight({"evidence": evidence, "received": "anonymous"}) == expected


def test_draft_is_a_document() -> None:
    drafts: list[dict[str, Any]] = [{"id": "d1", "plan": "main"}, {"id": "d2", "plan": "main", "sources": ["rumour"]}]
    assert weight({"evidence": ["d1"]}, drafts=drafts) == 3
    assert weight({"evidence": ["d2"]}, drafts=drafts) == 2


def test_caution_of_the_positions_own_source_takes_off_one_but_not_below_one() -> None:
    assert weight({"sources": ["rumour"]}) == 2
    assert weight({"sources": ["rumour"], "received": "anonymous"}) == 1
    assert weight({"sources": ["rumour", "gazette"]}) == 3


def test_link_of_kind_evidence_is_evidence_whichever_way_it_points() -> None:
    """D12: evidence under other labels is tied by a link."""
    for ends in ({"from": "x1", "to": "leaked-word"}, {"from": "leaked-word", "to": "x1"}):
        assert weight({}, links=[{"id": "l1", "kind": "evidence", **ends}]) == 2
        assert weight({}, links=[{"id": "l1", "kind": "other", **ends}]) == 3
