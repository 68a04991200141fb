"""The cases of a store folder, behind the door that ``cases`` describes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from onetext.case.access import Clearance, Compartment
from onetext.case.case import Case, Head
from onetext.case.people import Party, Person
from onetext.case.record import MEMBER, PUBLIC, Record
from onetext.case.snapshot import read_case
from onetext.case.starting import empty_case
from onetext.disclosure.cut import cut_case
from onetext.disclosure.importing import case_path, import_case
from onetext.disclosure.looks import note_look, open_looks
from onetext.disclosure.moment import Moment
from onetext.disclosure.reader import Reader, reader_of
from onetext.disclosure.recording import Writing, new_id, write
from onetext.disclosure.store import SUFFIX, CaseStore, Clock, open_store
from onetext.disclosure.view import View
from onetext.files.faults import refuse
from onetext.ledger.access import AccessLog
from onetext.workspace.cases import Asked, CaseHead, ClearanceRow
from onetext.workspace.cases import Reader as Eyes

if TYPE_CHECKING:
    from onetext.workspace.accounts.models import Member

_TAIL_SECONDS = 1.0


@dataclass
class Room:
    """What this process keeps open of one case; ``leave`` ends what follows the file."""

    store: CaseStore
    looks: AccessLog
    leave: Callable[[], None] = lambda: None


@dataclass
class StoredCases:
    """All cases of one store folder; each is opened once a process, when first asked for."""

    folder: Path
    clock: Clock
    rooms: dict[str, Room] = field(default_factory=dict)
    turn: threading.Lock = field(default_factory=threading.Lock)

    def heads(self, member: Member) -> tuple[CaseHead, ...]:
        found = [_head(room.store.head) for room in self._all() if member.username in room.store.members()]
        return tuple(sorted(found, key=lambda head: (head.title, head.id)))

    def open(self, member: Member, case_id: str) -> StoredCase | None:
        if not (self.folder / f"{case_id}{SUFFIX}").is_file() or Path(case_id).name != case_id:
            return None
        room = self._room(case_id)
        if member.username not in room.store.members():  # read out of everything is gone
            return None
        return StoredCase(room.store, room.looks, member.username)

    def new(self, member: Member, head: CaseHead) -> None:
        if case_path(self.folder, head.id).exists():
            raise refuse(head.id, _("this short name is taken"), _("choose another"))
        case = empty_case(head.id, head.title)
        changes = {"basis": head.basis, "timezone": head.timezone}
        labels = case.head.default_labels
        owned = [
            one.model_copy(update={"owners": (member.username,), "labels": labels}) for one in case.all(Compartment)
        ]
        opened = Case(Head.model_validate({**case.head.model_dump(), **changes}), {"compartment": tuple(owned)})
        import_case(opened, self.folder, self.clock, author=member.username, members=[member.username])

    def bring_in(self, member: Member, snapshot: Path) -> str:
        case = read_case(snapshot)
        if not case_path(self.folder, case.head.id).exists():
            import_case(case, self.folder, self.clock, author=member.username, members=[member.username])
        return case.head.id

    def suspend(self, username: str) -> None:
        """Whoever's credentials were reset has no clearance until an owner reads them in again (D9)."""
        for room in self._all():
            cleared = room.store.members().get(username)
            if cleared:
                _note_clearance(room.store, "onetext", username, tuple(sorted(cleared)), "suspended")

    def close(self) -> None:
        """Lets go of every case; the next question opens it again."""
        for room in self.rooms.values():
            room.leave()
            room.store.close()
            room.looks.ledger.store.close()
        self.rooms.clear()

    def _all(self) -> Iterable[Room]:
        return [self._room(path.stem) for path in sorted(self.folder.glob(f"*{SUFFIX}"))]

    def _room(self, case_id: str) -> Room:
        with self.turn:
            if case_id not in self.rooms:
                store = open_store(case_path(self.folder, case_id), self.clock)
                leave = store.spine.follow(_TAIL_SECONDS)
                self.rooms[case_id] = Room(store, open_looks(self.folder, case_id, self.clock), leave)
            return self.rooms[case_id]


