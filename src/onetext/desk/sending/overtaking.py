"""Whom a telling would overtake: only those of whom the record says that they were to hear first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.case.dates import first_day, last_day
from onetext.case.people import Party, Person, Role
from onetext.case.record import PUBLIC
from onetext.case.telling import Disclosure
from onetext.case.work import Deadline
from onetext.desk.deadlines import due
from onetext.desk.sending.items import name_of, names_of, touched
from onetext.disclosure.knows import knows, reaches, speaks_for

Why = Literal["planned", "deadline", "principal"]


@dataclass(frozen=True)
class Overtaken:
    """``who`` was to hear of ``about`` first, by ``day`` where one is recorded; ``records`` say so."""

    who: str
    about: str
    why: Why
    day: str | None
    records: tuple[str, ...]


@dataclass(frozen=True)
class _Turn:
    """Somebody's turn to hear, on the day the contact it is bound to now has."""

    who: str
    names: frozenset[str]
    why: Why
    day: str | None
    records: tuple[str, ...]


def overtaken(case: Case, told: Disclosure, on: date) -> tuple[Overtaken, ...]:
    """Those whose recorded turn has come by ``on``, or lies before the recorded turn of whoever is told now.

    And the principal of a party, where one who holds a lesser role for it is told and the party knows nothing of it.
    """
    turns = list(_turns(case, told))
    own = [first_day(turn.day) for turn in turns if turn.day and reaches(case, told, turn.who)]
    found = []
    for turn in turns:
        if not turn.day or reaches(case, told, turn.who):
            continue
        late = last_day(turn.day) <= on or any(last_day(turn.day) < day for day in own)
        unheard = [name for name in sorted(turn.names) if late and knows(case, turn.who, on).about(name) is None]
        found += [Overtaken(turn.who, name, turn.why, turn.day, turn.records) for name in unheard]
    return (*found, *_principals(case, told, on))


def order_of(case: Case, told: Disclosure) -> tuple[str, ...]:
    """The records that give somebody a turn to hear of what is told."""
    return tuple(dict.fromkeys(turn.records[0] for turn in _turns(case, told)))


def _turns(case: Case, told: Disclosure) -> Iterator[_Turn]:
    names = names_of(told)
    for one in case.all(Disclosure):
        shared = names & names_of(one)
        if one.status == "planned" and shared:
            day, records = planned_day(case, one)
            yield from (_Turn(who, shared, "planned", day, records) for who in one.to if isinstance(who, str))
    people = {record.id for model in (Party, Person) for record in case.all(model)}
    for deadline in case.all(Deadline):
        shared = _due_of(case, told, deadline)
        if shared and isinstance(deadline.owner, str) and deadline.owner in people:
            when = due(case, deadline)
            bound = (deadline.contact,) if deadline.contact else ()
            if not when.loose:
                yield _Turn(deadline.owner, shared, "deadline", when.on, (deadline.id, *bound))


def planned_day(case: Case, one: Disclosure) -> tuple[str | None, tuple[str, ...]]:
    """The day of a planned telling, which moves with the contact it is bound to; and the records that say so."""
    contact = case.get(Contact, one.contact)
    if contact is None:
        return one.on, (one.id,)
    successor = case.get(Contact, contact.replaced_by)
    chain = (one.id, contact.id, *((successor.id,) if successor else ()))
    return (successor or contact).on or one.on, chain


def _due_of(case: Case, told: Disclosure, deadline: Deadline) -> frozenset[str]:
    """What of the telling the deadline is about."""
    about = {deadline.draft, deadline.point} - {None}
    return frozenset(name_of(item) for item in told.items if about & touched(case, item))


def _principals(case: Case, told: Disclosure, on: date) -> Iterator[Overtaken]:
    if PUBLIC in told.to:
        return
    for who in told.to:
        person = case.get(Person, who) if isinstance(who, str) else None
        for role in person.roles if person else ():
            if person and role.party and role.kind not in ("principal", "other") and _holds(person, role, told.on):
                yield from _above(case, told, on, person, role.party)


def _above(case: Case, told: Disclosure, on: date, person: Person, party: str) -> Iterator[Overtaken]:
    for other in case.all(Person):
        leads = any(
            role.party == party and role.kind == "principal" and _holds(other, role, told.on) for role in other.roles
        )
        if not leads or other.id == person.id or reaches(case, told, other.id):
            continue
        for name in sorted(names_of(told)):
            if knows(case, other.id, on).about(name) is None and knows(case, party, on).about(name) is None:
                yield Overtaken(other.id, name, "principal", None, (other.id, person.id))


def _holds(person: Person, role: Role, on: str | None) -> bool:
    alone = person.model_copy(update={"roles": (role,)})
    return role.party is not None and speaks_for(alone, role.party, on)
