"""Who looked at what: the access log of a case, in a file of its own beside it (L6)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from onetext import __version__
from onetext.disclosure.store import Clock
from onetext.disclosure.view import View
from onetext.files.faults import refuse
from onetext.ledger.access import Access, AccessLog, Unrecorded
from onetext.ledger.ids import keyed_ids, random_salts
from onetext.ledger.sqlite import SqliteStore
from onetext.ledger.writing import Ledger

SUFFIX = ".looks"


def open_looks(folder: Path, case_id: str, clock: Clock) -> AccessLog:
    """The access log of a case; made when it is not there."""
    kept = SqliteStore(folder / f"{case_id}{SUFFIX}")
    return AccessLog(Ledger(kept, clock, keyed_ids(kept.keep("ids", random_salts("")))))


def note_look(log: AccessLog, view: View, surface: str, arguments: Mapping[str, str]) -> None:
    """Write a look down before its answer leaves. Raises ``Faults``: then nothing may be shown."""
    reader, moment = view.reader, view.moment
    access = Access(
        reader=reader.who or reader.kind,  # whoever holds the store has no name
        clearance=tuple(sorted(reader.clearance or ())),
        surface=surface,
        heads=view.tag(),
        program=__version__,
        grants=tuple(sorted(f"{record} {version}" for record, version in reader.grants)),
        arguments=dict(arguments),
        at=moment.day.isoformat(),
        hindsight=moment.hindsight,
        recorded_at=moment.recorded_at,
    )
    try:
        log.record(access)
    except Unrecorded as error:
        raise refuse(
            "the record of who looked", f"cannot be written, so nothing is shown: {error}", "check disk and permissions"
        ) from error
