"""Adding versions: one writer at a time, whole or not at all, never over a text the writer has not read (L1, L2)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from onetext.files.faults import refuse
from onetext.ledger.entry import (
    ERASURE,
    FIRST,
    SALT_BYTES,
    Entry,
    Labels,
    commit,
    entry_hash,
    is_partial_date,
    is_word,
    label_set,
    labels_text,
    payload_bytes,
    stamp,
)
from onetext.ledger.heads import heads_of, with_ancestors
from onetext.ledger.ids import Ids, Salts, random_salts
from onetext.ledger.store import Line, Store, Writer

MayRead = Callable[[frozenset[str]], bool]
"""May the writer read versions under these labels?"""


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be written: a new record (no ``bases``), or a version over those whose tokens are in ``bases``.

    ``id`` None draws a new one and puts it into a payload given as an object. ``known_from`` None is taken over from
    the version it replaces. ``gone`` withdraws the record: the line ends. ``search_text`` holds the shown fields only.
    """

    kind: str
    payload: Mapping[str, Any] | bytes
    labels: Iterable[str]
    id: str | None = None
    bases: Sequence[str] = ()
    on: str | None = None
    known_from: str | None = None
    needs: Iterable[str] = ()
    schema: int = 1
    gone: bool = False
    search_text: str = ""


class Stale(Exception):  # noqa: N818 -- the field's word for it
    """The record has versions that the writer may read and did not name: a person must merge.

    ``base`` are the versions named, ``newest`` those not named, both with payloads; ``change`` is what was refused.
    """

    def __init__(self, change: Change, base: tuple[Entry, ...], newest: tuple[Entry, ...]) -> None:
        super().__init__(f"{change.kind} {change.id} was written by somebody else in the meantime")
        self.change = change
        self.base = base
        self.newest = newest


@dataclass(frozen=True, slots=True)
class Ledger:
    """A store with the clock, ids and salts that writing needs. ``clock`` must know its timezone."""

    store: Store
    clock: Callable[[], datetime]
    ids: Ids
    salts: Salts = field(default=random_salts)

    def append(
        self, change: Change, *, author: str, may_read: MayRead, granted: Collection[str] = frozenset()
    ) -> Entry:
        """Adds one version. ``granted``: tokens of single versions the writer may read beside their label sets.

        Raises ``Stale`` (L2), or ``Faults`` for a change that cannot be one, or that names as base what is not
        there for this writer. A newer version the writer may not read changes nothing in the answer.
        """
        return self.append_many([change], author=author, may_read=may_read, granted=granted)[0]

    def append_many(
        self, changes: Iterable[Change], *, author: str, may_read: MayRead, granted: Collection[str] = frozenset()
    ) -> tuple[Entry, ...]:
        """Adds all in one transaction, in order, with one time; or none, when one is refused."""
        wanted = tuple(changes)
        if any(change.kind == ERASURE for change in wanted):
            raise refuse(ERASURE, "an erasure cannot be written by hand", "erase the version it is about")
        with self.store.writing() as writer:
            session = _Session(self, writer, author, may_read, frozenset(granted))
            return tuple(session.append(change) for change in wanted)

    def draw(self, author: str, labels: Iterable[str], count: int = 1) -> tuple[str, ...]:
        """New ids from the author's own stream under these labels, for records not yet written (L4)."""
        with self.store.writing() as writer:
            return tuple(_draw(self, writer, author, label_set(labels)) for _ in range(count))

    def erase(self, token: str, *, author: str, why: str, may_read: MayRead) -> Entry:
        """Destroys payload and salt of a version, leaving a tombstone that still verifies (L3); says so in its chain.

        Gives the entry of kind ``erasure``. Raises ``Faults`` when the version is not there for this writer, is
        destroyed already, or is an erasure itself.
        """
        with self.store.writing() as writer:
            session = _Session(self, writer, author, may_read, frozenset())
            line = writer.find(token, session.readable)
            if line is None or line.kind == ERASURE or writer.entry(line.pos).payload is None:
                raise refuse(f"version {token}", "there is no such version to erase", "name one that can be read")
            payload = {"token": token, "why": why}
            said = session.append(Change(ERASURE, payload, line.labels))
            writer.destroy(line.pos)
            return said


