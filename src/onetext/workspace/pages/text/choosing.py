"""Which draft or plan a page about the text is asked for."""

from __future__ import annotations

from django.http import Http404

from onetext.case.case import Case
from onetext.case.current import current_draft, main_plan
from onetext.case.plan import Draft, Plan
from onetext.desk.calling import title_of
from onetext.drafting.drafts import drafts_of

Choices = list[tuple[str, list[tuple[str, str]]]]


def draft_asked(case: Case, id: str) -> Draft | None:
    """The draft asked for, else the current one. One that is hidden or absent is not found (D4)."""
    if not id:
        return current_draft(case, main_plan(case))
    draft = case.get(Draft, id)
    if draft is None:
        raise Http404
    return draft


def plan_asked(case: Case, id: str) -> Plan | None:
    """The plan asked for, else the one text."""
    if not id:
        return main_plan(case)
    plan = case.get(Plan, id)
    if plan is None:
        raise Http404
    return plan


def draft_before(case: Case, draft: Draft) -> Draft | None:
    """The draft of the same plan from which this one came, by their days."""
    plan = case.get(Plan, draft.plan)
    drafts = drafts_of(case, plan) if plan else ()
    ids = [one.id for one in drafts]
    at = ids.index(draft.id) if draft.id in ids else 0
    return drafts[at - 1] if at > 0 else None


def draft_choices(case: Case) -> Choices:
    """Drafts under the plan they belong to, oldest first."""
    found = [(plan.title, [(one.id, title_of(case, one)) for one in each_draft(case, plan)]) for plan in case.all(Plan)]
    return [(title, drafts) for title, drafts in found if drafts]


def each_draft(case: Case, plan: Plan) -> list[Draft]:
    """The plan's drafts, oldest first; one that stands in versions under unlike labels once, as its page opens (L2)."""
    ids = dict.fromkeys(one.id for one in drafts_of(case, plan))
    return [draft for id in ids if (draft := case.get(Draft, id))]


def plan_choices(case: Case) -> list[tuple[str, str]]:
    """Plans that have drafts."""
    drafted = {draft.plan for draft in case.all(Draft)}
    return [(plan.id, plan.title) for plan in case.all(Plan) if plan.id in drafted]
