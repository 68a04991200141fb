"""The View: what one reader may see of a store at one moment; the only way to content.

It takes one state of the ledger when it is made and asks nothing else. Keys are in memory, kept apart per label set;
payloads are fetched by position when they are shown. Work, answer and time depend on nothing hidden (D4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from onetext.case.case import Case, Head
from onetext.case.contact import Contact
from onetext.case.kinds import BY_KIND
from onetext.case.record import Record, UnknownRecord
from onetext.case.references import without
from onetext.case.source import Source
from onetext.case.telling import Disclosure
from onetext.case.work import Deadline
from onetext.disclosure.cut import cut_record, tied
from onetext.disclosure.moment import Moment
from onetext.disclosure.payload import HEAD, UNKNOWN, damaged, holds, record_of
from onetext.disclosure.reader import Reader
from onetext.ledger.entry import ERASURE
from onetext.ledger.reading import Granted, Permitted, Spine, State
from onetext.ledger.spine import Key

_AHEAD = (Contact.kind, Deadline.kind, Disclosure.kind)
_OTHERS = frozenset({HEAD, ERASURE})
_MOST_CASES = 32
T = TypeVar("T")


class View:
    """Cut for ``reader`` at ``moment``. Lists are shared between readers: read them, never change them."""

    def __init__(
        self,
        spine: Spine,
        state: State,
        reader: Reader,
        moment: Moment,
        head: Head,
        cases: dict[tuple[object, ...], object],
    ) -> None:
        self.reader = reader
        self.moment = moment
        self.head = head
        self._spine = spine
        self._state = state
        self._cases = cases
        self._permitted: Permitted = frozenset(
            labels for labels in state.labelsets() if reader.clearance is None or set(labels) <= reader.clearance
        )
        self._granted: Granted = frozenset(version for _, version in reader.grants if version is not None)

    def kinds(self) -> tuple[str, ...]:
        """The kinds of which there is something to see."""
        return tuple(kind for kind, keys in self._visible.items() if keys)

    def count(self, kind: str) -> int:
        return len(self._visible.get(kind, ()))

    def keys(self, kind: str, since: str | None = None, until: str | None = None) -> Sequence[Key]:
        """The keys of a kind in order of day, time, id; ``since`` and ``until`` are days, both included."""
        keys = self._visible.get(kind, ())
        return [key for key in keys if (since is None or key.day >= since) and (until is None or key.day <= until)]

    def page(self, kinds: Iterable[str], after: int = 0, limit: int = 50, *, newest_first: bool = True) -> list[Record]:
        """Records ``after`` to ``after + limit`` of these kinds together, in order of day."""
        keys = sorted(key for kind in kinds for key in self._visible.get(kind, ()))
        if newest_first:
            keys.reverse()
        return self._records(keys[after : after + limit])

    def get(self, id: str) -> tuple[Record, ...]:
        """The heads of a record; empty: hidden or absent, which is the same (D4)."""
        return tuple(self._records([key for key in self._state_heads(id) if key in self._shown]))

    def history(self, id: str) -> tuple[Record, ...]:
        """Every version of a record that this reader may read, oldest first."""
        if not self.get(id):
            return ()
        return tuple(self._decoded([key for key in self._all_versions(id) if key.there]))

    def tokens(self, id: str) -> tuple[str, ...]:
        """The versions that stand as heads of a record: what a form names as the version it read (L2)."""
        return tuple(key.token for key in self._state_heads(id) if key in self._shown)

    def facts(self, kind: str, name: str, extract: Callable[[Record], T]) -> list[T]:
        """What ``extract`` finds in each record of a kind; each payload is decoded once per process."""
        keys = self._visible.get(kind, ())
        found = self._spine.facts(
            f"{kind}:{name}", keys, lambda key, payload: extract(record_of(key.kind, payload, key.labels))
        )
        return [found[key.pos] for key in keys if key.pos in found]

    def matches(self, words: str) -> list[Record]:
        """Records with, for each of the words, a word that begins with it; newest first."""
        positions = self._spine.matches(self._permitted, words)
        keys = sorted((key for key in self._shown if key.pos in positions), reverse=True)
        return [record for record in self._records(keys) if holds(record, words)]  # not by a part that came later (L5)

    def tag(self) -> str:
        """A digest that moves when, and only when, something this reader may read was written (D4)."""
        return self._state.tag(self._permitted, self._granted)

    def authors(self, id: str) -> tuple[tuple[str, str], ...]:
        """Who wrote each visible version of a record, and when; oldest first (C2)."""
        keys = self._all_versions(id)
        entries = self._spine.entries([key.pos for key in keys])
        return tuple((entries[key.pos].author, key.recorded) for key in keys if key.pos in entries)

    def size(self) -> int:
        """About how many keys it is made of."""
        return sum(len(self._run(kind)) for kind in self._kinds)

    def case(self) -> Case:
        """All of it as a case, kept while it stays the same: a pure function of what is visible and the moment."""
        return self._kept((self.tag(), self._permitted, self._granted, self.moment), self._shown)

    def case_without(self, *kinds: str) -> Case:
        """The same but for these kinds, and kept while only records of these kinds are written."""
        keys = frozenset(key for kind, found in self._visible.items() if kind not in kinds for key in found)
        return self._kept((keys, self._permitted, self._granted, self.moment), keys)

    def _kept(self, name: tuple[object, ...], keys: frozenset[Key]) -> Case:
        found = self._cases.get(name)
        if not isinstance(found, Case):
            if len(self._cases) >= _MOST_CASES:
                self._cases.pop(next(iter(self._cases)), None)
            found = self._case(keys)
            self._cases[name] = found
        return found

    def _case(self, shown: frozenset[Key]) -> Case:
        known: dict[str, list[Record]] = {}
        unknown: dict[str, list[UnknownRecord]] = {}
        for record, key in zip(*self._whole(shown), strict=True):
            if isinstance(record, UnknownRecord):
                unknown.setdefault(key.kind.removeprefix(UNKNOWN), []).append(record)
            else:
                known.setdefault(key.kind, []).append(record)
        return Case(
            self.head,
            {kind: tuple(found) for kind, found in known.items()},
            {section: tuple(found) for section, found in unknown.items()},
        )

    def _whole(self, shown: frozenset[Key]) -> tuple[list[Record], list[Key]]:
        """These records in the order in which their readers first saw them, each with its key."""
        keys = sorted(shown, key=self._first_seen)
        by_id = {(key.id, key.labels): key for key in keys}
        records = tied(self._cut(keys))
        return records, [by_id[record.id, record.labels or ()] for record in records]

    def _first_seen(self, key: Key) -> int:
        """Where a record's first visible version stands; only the order of such places is ever used (D4)."""
        return key.pos if key.version == 1 else min(version.pos for version in self._all_versions(key.id))

    def _records(self, keys: Sequence[Key]) -> list[Record]:
        """Those records, cut to the moment, without ties to what this reader cannot see."""
        ids = self._ids
        return [inside for record in self._cut(keys) if (inside := without(record, ids.__contains__)) is not None]

    def _cut(self, keys: Sequence[Key]) -> list[Record]:
        by_pos = {key.pos: key for key in keys}
        records = zip(by_pos.values(), self._decoded(keys), strict=True)
        cut = (cut_record(record, key.known_from, self._source_days, self.moment) for key, record in records)
        return [record for record in cut if record is not None]

    def _decoded(self, keys: Sequence[Key]) -> list[Record]:
        found = self._spine.facts("record", keys, _whole_record)
        lost = next((key for key in keys if key.pos not in found), None)
        if lost is not None:
            raise damaged(lost.kind)
        return [found[key.pos] for key in keys]

    def _state_heads(self, id: str) -> tuple[Key, ...]:
        return self._state.heads(self._permitted, id, self._granted, self.moment.recorded_at)

    def _all_versions(self, id: str) -> tuple[Key, ...]:
        return self._state.history(self._permitted, id, self._granted, self.moment.recorded_at)

    @cached_property
    def _visible(self) -> dict[str, list[Key]]:
        """The keys of each kind that this moment shows, without those that need what it does not."""
        shown = {kind: [key for key in self._run(kind) if self._shows(key)] for kind in self._kinds}
        while True:
            ids = {key.id for keys in shown.values() for key in keys}
            rest = {kind: [key for key in keys if ids.issuperset(key.needs)] for kind, keys in shown.items()}
            if rest == shown:
                return shown
            shown = rest

    @cached_property
    def _kinds(self) -> list[str]:
        found = set(self._state.kinds(self._permitted, self._granted)) - _OTHERS
        return [*(kind for kind in BY_KIND if kind in found), *sorted(found - set(BY_KIND))]

    def _run(self, kind: str) -> Sequence[Key]:
        return self._state.run(self._permitted, kind, self._granted, self.moment.recorded_at)

    def _shows(self, key: Key) -> bool:
        if self.moment.shows(key.on, key.known_from):
            return True
        if key.kind not in _AHEAD or not self.moment.shows(None, key.known_from):
            return False
        record = self._decoded([key])[0]
        return cut_record(record, key.known_from, self._source_days, self.moment) is not None

    @cached_property
    def _source_days(self) -> dict[str, str]:
        return {key.id: key.on for key in self._run(Source.kind) if key.on}

    @cached_property
    def _shown(self) -> frozenset[Key]:
        return frozenset(key for keys in self._visible.values() for key in keys)

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(key.id for key in self._shown)


def _whole_record(key: Key, payload: bytes) -> Record:
    return _with_its_day(record_of(key.kind, payload, key.labels), key)


def _with_its_day(record: Record, key: Key) -> Record:
    """The record with the day it became known, as stored when it was written, so that a snapshot keeps it."""
    if record.known_from is not None or key.known_from is None or key.known_from == record.on:
        return record
    return record.model_copy(update={"known_from": key.known_from})
