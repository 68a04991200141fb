from __future__ import annotations

from datetime import date

from onetext.case.people import Party
from onetext.case.plan import Plan
from onetext.drafting.drafts import clauses_on, current_draft, draft_named, drafts_of, main_plan, names_of, party_names
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


def test_current_draft_is_the_latest_of_its_plan_and_of_one_day_the_last_in_the_file() -> None:
    """A partial date is its last possible day."""
    found = current_draft(CASE, MAIN)
    assert found is not None
    assert found.id == "d3"


def test_draft_that_may_be_younger_than_the_day_is_not_current() -> None:
    found = current_draft(CASE, MAIN, date(2025, 2, 27))
    assert found is not None
    assert found.id == "d1"
    assert current_draft(case_of(), MAIN) is None
    assert current_draft(CASE, None) is None


def test_main_plan_is_the_first_main_text() -> None:
    assert main_plan(CASE) == MAIN
    side = [{"id": "side", "title": "Aside", "instrument": "side_paper"}]
    found = main_plan(case_of(plans=side))
    assert found is not None
    assert found.id == "side", "where no plan is a main text, the first"
    assert main_plan(case_of(plans=[])) is None


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
