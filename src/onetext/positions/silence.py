"""Issues on which the text is silent: points that no clause of the current draft covers."""

from __future__ import annotations

from datetime import date

from onetext.case.case import Case
from onetext.case.current import current_draft, main_plan
from onetext.case.plan import Category, Draft, Plan, Point


def silent_issues(case: Case, day: date | None = None) -> tuple[str, ...]:
    """Points of the main plan that no clause of its current draft covers, in the order of the file.

    Unknown is not silent (C1): without a draft, and of a draft whose clauses we do not know, or know in part (its
    ``points`` says there are more), nothing can be called silent.
    """
    plan = main_plan(case)
    draft = current_draft(case, plan, day)
    if plan is None or draft is None or not known_whole(draft):
        return ()
    covered = {clause.point for clause in draft.clauses}
    points = (point for point in case.all(Point) if _belongs(case, point, plan))
    return tuple(dict.fromkeys(point.id for point in points if point.id not in covered))


def known_whole(draft: Draft) -> bool:
    """Whether we know all clauses the draft has, as far as it is known how many those are."""
    return bool(draft.clauses) and len(draft.clauses) >= (draft.points or 0)


def _belongs(case: Case, point: Point, plan: Plan) -> bool:
    category = case.get(Category, point.category)
    named = point.plan or (category.plan if category else None)
    return named is None or named == plan.id
