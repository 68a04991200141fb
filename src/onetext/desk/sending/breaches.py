"""Which embargo, marking, attribution level, withholding or line a telling would break, by the record that says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onetext.case.access import Marking
from onetext.case.case import Case
from onetext.case.dates import last_day
from onetext.case.record import PUBLIC
from onetext.case.source import Statement
from onetext.case.telling import Disclosure, Item, Line
from onetext.desk.sending.items import name_of, touched
from onetext.disclosure.attribution import marking_allows
from onetext.disclosure.knows import reaches

Rule = Literal["embargo", "marking", "attribution", "withheld", "line"]


@dataclass(frozen=True)
class Breach:
    """``what`` is the day, mark, level or words of the rule.

    ``forbids`` False: it may be told, but not whole (D8). ``who``: the one recipient it concerns, None for all.
    """

    rule: Rule
    about: str
    who: str | None
    what: str
    forbids: bool
    records: tuple[str, ...]


def breaches(case: Case, told: Disclosure, on: date) -> tuple[Breach, ...]:
    audiences = [who for who in told.to if isinstance(who, str)]
    found: dict[Breach, None] = {}
    for item in told.items:
        found |= dict.fromkeys(_embargoes(case, item, on))
        found |= dict.fromkeys(_attribution(case, item))
        for who in audiences:
            found |= dict.fromkeys(_markings(case, item, who, on))
            found |= dict.fromkeys(_withheld(case, item, who, on))
            found |= dict.fromkeys(_lines(case, item, who, on))
    return tuple(found)


def _embargoes(case: Case, item: Item, on: date) -> Iterator[Breach]:
    """An embargo holds until its last day is past."""
    names = touched(case, item)
    for one in case.all(Disclosure):
        if one.embargo and last_day(one.embargo) > on:
            for name in sorted({name_of(other) for other in one.items} & names):
                yield Breach("embargo", name, None, one.embargo, True, (one.id,))


def _markings(case: Case, item: Item, who: str, on: date) -> Iterator[Breach]:
    for name in sorted(touched(case, item)):
        for record in case.heads(name):
            if marking_allows(case, record, who, on):
                continue
            for marking in case.all(Marking):
                if marking.record == name and (marking.until is None or last_day(marking.until) >= on):
                    yield Breach("marking", name, who, marking.mark, True, (marking.id,))


def _attribution(case: Case, item: Item) -> Iterator[Breach]:
    statement = case.get(Statement, item.statement)
    level = statement.handling if statement else None
    if statement and level and level != "on_record":
        yield Breach("attribution", statement.id, None, level, level == "off_record", (statement.id,))


def _withheld(case: Case, item: Item, who: str, on: date) -> Iterator[Breach]:
    names = touched(case, item)
    for one in case.all(Disclosure):
        if one.status != "withheld" or (one.end and last_day(one.end) < on) or not reaches(case, one, who):
            continue
        for name in sorted({name_of(other) for other in one.items} & names):
            yield Breach("withheld", name, who, one.on or "", True, (one.id,))


def _lines(case: Case, item: Item, who: str, on: date) -> Iterator[Breach]:
    """A line for nobody in particular is for all; one about nothing in particular is about no item."""
    names = touched(case, item)
    for line in case.all(Line):
        if line.line_kind != "must_not_say" or (line.until and last_day(line.until) < on):
            continue
        if line.audience and who not in line.audience and PUBLIC not in line.audience:
            continue
        for name in sorted(names & set(line.about)):
            yield Breach("line", name, who, line.text, True, (line.id,))
