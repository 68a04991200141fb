"""What somebody would know that they do not know now (D2): the record with the telling, against the record without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onetext.case.adding import with_records
from onetext.case.case import Case
from onetext.case.people import Party, Person
from onetext.case.telling import Disclosure
from onetext.case.words import EXTENTS, Extent
from onetext.disclosure.knows import Known, Subject, knows, speaks_for


@dataclass(frozen=True)
class Gain:
    """``who`` would know ``id`` to ``extent``; now they know it to ``before``, by the tellings ``by``, or not at all.

    ``through`` is the person by whom a party would know it.
    """

    who: str
    through: str | None
    subject: Subject
    id: str
    draft: str | None
    extent: Extent | None
    before: Extent | None
    points: tuple[str, ...]
    by: tuple[str, ...]


def gains(case: Case, told: Disclosure, on: date) -> tuple[Gain, ...]:
    then = with_records(case, [told])
    found = []
    for who, through in reached(case, told):
        known = {(item.subject, item.id, item.draft): item for item in knows(case, who, on).items}
        for item in knows(then, who, on).items:
            now = known.get((item.subject, item.id, item.draft))
            if gain := _gain(who, through, item, now):
                found.append(gain)
    return tuple(found)


def reached(case: Case, told: Disclosure) -> Iterator[tuple[str, str | None]]:
    """Whoever is told, and each party for whom one of them speaks on that day, with that person."""
    named = [who for who in told.to if isinstance(who, str)]
    yield from ((who, None) for who in dict.fromkeys(named))
    seen = set(named)
    for who in named:
        person = case.get(Person, who)
        for party in case.all(Party) if person else ():
            if person and party.id not in seen and speaks_for(person, party.id, told.on):
                seen.add(party.id)
                yield party.id, who


def _gain(who: str, through: str | None, then: Known, now: Known | None) -> Gain | None:
    points = tuple(point for point in then.points if now is None or point not in now.points)
    more = now is None or _rank(then.extent) > _rank(now.extent)
    if not more and (now is None or now.extent == "full" or not points):
        return None
    before = now.extent if now else None
    by = now.by if now else ()
    return Gain(who, through, then.subject, then.id, then.draft, then.extent, before, points, by)


def _rank(extent: Extent | None) -> int:
    return -1 if extent is None else EXTENTS.index(extent)
