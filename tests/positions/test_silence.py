from __future__ import annotations

from datetime import date
from typing import Any

from onetext.positions.silence import silent_issues
from tests.positions.cases import case_data, case_of


def silent(*drafts: dict[str, Any], day: date | None = None, **sections: list[dict[str, Any]]) -> tuple[str, ...]:
    return silent_issues(case_of(case_data(drafts=[{"plan": "main", **draft} for draft in drafts], **sections)), day)


def clause(point: str) -> dict[str, Any]:
    return {"number": point, "point": point, "text": "Words."}


def test_points_that_no_clause_covers_are_silent() -> None:
    assert silent({"id": "d1", "clauses": [clause("p3")]}) == ("p1", "p2")


def test_only_the_current_draft_counts() -> None:
    old = {"id": "d1", "on": "2025-10-01", "clauses": [clause("p1"), clause("p2"), clause("p3")]}
    new = {"id": "d2", "on": "2025-11", "clauses": [clause("p3")]}
    assert silent(old, new) == ("p1", "p2")
    assert silent(old, new, day=date(2025, 11, 29)) == (), "the newer one may not have come yet"


def test_unknown_text_is_not_silent() -> None:
    """C1: a draft whose clauses we do not know, or not all of them, is silent on nothing that we could name."""
    assert silent() == ()
    assert silent({"id": "d1", "points": 28}) == ()
    assert silent({"id": "d1", "points": 3, "clauses": [clause("p3")]}) == ()


def test_points_of_another_plan_are_not_asked_for() -> None:
    plans = [{"id": "main", "title": "Plan"}, {"id": "side", "title": "Side", "instrument": "side_paper"}]
    points = [{"id": "p1", "title": "One"}, {"id": "p9", "title": "Nine", "plan": "side"}]
    rest: list[dict[str, Any]] = []
    draft = {"id": "d1", "clauses": [{"number": "0", "text": "Preamble."}]}
    assert silent(draft, plans=plans, points=points, options=rest) == ("p1",)
