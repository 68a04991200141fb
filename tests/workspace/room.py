"""One web room for all tests of a process: a real accounts database in a temporary folder, invented cases in memory.

The cast: ana owns the river basin; ben is read into it; dora owns the quiet talks, of which nobody else knows;
carl is a member of nothing.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from onetext.case.case import Case
from onetext.case.starting import empty_case
from onetext.disclosure.importing import fill
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import HOLDER
from onetext.disclosure.store import store_of
from onetext.disclosure.view import View
from onetext.files.faults import refuse
from onetext.ledger.memory import MemoryStore
from onetext.workspace.cases import Asked, CaseHead, ClearanceRow, OpenCase, Reader
from onetext.workspace.config import Config, read_secret
from onetext.workspace.starting import bring_up_to_date, configure

if TYPE_CHECKING:
    from onetext.workspace.accounts.models import Member

NOW = datetime(2025, 11, 19, 21, 45, tzinfo=UTC)
PEOPLE = ("ana", "ben", "carl", "dora")
_numbers = count(1)


class Clock:
    """The time of the tests, which a test may move."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


CLOCK = Clock()


def numbered_token() -> str:
    """A new token each time, the same in every run."""
    return f"{next(_numbers):012d}-and-a-secret-half"


@dataclass
class InventedCase:
    """A case with one compartment."""

    head: CaseHead
    owner: str
    members: dict[str, tuple[str, ...]]
    marking: str | None = "TLP:AMBER"
    reads: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    asking: str = ""

    @property
    def owned(self) -> tuple[str, ...]:
        return ("team",) if self.asking == self.owner else ()

    def readers(self) -> tuple[Reader, ...]:
        return (Reader("north", "Northland"), Reader("south", "Southmark"))

    def case(self, asked: Asked) -> Case:
        return self.view(asked).case()

    def view(self, asked: Asked) -> View:
        store = store_of(MemoryStore(), CLOCK)
        fill(store, empty_case(self.head.id, self.head.title), author=self.owner)
        return store.view(HOLDER, Moment(asked.at or CLOCK().date(), asked.hindsight))

    def note_read(self, surface: str, arguments: Mapping[str, str]) -> None:
        self.reads.append((surface, dict(arguments)))

    def clearances(self) -> tuple[ClearanceRow, ...]:
        return tuple(ClearanceRow(name, "", rows) for name, rows in sorted(self.members.items()))

    def read_in(self, username: str, compartment: str) -> None:
        self.members[username] = (compartment,)

    def read_out(self, username: str, compartment: str) -> None:
        self.members[username] = ()


class InventedCases:
    """Two cases in memory."""

    def __init__(self, store: Path, clock: Callable[[], datetime]) -> None:
        self.store = store
        self.clock = clock
        self.all: dict[str, InventedCase] = {}
        self.start_over()

    def start_over(self) -> None:
        """As the store was at the beginning."""
        basin = CaseHead("river-basin", "River basin: sharing the water of the Ord", "invented", "UTC")
        quiet = CaseHead("quiet-talks", "Quiet talks", "own_process", "Europe/Kyiv")
        self.all = {
            "river-basin": InventedCase(basin, "ana", {"ana": ("team",), "ben": ("team",)}),
            "quiet-talks": InventedCase(quiet, "dora", {"dora": ("team",)}),
        }

    def heads(self, member: Member) -> tuple[CaseHead, ...]:
        return tuple(each.head for each in self.all.values() if each.members.get(member.username))

    def open(self, member: Member, case_id: str) -> OpenCase | None:
        found = self.all.get(case_id)
        if found is None or not found.members.get(member.username):
            return None
        found.asking = member.username
        return found

    def new(self, member: Member, head: CaseHead) -> None:
        if head.id in self.all:
            raise refuse(head.id, "this short name is taken", "choose another")
        self.all[head.id] = InventedCase(head, member.username, {member.username: ("team",)})

    def suspend(self, username: str) -> None:
        for each in self.all.values():
            each.members[username] = ()

    def bring_in(self, member: Member, snapshot: Path) -> str:
        raise refuse(str(snapshot), "there is nothing to bring in", "tests make their cases themselves")


@lru_cache(maxsize=1)
def open_room() -> Config:
    """Configures Django once a process and makes the accounts database."""
    store = Path(tempfile.mkdtemp(prefix="onetext-room-"))
    atexit.register(shutil.rmtree, store, ignore_errors=True)
    config = Config(
        store=store, secret=read_secret(store), style=True, clock=CLOCK, token=numbered_token, cases=InventedCases
    )
    configure(config)
    bring_up_to_date(config)
    return config
