"""When something is due; bound to a contact, a deadline moves with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.case.dates import last_day
from onetext.case.work import Deadline
from onetext.desk.contacts import state_of


@dataclass(frozen=True)
class Due:
    """A deadline with the day it is due now; ``loose`` when the contact it is bound to was called off."""

    deadline: Deadline
    on: str | None
    loose: bool = False


def due(case: Case, deadline: Deadline) -> Due:
    contact = case.get(Contact, deadline.contact)
    if contact is None:
        return Due(deadline, deadline.on)
    successor = case.get(Contact, contact.replaced_by)
    bound = successor or contact
    return Due(deadline, bound.on or deadline.on, state_of(bound).is_off)


def deadlines_ahead(case: Case, day: date) -> tuple[Due, ...]:
    """Deadlines of that day or later, soonest first; those without a day last."""
    found = [due(case, deadline) for deadline in case.all(Deadline)]
    ahead = [one for one in found if one.on is None or last_day(one.on) >= day]
    return tuple(sorted(ahead, key=lambda one: (one.on is None, last_day(one.on) if one.on else day)))
