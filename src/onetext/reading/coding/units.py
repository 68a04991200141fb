"""What one coder coded: each record with its characters in a source and the values that are compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onetext.case.case import Case
from onetext.case.position import Position
from onetext.case.record import Record, Span
from onetext.case.snapshot import record_data
from onetext.case.source import Statement
from onetext.case.work import Suggestion

COMPARED: dict[str, tuple[str, ...]] = {
    "statement": ("act", "party", "speaker", "to", "received", "sentiment", "about", "codes"),
    "contact": ("kind", "accounts", "participants", "place", "on", "codes"),
    "position": ("party", "point", "option", "stance", "move", "red_line", "codes"),
    "disclosure": ("by", "to", "mode", "extent", "status", "codes"),
    "deadline": ("on", "contact", "codes"),
    "question": ("status", "codes"),
    "agreement": ("name", "parties", "status", "codes"),
}
"""The kinds that are coded from texts, each with the fields on which two coders may differ."""


@dataclass(frozen=True)
class Unit:
    """One coded record; ``values`` are words, None where the coder left the field empty."""

    kind: str
    record: Record
    source: str | None
    start: int
    end: int
    values: dict[str, str | None]


def units_of(case: Case) -> list[Unit]:
    """All that was coded in a case, by source and place; what has no place in a source comes last."""
    places = dict(_places(case))
    found = [_unit(case, record, places.get(record.id)) for kind in COMPARED for record in case.records.get(kind, ())]
    return sorted(found, key=lambda unit: (unit.source is None, unit.source or "", unit.start, unit.end, unit.kind))


def _places(case: Case) -> Iterator[tuple[str, Span]]:
    """Where a record stands, as the suggestion says from which it was made."""
    for suggestion in case.all(Suggestion):
        if suggestion.span and suggestion.decision != "left_out":
            for id in (*suggestion.wrote, suggestion.record):
                if id is not None:
                    yield id, suggestion.span


def _unit(case: Case, record: Record, place: Span | None) -> Unit:
    span = _own_span(case, record) or place
    data = record_data(record)
    values = {name: _value(name, data.get(name, _word(record, name))) for name in COMPARED[record.kind]}
    if span is None or span.source is None:
        return Unit(record.kind, record, None, 0, 0, values)
    return Unit(record.kind, record, span.source, span.start, span.end, values)


def _word(record: Record, name: str) -> str | None:
    """The word that a field has unless another is written, such as ``say``: a code like any other."""
    value = getattr(record, name, None)
    return value if isinstance(value, str) else None


def _own_span(case: Case, record: Record) -> Span | None:
    """Of a position, that of the first statement that it rests on."""
    if isinstance(record, Statement):
        return record.span
    if isinstance(record, Position):
        statements = (case.get(Statement, id) for id in record.evidence)
        return next((each.span for each in statements if each and each.span), None)
    return None


def _value(name: str, value: Any) -> str | None:
    """A value as it is compared: lists without order, a speaker by name, a contact by the states it went through."""
    if value in (None, "", [], {}):
        return None
    if name == "accounts":
        return " > ".join(str(account["status"]) for account in value if account.get("status")) or None
    if isinstance(value, list):
        return "; ".join(sorted(_one(each) for each in value))
    return _one(value)


def _one(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        named = (value.get(key) for key in ("person", "who", "name", "description", "party"))
        return str(next((each for each in named if each), ""))
    return str(value)
