"""What any place that keeps a ledger must offer: one protocol, so that callers never know which one they have.

One store keeps one case. Label-set numbers and positions are the store's own and never leave the ledger (D4).
Positions rise without gaps in the order of commits, because one writer at a time holds the lock of the whole case:
whoever polls for positions above the last one misses nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from onetext.ledger.entry import Entry, Labels


class Row(NamedTuple):
    """What the spine keeps of an entry: all but its author and payload."""

    pos: int
    labels: Labels
    kind: str
    id: str
    version: int
    recorded: str
    on: str | None
    known_from: str | None
    needs: tuple[str, ...]
    schema: int
    gone: bool
    bases: tuple[str, ...]
    token: str
    hash: str
    erased: bool


class Line(NamedTuple):
    """What a writer must know of a stored version, under the lock, to judge what is written over it."""

    pos: int
    labels: Labels
    kind: str
    id: str
    version: int
    recorded: str
    known_from: str | None
    bases: tuple[str, ...]
    token: str


class Writer(Protocol):
    """A store under its writer lock. All it does is kept together or not at all."""

    def labelsets(self) -> Collection[Labels]:
        """The label sets that have entries, those put in this transaction too."""

    def last(self, labels: Labels) -> tuple[str, str] | None:
        """Hash and time of the last entry in this label set's chain."""

    def versions(self, id: str, labelsets: Collection[Labels]) -> list[Line]:
        """The stored versions of one record under these label sets only, oldest first."""

    def find(self, token: str, labelsets: Collection[Labels]) -> Line | None:
        """The version with this token under these label sets only."""

    def entry(self, pos: int) -> Entry: ...

    def put(self, entry: Entry, search_text: str) -> int:
        """Adds an entry at the end of its chain; gives its position."""

    def destroy(self, pos: int) -> None:
        """Destroys payload, salt and search text of the entry at this position, beyond recovery from the store."""

    def drawn(self, labels: Labels, author: str) -> int:
        """How many ids this author has drawn under these labels."""

    def set_drawn(self, labels: Labels, author: str, count: int) -> None: ...


class Store(Protocol):
    """A place that keeps one ledger. May be used by several threads at once."""

    def writing(self) -> AbstractContextManager[Writer]:
        """The writer lock; leaving normally commits, leaving by an exception keeps nothing."""

    def rows(self, since: int) -> list[Row]:
        """The entries at position ``since`` and above, in order of position."""

    def entries(self, positions: Sequence[int]) -> dict[int, Entry]:
        """The entries at these positions; positions that do not exist are left out."""

    def payloads(self, positions: Sequence[int]) -> dict[int, bytes]:
        """The payloads at these positions; those destroyed are left out."""

    def find(self, token: str) -> Row | None:
        """The version with this token, under whatever labels: to be asked only for what a reader was granted."""

    def matches(self, words: Sequence[str], labelsets: Collection[Labels]) -> set[int]:
        """Positions whose search text has, for each of ``words``, a word that begins with it (see ``words``)."""

    def chains(self, labelsets: Collection[Labels] | None = None) -> Iterator[Entry]:
        """Chain after chain in order of label names, each from its first entry: one state, whatever is written."""

    def keep(self, name: str, value: bytes) -> bytes:
        """Keeps a value under a name for good, unless one is kept already; gives the one kept."""

    def close(self) -> None: ...
