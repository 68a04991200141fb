"""Opening what a command is given: a snapshot, a workspace's store, or a log; cut for a reader and a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from onetext.case.case import Case
from onetext.case.check import check_case
from onetext.case.snapshot import HEAD_FILE, examine, read_case
from onetext.disclosure.cut import cut_case
from onetext.disclosure.looks import note_look, open_looks
from onetext.disclosure.moment import Moment
from onetext.disclosure.payload import entry_search_text
from onetext.disclosure.reader import HOLDER, Reader, reader_of
from onetext.disclosure.store import SUFFIX, CaseStore, Clock, open_store, store_of
from onetext.files.faults import Fault, refuse
from onetext.ledger.log import import_log
from onetext.ledger.memory import MemoryStore

Place = Literal["snapshot", "store", "log"]


@dataclass(frozen=True)
class Opened:
    """A case cut for its reader; there is no way from here to what was cut."""

    case: Case
    reader: Reader
    moment: Moment
    now: Callable[[], Case]
    """The same reader's case of today with all that was learnt since: clearances are read off it, none off a past."""
    today: date

    def other(self, who: str) -> Reader:
        """Somebody of this case, under the clearances of now whatever its day (L5). Raises ``Faults``."""
        reader_of(self.case, who, self.today)
        return reader_of(self.now(), who, self.today)


def place_of(path: Path) -> Place:
    """What kind of thing lies at ``path``, by its content. Raises ``Faults`` when that cannot be seen."""
    try:
        return _place_of(path)
    except OSError as error:
        raise refuse(str(path), f"cannot be read: {error.strerror}", "check the path and its permissions") from error


def _place_of(path: Path) -> Place:
    if path.is_dir():
        return "store" if not (path / HEAD_FILE).exists() and list(path.glob(f"*{SUFFIX}")) else "snapshot"
    if path.is_file():
        with path.open("rb") as file:
            start = file.read(200)
        if start.startswith(b"SQLite format 3\0"):
            return "store"
        if start.lstrip().startswith(b"{") and b"ledger/" in start.split(b"\n")[0]:
            return "log"
    return "snapshot"


def open_case(path: Path, who: str | None, moment: Moment, clock: Clock) -> Opened:
    """The case at ``path`` as ``who`` may see it at ``moment`` (None: everything in the file).

    Clearances are always those of now, whatever the moment (L5). Raises ``Faults``.
    """
    if place_of(path) == "snapshot":
        case = read_case(path)
        today = clock().astimezone(ZoneInfo(case.head.timezone)).date()
        reader = reader_of(case, who, today)
        now = Moment(today, hindsight=True)
        return Opened(cut_case(case, reader, moment), reader, moment, lambda: cut_case(case, reader, now), today)
    store = case_store(path, clock)
    reader = store.reader(who)
    view = store.view(reader, moment)
    if place_of(path) == "store":
        file = store_file(path)
        note_look(open_looks(file.parent, file.stem, clock), view, "command line", {"as": who or ""})
    today = store.today()
    now = Moment(today, hindsight=True)
    return Opened(view.case(), reader, moment, lambda: store.view(reader, now).case(), today)


def case_store(path: Path, clock: Clock) -> CaseStore:
    """The store or log at ``path``; of a store folder, its one case. Raises ``Faults``."""
    if place_of(path) == "log":
        return _store_of_log(path, clock)
    return open_store(store_file(path), clock)


def store_file(path: Path) -> Path:
    """The file of the one case in a store folder, or the file itself. Raises ``Faults`` where there are several."""
    if not path.is_dir():
        return path
    found = sorted(path.glob(f"*{SUFFIX}"))
    if len(found) > 1:
        names = ", ".join(str(file) for file in found)
        raise refuse(str(path), "the store holds several cases", f"name one of: {names}")
    return found[0]


def _store_of_log(path: Path, clock: Clock) -> CaseStore:
    store = MemoryStore()
    import_log(path, store, entry_search_text)
    return store_of(store, clock)


def examine_case(path: Path, clock: Clock) -> tuple[Case | None, list[Fault]]:
    """The case at ``path`` uncut, if it can be read, and every fault in it: for whoever holds the file."""
    if place_of(path) == "snapshot":
        return examine(path)
    store = case_store(path, clock)
    case = store.view(HOLDER, Moment(store.today(), hindsight=True)).case()
    return case, check_case(case)
