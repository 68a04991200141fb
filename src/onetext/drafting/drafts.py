"""Drafts of a plan, the clauses that speak of a point, and the names by which a text calls the parties."""

from __future__ import annotations

from onetext.case.case import Case
from onetext.case.current import draft_day
from onetext.case.people import Party
from onetext.case.plan import Clause, Draft, Plan
from onetext.files.faults import nearest, refuse


def drafts_of(case: Case, plan: Plan) -> tuple[Draft, ...]:
    """The plan's drafts, oldest first, those without a date before all others; of one day, in the order of the file."""
    return tuple(sorted((draft for draft in case.all(Draft) if draft.plan == plan.id), key=draft_day))


def draft_named(case: Case, id: str) -> Draft:
    """The draft of that id. Raises ``Faults`` with the nearest one where there is none."""
    draft = case.get(Draft, id)
    if draft is None:
        known = [found.id for found in case.all(Draft)]
        raise refuse(id, f"there is no draft '{id}'", nearest(id, known) if known else "add a draft to the case")
    return draft


def clauses_on(draft: Draft, point: str) -> tuple[Clause, ...]:
    """The clauses of a draft that speak of a point, in its order."""
    return tuple(clause for clause in draft.clauses if clause.point == point)


def party_names(case: Case) -> tuple[str, ...]:
    """Every name by which a tag in a text may mean a party of the case."""
    return tuple(name for party in case.all(Party) for name in names_of(party))


def names_of(party: Party) -> tuple[str, ...]:
    return tuple(name for name in (party.id, party.name, party.short) if name)
