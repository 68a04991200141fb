"""What an item of a telling touches: its record, and of a draft the points that are told with it."""

from __future__ import annotations

from onetext.case.case import Case
from onetext.case.plan import Draft
from onetext.case.telling import Disclosure, Item


def name_of(item: Item) -> str:
    """The id of the record, or the topic."""
    return item.names or item.topic or ""


def names_of(told: Disclosure) -> frozenset[str]:
    return frozenset(name_of(item) for item in told.items)


def points_told(case: Case, item: Item) -> tuple[str, ...]:
    """The points whose words are told: those named, or all of a draft told in full."""
    draft = case.get(Draft, item.draft)
    if item.points or draft is None or item.extent != "full":
        return item.points
    return tuple(dict.fromkeys(clause.point for clause in draft.clauses if clause.point))


def touched(case: Case, item: Item) -> frozenset[str]:
    return frozenset((name_of(item), *points_told(case, item)))
