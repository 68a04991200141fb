"""Whoever a view is cut for: a member, a person, a party, the public, or the holder of a plain file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onetext.case.access import Clearance, Grant
from onetext.case.case import Case
from onetext.case.dates import first_day, last_day
from onetext.case.people import Party, Person
from onetext.case.record import MEMBER, PUBLIC
from onetext.files.faults import nearest, refuse

ReaderKind = Literal["holder", "member", "person", "party", "public"]


@dataclass(frozen=True)
class Reader:
    """``clearance`` None: everything, for whoever holds a plain file holds all of it."""

    who: str
    kind: ReaderKind
    clearance: frozenset[str] | None = frozenset()
    grants: frozenset[tuple[str, str | None]] = frozenset()
    """Record id and version; a plain file has one version a head, written as None."""

    def cleared_for(self, labels: Iterable[str]) -> bool:
        return self.clearance is None or frozenset(labels) <= self.clearance


HOLDER = Reader("", "holder", None)
THE_PUBLIC = Reader(PUBLIC, "public")


def reader_of(case: Case, who: str | None, today: date) -> Reader:
    """The reader called ``who`` under the clearances and grants that this case records, as they are now.

    ``who`` is the id of a person or party, ``public``, ``@name`` for a member, or None for the holder of the file.
    Raises ``Faults`` when nobody is called so.
    """
    if who is None:
        return HOLDER
    if who == PUBLIC:
        return THE_PUBLIC
    return Reader(who, _kind(case, who), clearance_of(case, who, today), grants_of(case, who))


def _kind(case: Case, who: str) -> ReaderKind:
    if case.get(Person, who):
        return "person"
    if case.get(Party, who):
        return "party"
    if who.startswith(MEMBER):
        return "member"
    known = [record.id for model in (Party, Person) for record in case.all(model)]
    remedy = nearest(who, [*known, PUBLIC])
    raise refuse(
        who,
        "is nobody in this case",
        remedy if len(known) <= 12 or remedy.startswith("did") else "name a party, a person or public",
    )


def clearance_of(case: Case, who: str, today: date) -> frozenset[str]:
    """The compartments ``who`` is read into now, by the clearances of this case."""
    return cleared([record for record in case.all(Clearance) if record.who == who], today)


def cleared(events: Iterable[Clearance], today: date) -> frozenset[str]:
    """What one reader is read into; a later read-out or suspension ends an earlier reading in (D9).

    What is dated ahead neither opens nor closes before its day.
    """
    compartments: set[str] = set()
    come = [event for event in events if event.on is None or first_day(event.on) <= today]
    for event in sorted(come, key=lambda record: record.on or ""):
        if event.status != "read_in":
            compartments -= set(event.compartments)
        elif event.until is None or last_day(event.until) >= today:
            compartments |= set(event.compartments)
    return frozenset(compartments)


def grants_of(case: Case, who: str) -> frozenset[tuple[str, str | None]]:
    """The exact versions that ``who`` was granted and that were not revoked."""
    return frozenset(
        (grant.record, grant.version) for grant in case.all(Grant) if grant.who == who and not grant.revoked
    )
