"""Adding records to a case file on disk, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onetext.case.case import Case
from onetext.case.check import check_case
from onetext.case.record import Record
from onetext.case.snapshot import case_data, record_data
from onetext.files.faults import Faults
from onetext.files.opening import read_text
from onetext.files.writing import write_whole
from onetext.files.yamldoc import parse_yaml, write_yaml

ADDED_FILE = "added.yaml"
"""In a case folder, the file that new records go to, so that no file written by hand is touched."""


def add_records(path: Path, case: Case, records: Sequence[Record]) -> Path:
    """Add ``records`` to the case at ``path``, of which ``case`` is the whole content; gives the file written.

    A single file is written anew in the one layout (comments in it are lost); in a folder only ``added.yaml`` is.
    Raises ``Faults``, with nothing written, when the case would not be valid with them.
    """
    whole = with_records(case, records)
    faults = [fault for fault in check_case(whole) if fault.level == "error"]
    if faults:
        raise Faults(faults)
    if path.is_dir():
        target = path / ADDED_FILE
        data = (parse_yaml(read_text(target), target.name) if target.exists() else None) or {}
        for record in records:
            data[record.section] = [*(data.get(record.section) or ()), record_data(record)]
    else:
        target, data = path, case_data(whole)
    write_whole(target, write_yaml(data).encode())
    return target


def with_records(case: Case, records: Sequence[Record]) -> Case:
    """The case with further records, each at the end of its kind."""
    grown = {kind: tuple(found) for kind, found in case.records.items()}
    for record in records:
        grown[record.kind] = (*grown.get(record.kind, ()), record)
    return Case(case.head, grown, case.unknown)