@dataclass(frozen=True)
class StoredCase:
    """One case, opened for one member under their clearances of now; all content comes through its views."""

    store: CaseStore
    looks: AccessLog
    username: str

    @property
    def head(self) -> CaseHead:
        return _head(self.store.head)

    @property
    def marking(self) -> str | None:
        return None

    @property
    def reader(self) -> Reader:
        return self.store.reader(MEMBER + self.username)

    @property
    def owned(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.id for one in self._compartments() if self.username in one.owners))

    def moment(self, asked: Asked) -> Moment:
        return Moment(asked.at or self.store.today(), asked.hindsight)

    def view(self, asked: Asked) -> View:
        """What this member may see at the moment asked for."""
        return self.store.view(self.reader, self.moment(asked))

    def case(self, asked: Asked) -> Case:
        """The same as a case; through somebody else's eyes, no more than both may read."""
        case = self.view(asked).case()
        if asked.reader is None:
            return case
        now = self.view(Asked(hindsight=True)).case()  # clearances are those of now, whatever the day (L5)
        return cut_case(case, reader_of(now, asked.reader, self.store.today()), self.moment(asked))

    def readers(self) -> tuple[Eyes, ...]:
        view = self.view(Asked(hindsight=True))
        parties, persons = (view.facts(model.kind, "eyes", _eyes) for model in (Party, Person))
        return (Eyes(PUBLIC, _("the public")), *parties, *persons)

    def note_read(self, surface: str, arguments: Mapping[str, str]) -> None:
        note_look(self.looks, self.store.view(self.reader, Moment(self.store.today())), surface, arguments)

    def clearances(self) -> tuple[ClearanceRow, ...]:
        """Members of whom this member may know: whose reading in they may read (D4)."""
        mine = self.reader.clearance or frozenset()
        whose = self.view(Asked(hindsight=True)).facts(Clearance.kind, "who", _whose)
        seen = {who.removeprefix(MEMBER) for who in whose if who.startswith(MEMBER)}
        order = list(dict.fromkeys(one.id for one in self._compartments()))
        cleared = self.store.members()
        return tuple(
            ClearanceRow(name, name, tuple(label for label in order if label in cleared.get(name, frozenset()) & mine))
            for name in sorted({*seen, self.username})
        )

    def read_in(self, username: str, compartment: str) -> None:
        self._check_owner(compartment)
        _note_clearance(self.store, self.username, username, (compartment,), "read_in")

    def read_out(self, username: str, compartment: str) -> None:
        self._check_owner(compartment)
        _note_clearance(self.store, self.username, username, (compartment,), "read_out")

    def _check_owner(self, compartment: str) -> None:
        if compartment not in self.owned:
            raise refuse("compartment", "only an owner of a compartment reads in and out of it", "ask an owner")

    def _compartments(self) -> list[Compartment]:
        found = self.view(Asked(hindsight=True)).facts(Compartment.kind, "itself", lambda record: record)
        return [one for one in found if isinstance(one, Compartment)]


def _eyes(record: Record) -> Eyes:
    return Eyes(record.id, record.name if isinstance(record, Party | Person) else record.id)


def _whose(record: Record) -> str:
    return record.who if isinstance(record, Clearance) else ""


def _note_clearance(store: CaseStore, author: str, username: str, compartments: tuple[str, ...], status: str) -> None:
    """Each clearance carries the label of its compartment: others do not learn that there is one."""
    for label in compartments:
        day = store.today().isoformat()
        record = Clearance.model_validate(
            {
                "id": new_id(store, author, (label,)),
                "who": MEMBER + username,
                "compartments": (label,),
                "status": status,
                "by": author,
                "on": day,
                "known_from": day,
                "labels": (label,),
            }
        )
        writer = Reader(author, "member", frozenset({label}))
        write(store, store.view(writer, Moment(store.today())), author, [Writing(record)])


def _head(head: Head) -> CaseHead:
    return CaseHead(head.id, head.title, head.basis, head.timezone)