class _Session:
    """One transaction of one writer: what they may read, the one time, and what was written in it."""

    def __init__(self, ledger: Ledger, writer: Writer, author: str, may_read: MayRead, granted: frozenset[str]) -> None:
        if not is_word(author):
            raise refuse("author", f"{author!r} cannot be an author", "name who writes by a short word")
        self.ledger, self.writer, self.author, self.may_read, self.granted = ledger, writer, author, may_read, granted
        self.now = stamp(ledger.clock())
        self.readable = {labels for labels in writer.labelsets() if may_read(frozenset(labels))}
        self.granted_lines = [line for line in map(self._granted, sorted(granted)) if line is not None]
        self.written: set[str] = set()

    def append(self, change: Change) -> Entry:
        labels = label_set(change.labels)
        address = f"{change.kind} {change.id or '(new)'}"
        _check(address, change)
        if not self.may_read(frozenset(labels)):
            raise refuse(address, "its author may not read it", f"leave out a label of {labels_text(labels)}")
        record = change.id or _draw(self.ledger, self.writer, self.author, labels)
        payload = change.payload
        if change.id is None and not isinstance(payload, bytes):
            payload = {"id": record, **payload}
        bases = self._judge(address, change, labels, self._visible(record) if change.id else [])
        entry = self._entry(change, record, labels, payload_bytes(address, payload), bases)
        entry = replace(entry, hash=entry_hash(entry))
        self.writer.put(entry, change.search_text)
        self.readable.add(labels)
        self.written.add(entry.token)
        return entry

    def _judge(self, address: str, change: Change, labels: Labels, visible: list[Line]) -> tuple[Line, ...]:
        """What to store as bases: the line's last and those named whose labels it carries (D12). Refuses as L2 says."""
        known = {line.token: line for line in visible}
        if missing := [token for token in change.bases if token not in known]:
            raise refuse(address, f"there is no version {missing[0]} of it", "read the record again")
        if other := next((line.kind for line in visible if line.kind != change.kind), None):
            raise refuse(address, f"this id names a {other}", "choose another id")
        read = with_ancestors(change.bases, visible)
        line_last = max((line for line in visible if line.labels == labels), key=lambda v: v.version, default=None)
        if line_last and line_last.token in self.written and line_last.token not in read:
            raise refuse(address, f"stands twice under the labels {labels_text(labels)}", "keep one of the two")
        touched = {*change.bases, *([line_last.token] if line_last else [])}
        unread = [
            head
            for head in heads_of(visible)
            if head.token not in read | self.written
            and (not change.bases or not with_ancestors([head.token], visible).isdisjoint(touched))
        ]
        if unread:
            raise Stale(change, self._entries(known[token] for token in change.bases), self._entries(unread))
        bases = dict.fromkeys([*([line_last] if line_last else []), *map(known.__getitem__, change.bases)])
        return tuple(base for base in bases if set(base.labels) <= set(labels))

    def _entry(self, change: Change, record: str, labels: Labels, payload: bytes, bases: tuple[Line, ...]) -> Entry:
        previous, before = self.writer.last(labels) or (FIRST, "")
        version = 1 + max((base.version for base in bases if base.labels == labels), default=0)
        salt = self.ledger.salts(f"{labels_text(labels)} {record} {version} {self.author}")
        if len(salt) != SALT_BYTES:
            raise ValueError(f"a salt has {SALT_BYTES} bytes")
        return Entry(
            kind=change.kind,
            id=record,
            labels=labels,
            version=version,
            author=self.author,
            # a clock that went back is held by what this entry's readers see, by nothing else (D4)
            recorded=max(self.now, before, *(base.recorded for base in bases)),
            on=change.on,
            known_from=change.known_from or next((base.known_from for base in bases if base.known_from), None),
            needs=tuple(sorted(set(change.needs))),
            schema=change.schema,
            gone=change.gone,
            bases=tuple(base.token for base in bases),
            previous=previous,
            commitment=commit(salt, payload),
            hash="",
            payload=payload,
            salt=salt,
        )

    def _visible(self, record: str) -> list[Line]:
        found = self.writer.versions(record, self.readable)
        return found + [line for line in self.granted_lines if line.id == record and line.labels not in self.readable]

    def _granted(self, token: str) -> Line | None:
        return self.writer.find(token, self.writer.labelsets())

    def _entries(self, lines: Iterable[Line]) -> tuple[Entry, ...]:
        return tuple(self.writer.entry(line.pos) for line in lines)


def _draw(ledger: Ledger, writer: Writer, author: str, labels: Labels) -> str:
    count = writer.drawn(labels, author)
    while True:
        drawn = ledger.ids(author, labels, count)
        count += 1
        if not writer.versions(drawn, (labels,)):  # after an import the stream may meet ids drawn before
            writer.set_drawn(labels, author, count)
            return drawn


def _check(address: str, change: Change) -> None:
    if not is_word(change.kind):
        raise refuse(address, f"{change.kind!r} cannot be a kind", "use a short word")
    for word in [*([] if change.id is None else [change.id]), *change.needs]:
        if not is_word(word):
            raise refuse(address, f"{word!r} cannot be an id", "use 1 to 200 characters without spaces and commas")
    for name, day in (("on", change.on), ("known_from", change.known_from)):
        if day is not None and not is_partial_date(day):
            raise refuse(f"{address}, {name}", f"{day!r} is not a date", "write 2025, 2025-10 or 2025-10-14")
    if not 1 <= change.schema < 1_000_000:
        raise refuse(f"{address}, schema", f"{change.schema!r} is not a schema number", "count from 1")
