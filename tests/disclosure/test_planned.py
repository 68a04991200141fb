"""What is planned to be told is known of before its day, and so is its embargo."""

from __future__ import annotations

from datetime import date

from onetext.case.case import Case
from onetext.case.snapshot import parse_case
from onetext.case.source import Statement
from onetext.case.telling import Disclosure
from onetext.disclosure.cut import cut_case
from onetext.disclosure.knows import knows
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import HOLDER, reader_of
from onetext.disclosure.told import may_be_told, tellable

PLANNED = """
onetext: case/1
id: mill
title: The mill
basis: invented
parties: [{id: abbey, name: Abbey, labels: []}, {id: town, name: Town, labels: []}]
statements: [{id: s1, on: 2025-03-01, text: The abbey will open the weir., labels: []}]
disclosures:
  - {id: k1, to: [town], items: [{statement: s1, extent: full}], status: planned, on: 2025-03-10,
     known_from: 2025-03-02, embargo: 2025-03-12}
"""


def mill(day: date) -> Case:
    case, faults = parse_case(PLANNED)
    assert case is not None, faults
    return cut_case(case, HOLDER, Moment(day))


def test_planned_telling_shows_before_its_day_and_tells_nobody() -> None:
    """D2: knowing counts what was told, not what will be."""
    case = mill(date(2025, 3, 5))

    assert [one.id for one in case.all(Disclosure)] == ["k1"]
    assert knows(case, "town", date(2025, 3, 5)).items == ()


def test_planned_telling_is_absent_before_it_was_known() -> None:
    assert mill(date(2025, 3, 1)).all(Disclosure) == ()


def test_embargo_of_a_planned_telling_holds() -> None:
    """D1: nothing under embargo on that day may be told, even what is public."""
    day = date(2025, 3, 5)
    case = mill(day)
    town = reader_of(case, "town", day)

    assert not may_be_told(case, town, case.all(Statement)[0], day)
    assert tellable(case, town, day).all(Statement) == ()
