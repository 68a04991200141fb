"""A case in a store: what a process keeps of it, from which views are cut and into which is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from onetext.case.access import Clearance, Grant
from onetext.case.case import Head
from onetext.case.record import MEMBER, PUBLIC, Record
from onetext.case.telling import EXPORTS
from onetext.disclosure.moment import Moment
from onetext.disclosure.payload import HEAD, head_of, record_of
from onetext.disclosure.reader import HOLDER, THE_PUBLIC, Reader, ReaderKind, cleared
from onetext.disclosure.view import View
from onetext.disclosure.views import Views
from onetext.files.faults import nearest, refuse
from onetext.ledger.ids import Salts, keyed_ids, random_salts
from onetext.ledger.reading import Permitted, Spine, State
from onetext.ledger.sqlite import SqliteStore
from onetext.ledger.store import Store
from onetext.ledger.writing import Ledger

Clock = Callable[[], datetime]
R = TypeVar("R", bound=Record)
SUFFIX = ".ledger"


def wall_clock() -> datetime:
    return datetime.now(UTC)


@dataclass
class CaseStore:
    """One case's ledger. ``clock`` and the keys of ids and salts are passed in (L4)."""

    store: Store
    clock: Clock
    ledger: Ledger
    spine: Spine
    cases: dict[tuple[object, ...], object] = field(default_factory=dict)
    """Cut cases by what they are a pure function of; see ``View.case``."""
    views: Views = field(default_factory=Views)
    begun: int = 0
    """How often the spine had begun anew when these were kept: what was destroyed since must not be found in them."""

    @property
    def head(self) -> Head:
        state = self.spine.state()
        keys = state.run(frozenset(state.labelsets()), HEAD)[-1:]
        found = self.spine.facts(HEAD, keys, lambda _, payload: head_of(payload))
        if not found:
            raise refuse("the store", "holds no case", "import a case into it")
        return found[keys[0].pos]

    def today(self) -> date:
        """The day in the case's own time zone."""
        return self.clock().astimezone(ZoneInfo(self.head.timezone)).date()

    def view(self, reader: Reader, moment: Moment) -> View:
        """The one way to content: one state of the ledger, cut for a reader and a moment."""
        if self.spine.begun != self.begun:
            self.begun, self.cases, self.views = self.spine.begun, {}, Views()
        return self.views.keep(View(self.spine, self.spine.state(), reader, moment, self.head, self.cases))

    def reader(self, who: str | None) -> Reader:
        """The reader called ``who`` under the clearances and grants of now (L5, L7). Raises ``Faults``."""
        if who is None:
            return HOLDER
        if who == PUBLIC:
            return THE_PUBLIC
        state = self.spine.state()
        clearance = cleared(_of(self._events(state, Clearance), who), self.today())
        if clearance:
            clearance |= {EXPORTS}
        grants = {
            (grant.record, grant.version)
            for grant in self._events(state, Grant)
            if grant.who == who and not grant.revoked
        }
        return Reader(who, self._kind(state, who), clearance, frozenset(grants))

    def compartments(self) -> frozenset[str]:
        """Every compartment there is: for whoever holds the store."""
        return frozenset(label for labels in self.spine.state().labelsets() for label in labels)

    def members(self) -> dict[str, frozenset[str]]:
        """Sign-in name and clearance of everybody who is read into anything now: they may open the case."""
        events = self._events(self.spine.state(), Clearance)
        names = sorted({event.who for event in events if event.who.startswith(MEMBER)})
        found = {name.removeprefix(MEMBER): cleared(_of(events, name), self.today()) for name in names}
        return {name: labels for name, labels in found.items() if labels}

    def close(self) -> None:
        self.store.close()

    def _kind(self, state: State, who: str) -> ReaderKind:
        if who.startswith(MEMBER):
            return "member"
        everything: Permitted = frozenset(state.labelsets())
        kinds = {key.kind for key in state.heads(everything, who)}
        if "person" in kinds:
            return "person"
        if "party" in kinds:
            return "party"
        known = [key.id for kind in ("party", "person") for key in state.run(everything, kind)]
        remedy = nearest(who, [*known, PUBLIC])
        raise refuse(
            who, "is nobody in this case", remedy if remedy.startswith("did") else "name a party, a person or public"
        )

    def _events(self, state: State, model: type[R]) -> list[R]:
        """The access records of a kind under every label set.

        They decide what may be read, and are shown to nobody from here.
        """
        keys = list(state.run(frozenset(state.labelsets()), model.kind))
        found = self.spine.facts(model.kind, keys, lambda key, payload: record_of(key.kind, payload, key.labels))
        records = (found[key.pos] for key in keys if key.pos in found)
        return [record for record in records if isinstance(record, model)]


def _of(events: list[Clearance], who: str) -> list[Clearance]:
    return [event for event in events if event.who == who]


def open_store(
    path: Path, clock: Clock, *, create: bool = False, salts: Salts = random_salts, key: bytes | None = None
) -> CaseStore:
    """The store in the file at ``path``. ``key`` seeds the id stream (drawn once and kept in the store if None)."""
    return store_of(SqliteStore(path, create=create), clock, salts=salts, key=key)


def store_of(store: Store, clock: Clock, *, salts: Salts = random_salts, key: bytes | None = None) -> CaseStore:
    """Any store, in memory too."""
    kept = store.keep("ids", key or random_salts(""))
    return CaseStore(store, clock, Ledger(store, clock, keyed_ids(kept), salts), Spine(store))
