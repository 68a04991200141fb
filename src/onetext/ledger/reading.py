"""Finding versions again: keys in memory, payloads on demand. Only ``disclosure`` may import this module.

Every question names the label sets it is allowed to look at (and single granted versions by token), so that its work,
its answer and its time depend on nothing else. Who is permitted what is not decided here.
"""

from __future__ import annotations

import gc
import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from heapq import merge
from itertools import groupby
from typing import Any, TypeVar

from onetext.ledger.entry import ERASURE, FIRST, Entry, Labels, compact
from onetext.ledger.heads import heads_of
from onetext.ledger.spine import Chain, Key, Shared, carried, grow
from onetext.ledger.store import Row, Store
from onetext.ledger.words import words_of

Permitted = frozenset[Labels]
Granted = frozenset[str]
NOBODY: Granted = frozenset()
T = TypeVar("T")

_MOST_SHARED = 5_000
_MOST_FACTS = 100_000
_FREEZE_ABOVE = 20_000


class State:
    """The ledger as it stood at one moment. Lists it gives are shared: read them, never change them."""

    def __init__(self, spine: Spine, chains: Mapping[Labels, Chain], last: int, shared: Shared) -> None:
        self._spine = spine
        self._chains = chains
        self._shared = shared
        self.last = last

    def labelsets(self) -> frozenset[Labels]:
        """The label sets that have entries: for deciding what is permitted, not to be shown."""
        return frozenset(self._chains)

    def kinds(self, permitted: Permitted, granted: Granted = NOBODY) -> tuple[str, ...]:
        """The kinds of which there is a version to read, sorted."""
        found = {kind for chain in self._seen(permitted) for kind in chain.runs}
        return tuple(sorted(found | {key.kind for key in self._extra(permitted, granted)}))

    def run(
        self, permitted: Permitted, kind: str, granted: Granted = NOBODY, recorded_at: str | None = None
    ) -> Sequence[Key]:
        """The heads of one kind in order of day, time, id, labels; as they stood when recorded at ``recorded_at``.

        A record with several heads stands once per head; a withdrawn or destroyed one does not stand.
        """
        heads = self._heads_of_kind(permitted, kind, recorded_at)
        extra = self._extra(permitted, granted, recorded_at)
        if not extra:
            return heads
        superseded = self._superseded(permitted, recorded_at).union(*(key.bases for key in extra))
        shown = [key for key in heads if key.token not in superseded]
        for key in extra:
            last = max(other.version for other in extra if (other.id, other.labels) == (key.id, key.labels))
            if key.kind == kind and key.there and key.token not in superseded and key.version == last:
                shown.append(key)
        return sorted(shown)

    def runs(
        self, permitted: Permitted, kinds: Iterable[str], granted: Granted = NOBODY, recorded_at: str | None = None
    ) -> Sequence[Key]:
        """The heads of several kinds in one order."""
        lists = [self.run(permitted, kind, granted, recorded_at) for kind in dict.fromkeys(kinds)]
        return lists[0] if len(lists) == 1 else list(merge(*lists))

    def heads(
        self, permitted: Permitted, record: str, granted: Granted = NOBODY, recorded_at: str | None = None
    ) -> tuple[Key, ...]:
        """The heads of one record, several when written under unlike labels; empty: hidden, withdrawn or absent."""
        return tuple(key for key in self.ends(permitted, record, granted, recorded_at) if key.there)

    def ends(
        self, permitted: Permitted, record: str, granted: Granted = NOBODY, recorded_at: str | None = None
    ) -> tuple[Key, ...]:
        """The heads, with those that are withdrawn or destroyed: what must be named to write the record again."""
        return heads_of(self.history(permitted, record, granted, recorded_at))

    def history(
        self, permitted: Permitted, record: str, granted: Granted = NOBODY, recorded_at: str | None = None
    ) -> tuple[Key, ...]:
        """All readable versions of one record, withdrawals and tombstones too; oldest first, ties by label names."""
        found = [key for chain in self._seen(permitted) for key in chain.versions(record, recorded_at)]
        if granted:
            found += [key for key in self._extra(permitted, granted, recorded_at) if key.id == record]
        if len(found) > 1:
            found.sort(key=lambda key: (key.recorded, len(key.labels), key.labels, key.version))
        return tuple(found)

    def tag(self, permitted: Permitted, granted: Granted = NOBODY) -> str:
        """A digest that moves when, and only when, something readable was added (D4).

        Over label names and chain heads of what is permitted, and the tokens of granted versions, never their chains.
        """
        heads = sorted((chain.labels, chain.head) for chain in self._seen(permitted))
        return hashlib.sha256(compact([heads, sorted(granted)])).hexdigest()

    def _seen(self, permitted: Permitted) -> list[Chain]:
        return [self._chains[labels] for labels in permitted if labels in self._chains]

    def _superseded(self, permitted: Permitted, recorded_at: str | None) -> set[str]:
        return {token for chain in self._seen(permitted) if chain.tied for token in chain.superseded(recorded_at)}

    def _heads_of_kind(self, permitted: Permitted, kind: str, recorded_at: str | None) -> list[Key]:
        seen = frozenset(labels for labels in permitted if labels in self._chains)
        known = self._shared.get((seen, kind)) if recorded_at is None else None
        if known is not None:
            return known
        runs = [self._chains[labels].run(kind, recorded_at) for labels in seen]
        heads = sorted(key for run in runs for key in run)
        superseded = self._superseded(permitted, recorded_at)
        if superseded or recorded_at is not None or any(self._chains[labels].ended for labels in seen):
            heads = [key for key in heads if key.there and key.token not in superseded]
        if recorded_at is None:
            if len(self._shared) >= _MOST_SHARED:
                self._shared.clear()
            self._shared[seen, kind] = heads
        return heads

    def _extra(self, permitted: Permitted, granted: Granted, recorded_at: str | None = None) -> list[Key]:
        """The keys of granted versions that are not readable anyway."""
        return [key for token in sorted(granted) for key in self._spine.granted(self, token, permitted, recorded_at)]

    def after(self, rows: Sequence[Row]) -> State:
        """The state with further entries, in order of position; this one stays as it is."""
        chains = dict(self._chains)
        for labels, some in groupby(sorted(rows, key=lambda row: row.labels), key=lambda row: row.labels):
            chains[labels] = grow(chains.get(labels, Chain(labels)), some)
        return State(self._spine, chains, rows[-1].pos, carried(self._shared, self._chains, chains))

    def versions(self, labels: Labels, record: str, recorded_at: str | None = None) -> tuple[Key, ...]:
        """The versions of one line, oldest first."""
        chain = self._chains.get(labels)
        return () if chain is None else chain.versions(record, recorded_at)


