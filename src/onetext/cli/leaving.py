"""Letting a file out: its record first, then its bytes (D6)."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onetext.cli.options import print_json

if TYPE_CHECKING:
    from onetext.case.telling import Export
    from onetext.disclosure.exporting import Leaving
    from onetext.disclosure.opening import Opened

AUTHOR = "command-line"


def leave(case: Path, output: Path, leaving: Leaving, what: str, view: Opened, *, json: bool) -> None:
    """Let out what a reader was shown, and say where it went and under which record."""
    record = let_out(case, output, leaving, what=what, for_=view.reader.who or None, at=view.moment.day.isoformat())
    say(output, record, json=json)


def say(output: Path, record: dict[str, Any], *, json: bool) -> None:
    if json:
        print_json({"file": str(output), "export": record})
    else:
        print(output, _("recorded as an export: {id}").format(id=record["id"]), sep="\n")


def let_out(case: Path, output: Path, leaving: Leaving, *, what: str, for_: str | None, at: str) -> dict[str, Any]:
    """Record the export, then write the file. On a plain file the record lies beside it as ``F.export.yaml``."""
    from onetext.case.snapshot import record_data
    from onetext.disclosure.exporting import export_record
    from onetext.files.writing import write_whole

    record = export_record(f"export-{leaving.hash[:12]}", what, leaving, by=AUTHOR, for_=for_, at=at)
    data = record_data(keep_record(case, output, record))
    write_whole(output, leaving.data)
    return data


def keep_record(case: Path, output: Path, record: Export) -> Export:
    """Write the record of an export where the case keeps such; gives it as written.

    Nothing is recorded for a place where the paper cannot go. Raises ``Faults``.
    """
    from onetext.case.snapshot import EXPORT_ENDING, record_data
    from onetext.disclosure.opening import place_of
    from onetext.files.writing import write_whole
    from onetext.files.yamldoc import write_yaml

    _check_place(case, output)
    if place_of(case) == "store":
        return _into_store(case, record)
    beside = output.with_name(f"{output.name}{EXPORT_ENDING}")
    write_whole(beside, write_yaml({"exports": [record_data(record)]}).encode())
    return record


def _check_place(case: Path, output: Path) -> None:
    """The paper goes to a folder that is there, and never over the case it is cut from."""
    from onetext.disclosure.looks import SUFFIX as LOOKS
    from onetext.disclosure.store import SUFFIX as STORE
    from onetext.files.faults import refuse
    from onetext.files.writing import target_of

    target, whole = target_of(output), case.resolve()
    if not target.parent.is_dir():
        raise refuse(str(output), "cannot be written: there is no such folder", "choose a folder that exists")
    store = target.suffix in (STORE, LOOKS) and target.exists()
    if store or target == whole or (target.parent == whole and target.suffix == ".yaml"):
        raise refuse(str(output), "is a file of a case itself", "name a file outside the case")


def _into_store(case: Path, record: Export) -> Export:
    from onetext.disclosure.moment import Moment
    from onetext.disclosure.opening import case_store
    from onetext.disclosure.reader import HOLDER
    from onetext.disclosure.recording import record_export
    from onetext.disclosure.store import wall_clock

    store = case_store(case, wall_clock)
    return record_export(store, store.view(HOLDER, Moment(store.today(), hindsight=True)), AUTHOR, record)
