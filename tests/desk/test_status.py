"""The secretary's four questions."""

from __future__ import annotations

from datetime import date

from onetext.desk.status import status, status_data
from tests.desk.cases import DRAFT, case_with

DAY = date(2025, 3, 20)
BOTH_ACCEPT = """
acceptances:
- {id: a1, draft: d1, party: north, point: p1, on: 2025-03-05}
- {id: a2, draft: d1, party: south, point: p1, on: 2025-03-06, ad_referendum: true}
- {id: a3, draft: d1, party: north, point: p2, on: 2025-03-06}
- {id: a4, draft: d1, party: south, point: p2, on: 2025-03-06, reservation: no toll on Sundays}
"""

TOLD = """
disclosures:
- {id: k1, by: meg, to: [north], items: [{draft: d1, extent: full}], status: done, on: 2025-03-02}
"""
RIVALS = """
options: [{id: o1, point: p2, label: a penny}, {id: o2, point: p2, label: none}, {id: o3, point: p3, label: a bell}]
proposals:
- {id: pr1, draft: d1, point: p3, text: A bell.}
- {id: pr2, draft: d1, point: p1, status: left_out}
"""


def test_point_is_agreed_when_every_party_of_the_plan_accepts_it_in_the_current_draft() -> None:
    """The toll is not: Southbank has a reservation; the mediator's yes is not needed."""
    [agreed] = status(case_with(DRAFT, BOTH_ACCEPT), DAY).agreed

    assert (agreed.point, agreed.draft, agreed.by, agreed.ad_referendum) == ("p1", "d1", ("north", "south"), True)


def test_acceptance_of_an_older_draft_is_no_acceptance_of_the_current_one() -> None:
    newer = "- {id: d2, plan: main, on: 2025-03-10, clauses: [{number: '1', point: p1, text: A landing.}]}"

    assert status(case_with(DRAFT + newer, BOTH_ACCEPT), DAY).agreed == ()


def test_acceptance_of_the_whole_draft_covers_every_point() -> None:
    yes = "acceptances: [{id: a1, draft: d1, party: north}, {id: a2, draft: d1, party: south}]"
    found = status(case_with(DRAFT, yes), DAY)

    assert [one.point for one in found.agreed] == ["p1", "p2", "p3"]
    assert found.open == ()


def test_reservation_is_pending() -> None:
    found = status(case_with(DRAFT, BOTH_ACCEPT), DAY)

    assert [(one.kind, one.id) for one in found.pending] == [("reservation", "a4")]


def test_party_that_was_shown_the_draft_and_said_nothing_is_awaited() -> None:
    """The penholder's own party is not, nor who only read of it in the papers."""
    shown = TOLD.replace("[north]", "[ida, mill]")
    [awaited] = status(case_with(DRAFT, shown), DAY).awaited
    public = TOLD.replace("[north]", "[public]")

    assert (awaited.party, awaited.draft, awaited.since) == ("north", "d1", "2025-03-02")
    assert status(case_with(DRAFT, public), DAY).awaited == ()


def test_party_that_reacted_is_awaited_no_longer() -> None:
    word = "criticisms: [{id: cr1, draft: d1, by: north, text: Too much stone.}]"

    assert status(case_with(DRAFT, TOLD, word), DAY).awaited == ()


def test_brackets_rival_options_and_open_proposals_keep_a_point_open() -> None:
    """T1: nested brackets count each; a single option is no rival; a proposal decided is not open."""
    found = {one.point: one for one in status(case_with(DRAFT, RIVALS), DAY).open}

    assert {point: (one.brackets, one.options, one.proposals) for point, one in found.items()} == {
        "p1": (2, (), ()),
        "p2": (0, ("o1", "o2"), ()),
        "p3": (0, (), ("pr1",)),
    }


def test_point_without_a_clause_is_silent() -> None:
    assert status(case_with(DRAFT), DAY).silent == ("p3",)


def test_case_without_a_plan_is_an_answer_too() -> None:
    found = status(case_with().__class__(case_with().head), DAY)

    assert (found.plan, found.draft, found.agreed, found.open, found.silent) == (None, None, (), (), ())


def test_status_prints_the_fixed_shape() -> None:
    data = status_data(case_with(DRAFT), status(case_with(DRAFT), DAY))

    assert {"at", "agreed", "awaited", "open", "pending", "next_contacts", "silent", "changed_since"} <= set(data)
    assert data["open"] == [{"point": "p1", "brackets": 2, "options": [], "proposals": []}]
