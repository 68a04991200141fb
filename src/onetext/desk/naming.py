"""Which records name a record: the way back along every tie."""

from __future__ import annotations

from collections.abc import Mapping

from onetext.case.case import Case
from onetext.case.once import once_a_case
from onetext.case.record import Record
from onetext.case.references import references


@once_a_case
def named_by(case: Case) -> Mapping[str, tuple[Record, ...]]:
    """For each id that is named, the records that do so, in the order of the file."""
    found: dict[str, list[Record]] = {}
    for record in case.everything():
        for id in dict.fromkeys(tie.id for tie in references(record)):
            found.setdefault(id, []).append(record)
    return {id: tuple(records) for id, records in found.items()}
