"""Data out: what a reader may see, as a snapshot or as tables; recorded before it leaves."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from onetext.case.case import Case
from onetext.case.check import may_name
from onetext.case.kinds import BY_KIND
from onetext.case.position import is_private
from onetext.case.record import Record
from onetext.case.references import without
from onetext.case.snapshot import record_data, write_case
from onetext.case.source import Statement
from onetext.case.telling import Export, Item
from onetext.case.work import Suggestion
from onetext.disclosure.attribution import attributed
from onetext.disclosure.cut import rebuilt, tied

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Leaving:
    """What is about to leave: its bytes, and what they hold."""

    data: bytes
    items: tuple[str, ...]

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def for_export(case: Case, *, assessment: bool = False) -> Case:
    """The case without private positions and preferences unless asked for by name (D13).

    Export records lie apart and are never in it (D6). Where a record names one of which only a version under more
    labels stands, that tie is left out, so that the file is valid for whoever gets it (D12).
    """
    kept = [record for record in case.everything() if assessment or not is_private(record)]
    carried = [_with_carried_ties(case, record) for record in kept if not isinstance(record, Export)]
    return rebuilt(case, tied(record for record in carried if record))


def _with_carried_ties(case: Case, record: Record) -> Record | None:
    labels, default = case.labels_of(record), case.head.default_labels

    def may_stand(id: str) -> bool:
        heads = case.heads(id)
        return not heads or any(may_name(labels, case.labels_of(head), default) for head in heads)

    return without(record, may_stand)


def snapshot(case: Case) -> Leaving:
    """One YAML file that ``check`` and every other command reads."""
    return Leaving(write_case(case).encode(), _ids(case.everything()))


def tables(case: Case) -> Leaving:
    """A ZIP of one CSV a kind (UTF-8, comma), the same bytes for the same case.

    Cells that a spreadsheet would run as formulas begin with an apostrophe. Statements are printed as their
    attribution level allows (D8). Suggestions are working material and stay out; of each record it is said from which
    characters of which source it was taken, by which rule, and what a person decided.
    """
    origins = {id: each for each in case.all(Suggestion) for id in (each.record, *each.wrote) if id is not None}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind, model in BY_KIND.items():
            records = [record for record in case.records.get(kind, ()) if not isinstance(record, Suggestion)]
            rows = [row for record in records if (row := _row(record, origins.get(record.id)))]
            if rows:
                info = zipfile.ZipInfo(f"{model.section}.csv", _EPOCH)
                info.external_attr = 0o644 << 16
                archive.writestr(info, csv_table(rows))
    return Leaving(buffer.getvalue(), _ids(case.everything()))


def export_record(id: str, what: str, leaving: Leaving, *, by: str | None, for_: str | None, at: str) -> Export:
    """The record of an export, to be written before its first byte leaves (D6)."""
    return Export.model_validate(
        {
            "id": id,
            "what": what,
            "by": by,
            "for": for_,
            "on": at,
            "at": at,
            "hash": leaving.hash,
            "items": tuple(Item(record=name, extent="full") for name in leaving.items),
        }
    )


def _ids(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(record.id for record in records))


def _row(record: Record, origin: Suggestion | None) -> dict[str, Any] | None:
    data = record_data(record) | (_origin(origin) if origin else {})
    if isinstance(record, Statement):
        printed = attributed(record, "handout")
        if printed is None:
            return None
        data |= {"speaker": printed.speaker, "text": printed.text, "quote": printed.quote, "party": printed.party}
    return data


def _origin(suggestion: Suggestion) -> dict[str, Any]:
    """From where a record was taken and how, in columns of their own."""
    span = suggestion.span
    place = {"from_source": span.source, "from_start": span.start, "from_end": span.end} if span else {}
    return {
        **place,
        "rule": suggestion.rule,
        "confidence": suggestion.confidence,
        "decision": suggestion.decision,
        "decided_by": suggestion.by,
        "decided_over": suggestion.filter,
    }


def csv_table(rows: Sequence[dict[str, Any]]) -> str:
    """A table with a first row of names; a cell that a spreadsheet would run begins with an apostrophe."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in columns])
    return text.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(_cell(part) for part in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_cell(part)}" for name, part in value.items())
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
