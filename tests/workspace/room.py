"""One web room for all tests of a process: a real accounts database in a temporary folder, real cases in memory.

The cast: ana owns the river basin; ben is read into it; dora owns the quiet talks, of which nobody else knows;
carl is a member of nothing. Nothing is in these cases but their parties; ``RoomCases.put`` adds any other case.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path

from onetext.case.access import Clearance, Compartment
from onetext.case.case import Case, Head
from onetext.case.people import Party
from onetext.case.record import Record
from onetext.case.snapshot import read_case
from onetext.disclosure.importing import case_path, fill
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import HOLDER
from onetext.disclosure.recording import Writing, write
from onetext.disclosure.store import CaseStore, store_of
from onetext.ledger.access import Access, AccessLog
from onetext.ledger.ids import keyed_ids
from onetext.ledger.memory import MemoryStore
from onetext.ledger.writing import Ledger
from onetext.workspace.cases import cases
from onetext.workspace.config import Config, read_secret
from onetext.workspace.starting import bring_up_to_date, configure
from onetext.workspace.stored import Room, StoredCases

EXAMPLES = Path(__file__).parents[2] / "examples"

NOW = datetime(2025, 11, 19, 21, 45, tzinfo=UTC)
TEAM = ("team",)
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


class RoomCases(StoredCases):
    """Stored cases whose ledgers are in memory, made anew before each test; in the folder lies only their names."""

    def start_over(self) -> None:
        """As the store was at the beginning."""
        self.close()
        for path in self.folder.glob("*.l*"):
            path.unlink()
        self.put(river_basin(), owner="ana", team=("ben",))
        self.put(quiet_talks(), owner="dora")

    def put(self, case: Case, owner: str, team: Sequence[str] = ()) -> CaseStore:
        """A case all of whose compartments ``owner`` owns and is read into; the others are read into its team alone."""
        case_path(self.folder, case.head.id).touch()
        store = store_of(MemoryStore(), self.clock, key=case.head.id.encode())
        fill(store, admitting(case, owner, team), author=owner, members=[owner])
        looks = AccessLog(Ledger(MemoryStore(), self.clock, keyed_ids(b"looks")))
        self.rooms[case.head.id] = Room(store, looks)
        return store

    def looks(self, case_id: str) -> list[Access]:
        """What was written down of who looked, oldest first (L6)."""
        return [access for _, access in self.rooms[case_id].looks.accesses()]

    def write(self, case_id: str, *records: Record, author: str = "ana") -> None:
        """Writes new records, or versions over all that stands."""
        store = self.rooms[case_id].store
        view = store.view(HOLDER, Moment(store.today(), hindsight=True))
        write(store, view, author, [Writing(record, view.tokens(record.id)) for record in records])


def admitting(case: Case, owner: str, team: Sequence[str]) -> Case:
    """The case with ``owner`` as the one who reads in and out, and with the team read in."""
    owned = tuple(one.model_copy(update={"owners": (owner,)}) for one in case.all(Compartment))
    day = "2025-01-07"
    cleared = tuple(
        Clearance(
            id=f"clearance-{name}", who=f"@{name}", compartments=TEAM, by=owner, on=day, labels=TEAM, known_from=day
        )
        for name in team
    )
    records = {**case.records, Compartment.kind: owned, Clearance.kind: (*case.all(Clearance), *cleared)}
    return Case(case.head, records, case.unknown)


def river_basin() -> Case:
    """Two parties and nothing else, since the spring."""
    team = Compartment(id="team", name="The team", labels=TEAM, known_from="2025-01-07")
    parties = tuple(
        Party(id=id, name=name, labels=TEAM, known_from="2025-01-07")
        for id, name in (("north", "Northland"), ("south", "Southmark"))
    )
    head = Head(id="river-basin", title="River basin: sharing the water of the Ord", basis="invented")
    return Case(head, {Compartment.kind: (team,), Party.kind: parties})


def quiet_talks() -> Case:
    """Its compartment and nothing else."""
    head = Head(id="quiet-talks", title="Quiet talks", basis="own_process", timezone="Europe/Kyiv")
    team = Compartment(id="team", name="The team", labels=TEAM, known_from="2025-01-07")
    return Case(head, {Compartment.kind: (team,)})


@cache
def serrane() -> Case:
    """The whole invented river basin of ``examples``, at least one record of every kind, under a name of its own."""
    case = read_case(EXAMPLES / "river-basin")
    head = case.head.model_copy(update={"id": "serrane"})
    return Case(head, case.records, case.unknown)


@cache
def open_room() -> Config:
    """Configures Django once a process and makes the accounts database."""
    store = Path(tempfile.mkdtemp(prefix="onetext-room-"))
    atexit.register(shutil.rmtree, store, ignore_errors=True)
    config = Config(
        store=store, secret=read_secret(store), style=True, clock=CLOCK, token=numbered_token, cases=RoomCases
    )
    configure(config)
    bring_up_to_date(config)
    room().start_over()
    return config


def room() -> RoomCases:
    """The cases of the room."""
    found = cases()
    assert isinstance(found, RoomCases)
    return found
