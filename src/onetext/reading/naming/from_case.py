"""The parties and persons of a case, as names to read by."""

from __future__ import annotations

from datetime import date

from onetext.case.case import Case
from onetext.case.dates import first_day, last_day
from onetext.case.people import Party, Person, Role
from onetext.reading.naming.named import Named


def names_of(case: Case, day: date) -> tuple[Named, ...]:
    """Parties with their short names; persons with the role they held on ``day``, else the last before it."""
    parties = {party.id: party.name for party in case.all(Party)}
    found = [
        Named(party.name, "party", also=(party.short,) if party.short else ())
        for party in case.all(Party)
        if party.name
    ]
    for person in case.all(Person):
        role = _role_on(person.roles, day)
        party = parties.get(role.party) if role is not None and role.party else None
        found.append(Named(person.name, "person", party=party, role=role.title if role else None))
    return tuple(found)


def _role_on(roles: tuple[Role, ...], day: date) -> Role | None:
    begun = [role for role in roles if role.from_ is None or first_day(role.from_) <= day]
    held = [role for role in begun if role.to is None or last_day(role.to) >= day]
    if held:
        return held[0]
    return begun[-1] if begun else None
