"""A ledger in memory: for a case read from a file, for tests, and as the plain statement of what a store does."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from onetext.ledger.entry import Entry, Labels
from onetext.ledger.store import Line, Row
from onetext.ledger.words import words_of


@dataclass
class _Shelf:
    """What is kept, and where it is found. Position p is ``entries[p - 1]``."""

    entries: list[Entry] = field(default_factory=list)
    chains: dict[Labels, list[int]] = field(default_factory=dict)
    lines: dict[tuple[Labels, str], list[int]] = field(default_factory=dict)
    tokens: dict[str, int] = field(default_factory=dict)
    words: dict[Labels, dict[str, set[int]]] = field(default_factory=dict)
    erased: set[int] = field(default_factory=set)
    drawn: dict[tuple[Labels, str], int] = field(default_factory=dict)
    kept: dict[str, bytes] = field(default_factory=dict)


class MemoryStore:
    """Readers see only what is committed, also while the lock is held."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._shelf = _Shelf()
        self._committed = 0

    @contextmanager
    def writing(self) -> Iterator[MemoryWriter]:
        with self._lock:
            writer = MemoryWriter(self._shelf)
            try:
                yield writer
            except BaseException:
                for undo in reversed(writer.undo):
                    undo()
                raise
            self._committed = len(self._shelf.entries)

    def rows(self, since: int) -> list[Row]:
        return [self._row(pos) for pos in range(max(since, 1), self._committed + 1)]

    def entries(self, positions: Sequence[int]) -> dict[int, Entry]:
        return {pos: self._shelf.entries[pos - 1] for pos in positions if 0 < pos <= self._committed}

    def payloads(self, positions: Sequence[int]) -> dict[int, bytes]:
        found = self.entries(positions)
        return {pos: entry.payload for pos, entry in found.items() if entry.payload is not None}

    def find(self, token: str) -> Row | None:
        pos = self._shelf.tokens.get(token, 0)
        return self._row(pos) if 0 < pos <= self._committed else None

    def matches(self, words: Sequence[str], labelsets: Collection[Labels]) -> set[int]:
        found: set[int] = set()
        for labels in labelsets:
            index = self._shelf.words.get(labels, {})
            hits = [{pos for known in list(index) if known.startswith(word) for pos in index[known]} for word in words]
            found |= set.intersection(*hits) if hits else set()
        return {pos for pos in found if pos <= self._committed}

    def chains(self, labelsets: Collection[Labels] | None = None) -> Iterator[Entry]:
        committed = self._committed
        entries = self._shelf.entries[:committed]
        for labels in sorted(self._shelf.chains if labelsets is None else set(labelsets) & set(self._shelf.chains)):
            yield from (entries[pos - 1] for pos in list(self._shelf.chains[labels]) if pos <= committed)

    def keep(self, name: str, value: bytes) -> bytes:
        return self._shelf.kept.setdefault(name, value)

    def close(self) -> None:
        """Nothing to give back."""

    def _row(self, pos: int) -> Row:
        e = self._shelf.entries[pos - 1]
        return Row(
            *(pos, e.labels, e.kind, e.id, e.version, e.recorded, e.on, e.known_from, e.needs, e.schema, e.gone),
            *(e.bases, e.token, e.hash, pos in self._shelf.erased),
        )


class MemoryWriter:
    """The lock holder; remembers how to take back each of its steps."""

    def __init__(self, shelf: _Shelf) -> None:
        self._shelf = shelf
        self.undo: list[Callable[[], object]] = []

    def labelsets(self) -> Collection[Labels]:
        return tuple(self._shelf.chains)

    def last(self, labels: Labels) -> tuple[str, str] | None:
        chain = self._shelf.chains.get(labels)
        if not chain:
            return None
        entry = self.entry(chain[-1])
        return entry.hash, entry.recorded

    def versions(self, id: str, labelsets: Collection[Labels]) -> list[Line]:
        found = [pos for labels in set(labelsets) for pos in self._shelf.lines.get((labels, id), ())]
        return [self._line(pos) for pos in sorted(found)]

    def find(self, token: str, labelsets: Collection[Labels]) -> Line | None:
        pos = self._shelf.tokens.get(token)
        line = self._line(pos) if pos else None
        return line if line and line.labels in labelsets else None

    def entry(self, pos: int) -> Entry:
        return self._shelf.entries[pos - 1]

    def put(self, entry: Entry, search_text: str) -> int:
        shelf = self._shelf
        shelf.entries.append(entry)
        pos = len(shelf.entries)
        chain = shelf.chains.setdefault(entry.labels, [])
        line = shelf.lines.setdefault((entry.labels, entry.id), [])
        chain.append(pos)
        line.append(pos)
        shelf.tokens[entry.token] = pos
        self.undo += [shelf.entries.pop, chain.pop, line.pop, lambda: shelf.tokens.pop(entry.token)]
        if entry.payload is None:
            shelf.erased.add(pos)
            self.undo.append(lambda: shelf.erased.discard(pos))
            return pos
        index = shelf.words.setdefault(entry.labels, {})
        for word in set(words_of(search_text)):
            places = index.setdefault(word, set())
            places.add(pos)
            self.undo.append(lambda places=places: places.discard(pos))  # type: ignore[misc]  # bound per word
        return pos

    def destroy(self, pos: int) -> None:
        shelf = self._shelf
        whole = self.entry(pos)
        index = shelf.words.get(whole.labels, {})
        places = [found for found in index.values() if pos in found]
        shelf.entries[pos - 1] = replace(whole, payload=None, salt=None)
        shelf.erased.add(pos)
        self.undo += [lambda: shelf.entries.__setitem__(pos - 1, whole), lambda: shelf.erased.discard(pos)]
        for found in places:
            found.discard(pos)
            self.undo.append(lambda found=found: found.add(pos))  # type: ignore[misc]  # bound per word

    def drawn(self, labels: Labels, author: str) -> int:
        return self._shelf.drawn.get((labels, author), 0)

    def set_drawn(self, labels: Labels, author: str, count: int) -> None:
        before = self.drawn(labels, author)
        self._shelf.drawn[labels, author] = count
        self.undo.append(lambda: self._shelf.drawn.__setitem__((labels, author), before))

    def _line(self, pos: int) -> Line:
        e = self.entry(pos)
        return Line(pos, e.labels, e.kind, e.id, e.version, e.recorded, e.known_from, e.bases, e.token)
