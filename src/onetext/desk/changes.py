"""What came to be known since a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onetext.case.access import Clearance, Compartment, Grant, Marking, Release
from onetext.case.case import Case
from onetext.case.dates import last_day
from onetext.case.known import known_days
from onetext.case.people import Party, Person
from onetext.case.plan import Category, Option, Plan, Point
from onetext.case.record import Record
from onetext.case.source import Source
from onetext.case.telling import Export
from onetext.case.work import Link, Suggestion

_FRAME = (
    *(Clearance, Compartment, Grant, Marking, Release, Export, Link, Suggestion),
    *(Party, Person, Plan, Category, Point, Option, Source),
)
"""Kinds that are no news of themselves: the frame of the case, and what its facts come from."""


@dataclass(frozen=True)
class Change:
    record: Record
    known_from: str | None


def changed_since(case: Case, since: date, until: date) -> tuple[Change, ...]:
    """Records that came to be known after ``since`` and by ``until``, newest first.

    ``case`` is cut for the reader and for ``until``. Where nothing says when a record became known, the day it is
    of counts.
    """
    known = known_days(case)
    found = []
    for record in case.everything():
        day = known[id(record)] or record.on
        if day and not isinstance(record, _FRAME) and since < last_day(day) <= until:
            found.append(Change(record, day))
    return tuple(
        sorted(found, key=lambda change: (last_day(change.known_from or "0001"), change.record.id), reverse=True)
    )
