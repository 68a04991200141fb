"""Papers for an audience, made by somebody who reads all: nothing in them lies beyond what may be told (D5, D8, T2)."""

from __future__ import annotations

from datetime import date

from onetext.brief.compose import handout
from onetext.case.case import Case
from onetext.case.plan import Draft
from onetext.disclosure.knows import knows
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import HOLDER
from onetext.disclosure.told import embargo_on, is_excerpt, tellable
from tests.leaks.world import TODAY, Twin

AUDIENCES = ("south", "north", "mill", "mara", "public")
EMBARGO_ON = embargo_on
"""As it is, whatever is planted later."""
_NAMES = ("party", "person", "plan", "point", "category")
"""Kinds by whose names and titles things are called; they stand in a paper without being told of."""


def beyond(twin: Twin, audience: str) -> list[str]:
    """What a handout for ``audience``, made by the holder, says that it must not."""
    case = twin.store.view(HOLDER, Moment(TODAY)).case()
    reader = twin.store.reader(audience)
    known = {item.id for item in knows(case, audience, TODAY).items if item.certainty != "disputed"}
    grounds = [id for line in handout(case, reader, TODAY, since=date(2025, 1, 1)).at(0).lines for id in line.grounds]
    told = tellable(case, reader, TODAY)
    found = [f"rests on {id}" for id in grounds if not _may_stand(case, id, known, reader.clearance)]
    found += [f"{id} under embargo" for id in grounds if EMBARGO_ON(case, id, TODAY)]
    found += [f"gap in {draft.id}" for draft in told.all(Draft) if is_excerpt(draft) and not _numbered(draft)]
    return found


def _may_stand(case: Case, id: str, known: set[str], clearance: frozenset[str] | None) -> bool:
    readable = any(case.labels_of(head) <= (clearance or frozenset()) for head in case.heads(id))
    return readable or id in known or any(head.kind in _NAMES for head in case.heads(id))


def _numbered(draft: Draft) -> bool:
    return [clause.number for clause in draft.clauses] == [str(n) for n in range(1, len(draft.clauses) + 1)]
