"""Opening what a command is given: a snapshot, a workspace's store, or a log; cut for a reader and a day."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onetext.case.case import Case
from onetext.case.snapshot import examine, read_case
from onetext.disclosure.cut import cut_case
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import Reader, reader_of
from onetext.files.faults import Fault


@dataclass(frozen=True)
class Opened:
    """A case cut for its reader; there is no way from here to what was cut."""

    case: Case
    reader: Reader
    moment: Moment


def open_case(path: Path, who: str | None, moment: Moment) -> Opened:
    """The case at ``path`` as ``who`` may see it at ``moment`` (None: everything in the file).

    Clearances are always those of now, whatever the moment (L5). Raises ``Faults``.
    """
    case = read_case(path)
    reader = reader_of(case, who, moment.day)
    return Opened(cut_case(case, reader, moment), reader, moment)


def examine_case(path: Path) -> tuple[Case | None, list[Fault]]:
    """The case at ``path`` uncut, if it can be read, and every fault in it: for whoever holds the file."""
    return examine(path)
