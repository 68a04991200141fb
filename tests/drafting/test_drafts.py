from __future__ import annotations

from onetext.case.people import Party
from onetext.case.plan import Plan
from onetext.drafting.drafts import clauses_on, draft_named, drafts_of, names_of, party_names
from tests.drafting.cases import case_of, clause, draft

CASE = case_of(
    drafts=[
        draft("d2", on="2025-02"),
        draft(
            "d1",
            clause("1", "Words.", "p1"),
            clause("2", "More.", "p2"),
            clause("1 bis", "Yet.", "p1"),
            on="2025-01-31",
        ),
        draft("undated"),
        draft("d3", on="2025-02-28"),
        {**draft("other", on="2026"), "plan": "side"},
    ]
)
MAIN = CASE.get(Plan, "main")


def test_drafts_are_listed_oldest_first() -> None:
    assert MAIN is not None
    assert [found.id for found in drafts_of(CASE, MAIN)] == ["undated", "d1", "d2", "d3"]


def test_clauses_on_a_point_come_in_the_order_of_the_draft() -> None:
    assert [found.number for found in clauses_on(draft_named(CASE, "d1"), "p1")] == ["1", "1 bis"]


def test_party_goes_by_its_id_its_name_and_its_short_name() -> None:
    north = CASE.get(Party, "north")
    assert north is not None
    assert names_of(north) == ("north", "Northbank", "North")
    assert party_names(CASE) == ("north", "Northbank", "North", "south", "Southbank")
