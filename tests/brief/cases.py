"""A small process with two parties, seen by its mediator, for the tests of briefs."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from onetext.brief.compose import handout, speaking_note
from onetext.brief.line import Brief
from onetext.case.case import Case
from onetext.case.snapshot import parse_case, read_case
from onetext.disclosure.cut import cut_day
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import reader_of

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DAY = date(2025, 5, 20)

PROCESS = (Path(__file__).parent / "ferry.yaml").read_text(encoding="utf-8")


@cache
def process() -> Case:
    """The ferry on ``DAY``, as whoever holds the file sees it."""
    case, faults = parse_case(PROCESS)
    assert case is not None, faults
    assert [fault for fault in faults if fault.level == "error"] == []
    return cut_day(case, Moment(DAY))


@cache
def example(name: str, day: date) -> Case:
    return cut_day(read_case(EXAMPLES / name), Moment(day))


def handed(who: str, case: Case | None = None, day: date = DAY) -> Brief:
    """The handout for somebody, nothing left out for space that need not be."""
    found = case or process()
    return handout(found, reader_of(found, who, day), day).at(0)


def noted(who: str, about: str, case: Case | None = None, day: date = DAY) -> Brief:
    found = case or process()
    return speaking_note(found, reader_of(found, who, day), reader_of(found, about, day), day).at(0)


def texts(brief: Brief, section: str | None = None) -> list[str]:
    return [line.text for line in brief.lines if section in (None, line.section)]


def words_of(brief: Brief) -> str:
    """Everything that is printed of it."""
    notes = [f"{note.line} {note.words or ''}" for note in brief.notes]
    return "\n".join([*texts(brief), *notes])
