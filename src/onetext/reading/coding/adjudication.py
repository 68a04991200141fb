"""The case that two coders' work becomes: what was decided, and beside it what each of them had (C3).

Each settled difference is kept as a suggestion with both coders' values, who decided, and how; on a record that
stands, the other coder's unlike values are accounts. Nothing of either coder's work is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from onetext.case.case import Case
from onetext.case.kinds import BY_KIND
from onetext.case.record import Account, Named, Record, Span
from onetext.case.snapshot import case_data, parse_case, record_data
from onetext.case.work import Suggestion
from onetext.files.faults import Fault, Faults
from onetext.files.yamldoc import write_yaml
from onetext.reading.coding.comparison import Pair
from onetext.reading.coding.sheet import Decision
from onetext.reading.coding.units import Unit

RULE = "adjudication"


@dataclass(frozen=True)
class Settling:
    """Two coders' cases, their names, and who settles."""

    a: Case
    b: Case
    names: tuple[str, str]
    by: str


def adjudicated(settling: Settling, decided: Iterable[tuple[Pair, Decision | None]]) -> Case:
    """The settled case: the first coder's, with each difference as it was decided.

    Raises ``Faults`` while a difference is undecided, or where the coders gave one id to two unlike records.
    """
    pairs = list(decided)
    _all_decided(pairs)
    records = _shared(settling, [pair for pair, _word in pairs])
    kept = [record for pair, word in pairs for record in _kept(settling, pair, word)]
    _unlike_ids(records, kept)
    notes = [_note(settling, number, pair, word) for number, (pair, word) in enumerate(pairs, 1) if not pair.agreed]
    return _case(settling.a, [*records, *kept, *notes])


def _all_decided(pairs: list[tuple[Pair, Decision | None]]) -> None:
    undecided = [str(number) for number, (_pair, word) in enumerate(pairs, 1) if word is None]
    if undecided:
        more = f" and {len(undecided) - 10} more" if len(undecided) > 10 else ""
        rows = ", ".join(undecided[:10]) + more
        raise Faults([Fault("sheet", f"rows without a decision: {rows}", "write a, b, both or neither in each")])


def _shared(settling: Settling, pairs: list[Pair]) -> list[Record]:
    """What was not compared, of both, each once: parties, persons, sources, and codings that have no place in a text.

    The coders' own suggestions stay in their own cases.
    """
    mine = _others(settling.a, {pair.a.record.id for pair in pairs if pair.a})
    known = {(record.id, record.labels): record for record in mine}
    theirs = _others(settling.b, {pair.b.record.id for pair in pairs if pair.b})
    unlike = [each for each in theirs if known.get((each.id, each.labels), each) != each]
    if unlike:
        raise Faults([_two_of(each) for each in unlike[:10]])
    return mine + [each for each in theirs if (each.id, each.labels) not in known]


def _others(case: Case, compared: set[str]) -> list[Record]:
    return [record for record in case.everything() if record.id not in compared and not isinstance(record, Suggestion)]


def _two_of(record: Record) -> Fault:
    place = f"{record.section or 'records'}: {record.id}"
    return Fault(place, "is not the same with both coders", "make them alike, or give one of them another id")


def _kept(settling: Settling, pair: Pair, word: Decision | None) -> Iterator[Record]:
    if word in ("a", "both") and pair.a:
        yield _with_other(pair.a, pair.b if word == "a" else None, settling.names[1])
    if word in ("b", "both") and pair.b:
        yield _with_other(pair.b, pair.a if word == "b" else None, settling.names[0])


def _with_other(unit: Unit, other: Unit | None, name: str) -> Record:
    """The record with the other coder's unlike values as accounts of that coder."""
    if other is None:
        return unit.record
    data = record_data(other.record)
    unlike = [field for field, value in unit.values.items() if value != other.values[field] and field != "accounts"]
    accounts = tuple(
        Account(by=Named(name=name), field=field, value=data.get(field, other.values[field]), certainty="recorded")
        for field in unlike
    )
    return unit.record.model_copy(update={"accounts": (*unit.record.accounts, *accounts)})


def _unlike_ids(records: list[Record], kept: list[Record]) -> None:
    seen = {record.id for record in records}
    for record in kept:
        if record.id in seen:
            raise Faults([_two_of(record)])
        seen.add(record.id)


def _note(settling: Settling, number: int, pair: Pair, word: Decision | None) -> Suggestion:
    """What both had and what was decided, as it is kept for ever (R2)."""
    unit, record = pair.unit, pair.b if word == "b" else pair.a or pair.b
    data: dict[str, Any] = {
        "id": f"{RULE}-{number}",
        "what": unit.kind,
        "span": Span(source=unit.source, start=unit.start, end=unit.end),
        "rule": RULE,
        "fields": {
            name: record_data(side.record) if side else None
            for name, side in zip(settling.names, (pair.a, pair.b), strict=True)
        },
        "decision": "left_out" if word == "neither" else "taken_in",
        "by": settling.by,
        "record": record.record.id if record and word != "neither" else None,
        "note": f"decided: {word}",
    }
    return Suggestion.model_validate(data)


def _case(head: Case, records: Iterable[Record]) -> Case:
    """The records as one case, checked as if it were read from a file. Raises ``Faults``."""
    filed: dict[str, list[Record]] = {}
    for record in records:
        filed.setdefault(record.kind, []).append(record)
    built = Case(head.head, {kind: tuple(filed.get(kind, ())) for kind in BY_KIND}, head.unknown)
    case, faults = parse_case(write_yaml(case_data(built)))
    errors = [fault for fault in faults if fault.level == "error"]
    if case is None or errors:
        raise Faults(errors)
    return case
