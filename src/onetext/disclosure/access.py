"""Rule D1: may this reader read this version."""

from __future__ import annotations

from onetext.case.case import Case
from onetext.case.record import Record
from onetext.disclosure.answer import Answer
from onetext.disclosure.reader import Reader


def may_read(reader: Reader, labels: frozenset[str], record_id: str, version: str | None = None) -> Answer:
    """Whether the labels lie within the clearance, or a grant names exactly this version (D1)."""
    if reader.clearance is None:
        return Answer(True, "whoever holds the file holds all of it")
    if not labels:
        return Answer(True, "it is public")
    if labels <= reader.clearance:
        return Answer(True, f"{reader.who} is read into {', '.join(sorted(labels))}")
    if (record_id, version) in reader.grants:
        return Answer(True, f"{reader.who} was granted exactly this version")
    return Answer(False, f"{reader.who} is not read into {', '.join(sorted(labels - reader.clearance))}")


def may_read_record(case: Case, reader: Reader, record: Record) -> Answer:
    """D1 on a record of a plain case, where each head is a version of its own."""
    return may_read(reader, case.labels_of(record), record.id)
