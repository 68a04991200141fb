"""Which plan is the one text, and which of its drafts is current on a day."""

from __future__ import annotations

from datetime import date

import pytest

from onetext.case.case import Case, Head
from onetext.case.current import current_draft, draft_day, main_plan
from onetext.case.plan import Draft, Plan

HEAD = Head(id="c", title="t", basis="invented")
MAIN = Plan(id="main", title="m")
SIDE = Plan(id="side", title="s", instrument="side_paper")


def drafts(**days: str | None) -> Case:
    return Case(HEAD, {"draft": tuple(Draft(id=id, plan="main", on=on) for id, on in days.items())})


def current(case: Case, day: str | None = None) -> str | None:
    found = current_draft(case, MAIN, date.fromisoformat(day) if day else None)
    return found.id if found else None


def test_main_plan_is_the_first_that_is_a_main_text() -> None:
    assert main_plan(Case(HEAD, {"plan": (SIDE, MAIN)})) == MAIN
    assert main_plan(Case(HEAD, {"plan": (SIDE,)})) == SIDE
    assert main_plan(Case(HEAD)) is None


def test_latest_draft_is_current_whatever_the_order_of_the_file() -> None:
    assert current(drafts(d2="2025-03-10", d1="2025-02-03")) == "d2"


def test_last_in_the_file_is_current_of_several_on_one_day() -> None:
    assert current(drafts(d1="2025-03-10", d2="2025-03-10")) == "d2"


def test_partial_date_counts_by_its_last_possible_day() -> None:
    assert current(drafts(d1="2025-03", d2="2025-03-10")) == "d1"
    assert draft_day(Draft(id="d", plan="p", on="2025-02")) == date(2025, 2, 28)


def test_draft_without_a_date_is_older_than_every_other() -> None:
    assert current(drafts(d1="2025-03-10", d2=None)) == "d1"
    assert current(drafts(d2=None)) == "d2"


@pytest.mark.parametrize(
    ("day", "draft"),
    [("2025-02-02", None), ("2025-02-03", "d1"), ("2025-03-30", "d1"), ("2025-03-31", "d2"), ("2025-12-31", "d2")],
)
def test_draft_that_may_be_younger_than_the_day_does_not_count(day: str, draft: str | None) -> None:
    assert current(drafts(d1="2025-02-03", d2="2025-03"), day) == draft


def test_draft_of_another_plan_is_not_current() -> None:
    assert current_draft(drafts(d1="2025-02-03"), SIDE) is None
    assert current_draft(drafts(d1="2025-02-03"), None) is None


def test_named_version_is_not_current_while_its_working_draft_is_there() -> None:
    working = Draft(id="d1", plan="main", on="2025-02-01")
    named = Draft(id="d1-v1", plan="main", on="2025-09-01", frozen="abc", frozen_from="d1")

    assert current_draft(Case(HEAD, {"draft": (working, named)}), MAIN) == working
    assert current_draft(Case(HEAD, {"draft": (named,)}), MAIN) == named
