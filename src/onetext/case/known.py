"""When a record came to be known: from its own sources, and never after a record of its labels that names it."""

from __future__ import annotations

from onetext.case.case import Case
from onetext.case.dates import earliest
from onetext.case.record import Record
from onetext.case.references import references
from onetext.case.source import Source


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


def known_days(case: Case, recorded: str | None = None) -> dict[int, str | None]:
    """``known_from`` of each record, by ``id()`` of the object.

    It is set no later than that of any record of the same labels that names this one, so that a case cut by day
    names nothing that is missing. ``recorded`` is the day of an import; in a plain file it is None, and a record
    without sources counts as known all along.
    """
    days = source_days(case)
    known = {id(record): known_from(record, days, recorded) for record in case.everything()}
    named = _named_with_same_labels(case)
    pending = list(case.everything())
    while pending:
        record = pending.pop()
        day = known[id(record)]
        for target in named[id(record)]:
            current = known[id(target)]
            if day is not None and current is not None and earliest([current, day]) != current:
                known[id(target)] = day
                pending.append(target)
    return known


def _named_with_same_labels(case: Case) -> dict[int, list[Record]]:
    return {
        id(record): [
            head
            for reference in references(record)
            for head in case.heads(reference.id)
            if case.labels_of(head) == case.labels_of(record)
        ]
        for record in case.everything()
    }