class Spine:
    """The keys of a store in this process, kept up to date by ``refresh``; one per process and case."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._turn = threading.Lock()
        self._places: dict[str, tuple[Labels, str]] = {}
        self._facts: dict[str, dict[int, Any]] = {}
        self.begun = 0
        self._end = FIRST
        self._state = State(self, {}, 0, {})
        self.refresh()

    def state(self) -> State:
        """The state known now. Take it once at the start of a request, and ask nothing but it."""
        return self._state

    def refresh(self) -> State:
        """Reads what was added since. Called after own writes and by ``follow``, not inside a reader's request."""
        with self._turn:
            before = self._state
            rows = self._store.rows(before.last)
            if before.last and (not rows or rows[0].hash != self._end):  # another store under our feet: a restored copy
                return self._begin(self._store.rows(0))
            fresh = rows[1:] if before.last else rows
            if any(row.kind == ERASURE for row in fresh):
                return self._begin(self._store.rows(0))
            if fresh:
                self._go_on(before, fresh)
            return self._state

    def follow(self, seconds: float) -> Callable[[], None]:
        """Refreshes every so many seconds in a thread of its own, until the function given back is called."""
        stop = threading.Event()

        def watch() -> None:
            while not stop.wait(seconds):
                self.refresh()

        thread = threading.Thread(target=watch, name="ledger tail", daemon=True)
        thread.start()

        def end() -> None:
            stop.set()
            thread.join()

        return end

    def payload(self, pos: int) -> bytes | None:
        """The stored bytes of one version; None when they were destroyed."""
        return self._store.payloads([pos]).get(pos)

    def payloads(self, positions: Sequence[int]) -> dict[int, bytes]:
        """The stored bytes at these positions, to be taken from keys of a state; those destroyed are left out."""
        return self._store.payloads(positions)

    def entries(self, positions: Sequence[int]) -> dict[int, Entry]:
        """The whole entries at these positions: author, schema number and all."""
        return self._store.entries(positions)

    def matches(self, permitted: Permitted, words: str | Sequence[str]) -> set[int]:
        """Positions of versions, older ones too, that have for each word one that begins with it; no words, none."""
        asked = words_of(words if isinstance(words, str) else " ".join(words))
        return self._store.matches(asked, permitted) if asked else set()

    def facts(self, name: str, keys: Iterable[Key], extract: Callable[[Key, bytes], T]) -> dict[int, T]:
        """What ``extract`` finds in the payloads of ``keys``, by position; each payload is decoded once per process.

        ``name`` stands for what ``extract`` does. Very many are not kept. Those destroyed are left out.
        """
        table: dict[int, T] = self._facts.setdefault(name, {})
        wanted = list(keys)
        found = {key.pos: table[key.pos] for key in wanted if key.pos in table}
        missing = {key.pos: key for key in wanted if key.pos not in found}
        if not missing:
            return found
        payloads = self._store.payloads(list(missing))
        fresh = {pos: extract(missing[pos], payload) for pos, payload in payloads.items()}
        if len(table) + len(fresh) > _MOST_FACTS:
            table.clear()
        if len(fresh) <= _MOST_FACTS:
            table.update(fresh)
        found.update(fresh)
        return {key.pos: found[key.pos] for key in wanted if key.pos in found}

    def granted(self, state: State, token: str, permitted: Permitted, recorded_at: str | None) -> list[Key]:
        """The key of a granted version in a state, unless its label set is permitted anyway."""
        if token not in self._places:
            row = self._store.find(token)
            if row is None:
                return []
            self._places[token] = (row.labels, row.id)
        labels, record = self._places[token]
        if labels in permitted:
            return []
        return [key for key in state.versions(labels, record, recorded_at) if key.token == token]

    def _begin(self, rows: list[Row]) -> State:
        self._facts, self._places, self._end = {}, {}, FIRST
        self.begun += 1
        self._state = State(self, {}, 0, {})
        if rows:
            self._go_on(self._state, rows)
        return self._state

    def _go_on(self, before: State, rows: list[Row]) -> None:
        with _collector_off(freeze=len(rows) > _FREEZE_ABOVE):
            self._state = before.after(rows)
            self._end = rows[-1].hash


@contextmanager
def _collector_off(*, freeze: bool) -> Iterator[None]:
    """Keys by the hundred thousand are made three times faster when nobody looks through them for garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if freeze:
            gc.freeze()
        if was_on:
            gc.enable()
