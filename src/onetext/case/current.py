"""Which plan is the one text, and which of its drafts is current."""

from __future__ import annotations

from datetime import date

from onetext.case.case import Case
from onetext.case.dates import last_day
from onetext.case.plan import Draft, Plan


def main_plan(case: Case) -> Plan | None:
    """The first plan that is a main text, else the first plan; None where the case shows none."""
    plans = case.all(Plan)
    return next((plan for plan in plans if plan.instrument == "main"), plans[0] if plans else None)


def current_draft(case: Case, plan: Plan | None, day: date | None = None) -> Draft | None:
    """The plan's latest draft by ``on``, of a partial date by its last possible day; None where there is none.

    A draft without a date is older than every dated one; of several on one day the last in the file is current.
    With ``day``, drafts that may be younger than it do not count; nor does a named version, while the working draft
    it was named from is there.
    """
    counted = [
        draft
        for draft in case.all(Draft)
        if plan is not None and draft.plan == plan.id and not (day and draft.on and last_day(draft.on) > day)
    ]
    working = {draft.id for draft in counted}
    found: Draft | None = None
    for draft in counted:
        if draft.frozen_from in working:
            continue
        if found is None or draft_day(draft) >= draft_day(found):
            found = draft
    return found


def draft_day(draft: Draft) -> date:
    """The last day the draft may be of; the earliest of all days where it has no date."""
    return last_day(draft.on) if draft.on else date.min
