"""When a record came to be known: from its own sources, and never after a record of its labels that names it."""

from __future__ import annotations

from collections.abc import Iterator

from onetext.case.case import Case
from onetext.case.contact import Contact
from onetext.case.dates import earliest, latest
from onetext.case.once import once_a_case
from onetext.case.record import Model, Record
from onetext.case.references import references
from onetext.case.source import Source
from onetext.case.work import Deadline


def source_days(case: Case) -> dict[str, str]:
    """The date of each source that has one."""
    return {source.id: source.on for source in case.all(Source) if source.on}


def known_from(record: Record, days: dict[str, str], recorded: str | None = None) -> str | None:
    """Set by hand, else the earliest of its own sources, else the day of recording (None: not said)."""
    if record.known_from:
        return record.known_from
    if isinstance(record, Source) and record.on:
        return record.on
    via = getattr(record, "via", ())
    own = [days[id] for id in (*record.sources, *via) if id in days]
    return earliest(own) or recorded


def part_known_from(part: Model, days: dict[str, str]) -> str | None:
    """The same of a clause, role, account, pair or answer; None: as early as the record it stands in."""
    own: str | None = getattr(part, "known_from", None)
    return own or earliest([days[id] for id in getattr(part, "sources", ()) if id in days])


@once_a_case
def known_days(case: Case, recorded: str | None = None) -> dict[int, str | None]:
    """``known_from`` of each record, by ``id()`` of the object.

    It is set no later than that of any record of the same labels that names this one, so that a case cut by day
    names nothing that is missing. What only a part names (a clause, an account) need not be known before that part is
    shown, nor what a record names before its own day. ``recorded`` is the day of an import; in a plain file it is None,
    and a record without sources counts as known all along.
    """
    days = source_days(case)
    known = {id(record): known_from(record, days, recorded) for record in case.everything()}
    named = _named_with_same_labels(case, days)
    pending = list(case.everything())
    while pending:
        record = pending.pop()
        for since, target in named[id(record)]:
            day = latest([day for day in (known[id(record)], since) if day is not None])
            current = known[id(target)]
            if day is not None and current is not None and earliest([current, day]) != current:
                known[id(target)] = day
                pending.append(target)
    return known


def _named_with_same_labels(case: Case, days: dict[str, str]) -> dict[int, list[tuple[str | None, Record]]]:
    return {
        id(record): [
            (since, head)
            for since, name in _namings(record, days, None if isinstance(record, Contact | Deadline) else record.on)
            for head in case.heads(name)
            if case.labels_of(head) == case.labels_of(record)
        ]
        for record in case.everything()
    }


def _namings(model: Model, days: dict[str, str], since: str | None) -> Iterator[tuple[str | None, str]]:
    """Each id named, with the day from which, at the earliest, the record or the part of it that does so is shown."""
    parts = {name: value for name, value in model if _holds_dated_parts(value)}
    inside = tuple(f"{name}[" for name in parts)
    for reference in references(model):
        if not reference.address.startswith(inside):
            yield since, reference.id
    for part in (part for value in parts.values() for part in value):
        bounds = (since, part.on, part_known_from(part, days))
        yield from _namings(part, days, latest([day for day in bounds if day is not None]))


def _holds_dated_parts(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(part, Model) and hasattr(part, "known_from") for part in value)
