"""A ledger in one SQLite file: one case, one writer at a time, whole transactions or nothing.

Every index begins with the label set, and each label set has a word index of its own, so that no question does work
on entries that the asker may not see. A thread reads through one connection and writes through another: what it has
not committed is not read by itself either.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import weakref
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from onetext.files.faults import refuse
from onetext.ledger.entry import Entry, Labels
from onetext.ledger.store import Line, Row
from onetext.ledger.words import words_of

_FORMAT = 1
_APPLICATION = 0x6F6E6574  # "onet" in the file's head
_WAIT_SECONDS = 30.0
_AT_ONCE = 500  # positions asked for in one statement

_TABLES = """
CREATE TABLE labelsets (number INTEGER PRIMARY KEY, labels TEXT NOT NULL UNIQUE);
CREATE TABLE entries (
    pos INTEGER PRIMARY KEY, labelset INTEGER NOT NULL REFERENCES labelsets, kind TEXT NOT NULL, id TEXT NOT NULL,
    version INTEGER NOT NULL, author TEXT NOT NULL, recorded TEXT NOT NULL, day_on TEXT, known_from TEXT,
    needs TEXT NOT NULL, schema INTEGER NOT NULL, gone INTEGER NOT NULL, bases TEXT NOT NULL,
    previous TEXT NOT NULL, token TEXT NOT NULL, hash TEXT NOT NULL);
CREATE UNIQUE INDEX entries_line ON entries (labelset, id, version);
CREATE UNIQUE INDEX entries_token ON entries (labelset, token);
CREATE INDEX entries_chain ON entries (labelset, pos);
CREATE TRIGGER entries_never_change BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER entries_never_go BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TABLE payloads (pos INTEGER PRIMARY KEY REFERENCES entries, payload BLOB NOT NULL, salt BLOB NOT NULL);
CREATE TABLE texts (pos INTEGER PRIMARY KEY REFERENCES entries, words TEXT NOT NULL);
CREATE TABLE erased (pos INTEGER PRIMARY KEY REFERENCES entries);
CREATE TABLE streams (
    labelset INTEGER NOT NULL REFERENCES labelsets, author TEXT NOT NULL, drawn INTEGER NOT NULL,
    PRIMARY KEY (labelset, author)) WITHOUT ROWID;
CREATE TABLE kept (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""
_LINE = "pos, labelset, kind, id, version, recorded, known_from, bases, token"
_ROW = "pos, labelset, kind, id, version, recorded, day_on, known_from, needs, schema, gone, bases, token, hash"
_ENTRY = (
    "kind, id, labelset, version, author, recorded, day_on, known_from, needs, schema, gone, bases, previous, token, "
    "hash, CAST(payload AS BLOB), CAST(salt AS BLOB)"
)


class _Pair:
    """The two connections of one thread of one process."""

    def __init__(self, read: sqlite3.Connection, write: sqlite3.Connection) -> None:
        self.process = os.getpid()
        self.read = read
        self.write = write

    def close(self) -> None:
        self.read.close()
        self.write.close()


class SqliteStore:
    """A store in the file at ``path``. Raises ``Faults`` when the file cannot be one, or is busy for 30 seconds."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        self._address = path.name
        self._local = threading.local()
        self._pairs: weakref.WeakSet[_Pair] = weakref.WeakSet()
        self._turn = threading.Lock()  # SQLite's own waiting is not fair; threads of one process queue here
        self._labels: dict[int, Labels] = {}
        if not create and not path.is_file():
            raise refuse(str(path), "there is no such store", "check the path, or import a case into it first")
        with (
            self._faults("is not a store of onetext", "name a file that onetext made"),
            self._refusals("cannot be opened", "check disk and permissions: a store is written to when it is opened"),
        ):
            self._set_up(create=create)

    @contextmanager
    def writing(self) -> Iterator[SqliteWriter]:
        with self._turn, self._faults("cannot be written", "try again; if it goes on, check disk and permissions"):
            connection = self._pair().write
            connection.execute("BEGIN IMMEDIATE")
            try:
                writer = SqliteWriter(connection, self._names(connection))
                yield writer
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            self._labels |= writer.names
            if writer.destroyed:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def rows(self, since: int) -> list[Row]:
        with self._reading() as read:
            erased = {pos for (pos,) in read.execute("SELECT pos FROM erased")}
            found = read.execute(f"SELECT {_ROW} FROM entries WHERE pos >= ? ORDER BY pos", (since,)).fetchall()  # noqa: S608 -- our own names
            names = self._names(read, {row[1] for row in found})
        return [_row(row, names, erased) for row in found]

    def entries(self, positions: Sequence[int]) -> dict[int, Entry]:
        sql = f"SELECT pos, {_ENTRY} FROM entries LEFT JOIN payloads USING (pos) WHERE pos IN "  # noqa: S608 -- our own names
        with self._reading() as read:
            found = list(_by_position(read, sql, positions))
            names = self._names(read, {row[3] for row in found})
        return {row[0]: _entry(row[1:], names) for row in found}

    def payloads(self, positions: Sequence[int]) -> dict[int, bytes]:
        with self._reading() as read:
            return dict(_by_position(read, "SELECT pos, CAST(payload AS BLOB) FROM payloads WHERE pos IN ", positions))

    def find(self, token: str) -> Row | None:
        with self._reading() as read:
            names = self._names(read)
            sql = f"SELECT {_ROW} FROM entries WHERE labelset IN ({_marks(names)}) AND token = ?"  # noqa: S608 -- our own names
            row = read.execute(sql, (*names, token)).fetchone()
            if row is None:
                return None
            erased = {pos for (pos,) in read.execute("SELECT pos FROM erased WHERE pos = ?", (row[0],))}
            return _row(row, names, erased)

    def matches(self, words: Sequence[str], labelsets: Collection[Labels]) -> set[int]:
        if not words:
            return set()
        asked = " AND ".join(f'"{part}" *' for word in words for part in words_of(word))
        found: set[int] = set()
        with self._reading() as read:
            for number, labels in self._names(read).items():
                if asked and labels in labelsets:
                    sql = f"SELECT rowid FROM words_{number} WHERE words_{number} MATCH ?"  # noqa: S608 -- a number
                    found.update(pos for (pos,) in read.execute(sql, (asked,)))
        return found

    def chains(self, labelsets: Collection[Labels] | None = None) -> Iterator[Entry]:
        sql = (
            f"SELECT {_ENTRY} FROM entries INDEXED BY entries_chain LEFT JOIN payloads USING (pos) "  # noqa: S608 -- our own names
            "WHERE labelset = ? ORDER BY entries.pos"
        )
        with self._faults("cannot be read", "restore it from a backup"):
            connection = self._connect()
            try:
                connection.execute("BEGIN")  # one state for all chains
                names = self._names(connection)
                for labels, number in sorted((labels, number) for number, labels in names.items()):
                    if labelsets is None or labels in labelsets:
                        for row in connection.execute(sql, (number,)):
                            yield _entry(row, names)
            finally:
                connection.close()

    def keep(self, name: str, value: bytes) -> bytes:
        with self.writing() as writer:
            return writer.keep(name, value)

    def close(self) -> None:
        """Closes the connections of all threads."""
        for pair in list(self._pairs):
            pair.close()
        self._local = threading.local()

    def _set_up(self, *, create: bool) -> None:
        connection = self._connect()
        try:
            if self._is_new(connection) and not create:  # before anything is changed in a file that is not ours
                raise refuse(self._address, "is empty, not a store of onetext", "name a file that onetext made")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("BEGIN IMMEDIATE")
            if self._is_new(connection):
                for statement in _statements(_TABLES):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {_FORMAT}")
            connection.execute("COMMIT")
        finally:
            connection.close()

    def _is_new(self, connection: sqlite3.Connection) -> bool:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (form,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if tables and application != _APPLICATION:
            raise refuse(self._address, "is not a store of onetext", "name a file that onetext made")
        if tables and form != _FORMAT:
            raise refuse(self._address, f"is a store of form {form}", f"this program reads form {_FORMAT}")
        return not tables

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA secure_delete=ON")
        return connection

    def _pair(self) -> _Pair:
        pair: _Pair | None = getattr(self._local, "pair", None)
        if pair is None or pair.process != os.getpid():  # a connection must not cross a fork
            pair = self._local.pair = _Pair(self._connect(), self._connect())
            self._pairs.add(pair)
        return pair

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """One state for several statements."""
        with self._faults("cannot be read", "restore it from a backup"):
            connection = self._pair().read
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")

    @contextmanager
    def _refusals(self, problem: str, remedy: str) -> Iterator[None]:
        """What the disk or the system refuses; nothing is said against the file."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise refuse(self._address, f"{problem}: {error}", remedy) from error

    @contextmanager
    def _faults(self, problem: str, remedy: str) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:  # the second: SQLite's own words about a damaged file
            raise refuse(self._address, f"{problem}: {error}", remedy) from error

    def _names(self, connection: sqlite3.Connection, numbers: Collection[int] | None = None) -> dict[int, Labels]:
        """Label sets by number; a number never changes its meaning, so those known are not asked for again."""
        if numbers is None or not self._labels.keys() >= set(numbers):
            found = connection.execute("SELECT number, labels FROM labelsets").fetchall()
            self._labels = self._labels | {number: _split(text, ",") for number, text in found}
        return self._labels


class SqliteWriter:
    """The holder of the writer lock."""

    def __init__(self, connection: sqlite3.Connection, names: Mapping[int, Labels]) -> None:
        self._connection = connection
        self.destroyed = False
        self.names: dict[int, Labels] = dict(names)
        self._numbers = {labels: number for number, labels in self.names.items()}
        self._last: dict[Labels, tuple[str, str] | None] = {}

    def labelsets(self) -> Collection[Labels]:
        return self._numbers.keys()

    def last(self, labels: Labels) -> tuple[str, str] | None:
        if labels not in self._last:
            sql = "SELECT hash, recorded FROM entries WHERE labelset = ? ORDER BY pos DESC LIMIT 1"
            self._last[labels] = self._connection.execute(sql, (self._numbers.get(labels),)).fetchone()
        return self._last[labels]

    def versions(self, id: str, labelsets: Collection[Labels]) -> list[Line]:
        numbers = [self._numbers[labels] for labels in labelsets if labels in self._numbers]
        sql = f"SELECT {_LINE} FROM entries WHERE labelset IN ({_marks(numbers)}) AND id = ?"  # noqa: S608 -- our own names
        return [self._line(row) for row in sorted(self._connection.execute(sql, (*numbers, id)))]

    def find(self, token: str, labelsets: Collection[Labels]) -> Line | None:
        numbers = [self._numbers[labels] for labels in labelsets if labels in self._numbers]
        sql = f"SELECT {_LINE} FROM entries WHERE labelset IN ({_marks(numbers)}) AND token = ?"  # noqa: S608 -- our own names
        row = self._connection.execute(sql, (*numbers, token)).fetchone()
        return None if row is None else self._line(row)

    def entry(self, pos: int) -> Entry:
        sql = f"SELECT {_ENTRY} FROM entries LEFT JOIN payloads USING (pos) WHERE pos = ?"  # noqa: S608 -- our own names
        return _entry(self._connection.execute(sql, (pos,)).fetchone(), self.names)

    def put(self, entry: Entry, search_text: str) -> int:
        number = self._number(entry.labels)
        e, execute = entry, self._connection.execute
        values = (
            *(number, e.kind, e.id, e.version, e.author, e.recorded, e.on, e.known_from, " ".join(e.needs), e.schema),
            *(int(e.gone), " ".join(e.bases), e.previous, e.token, e.hash),
        )
        pos = execute(f"INSERT INTO entries VALUES (NULL, {_marks(values)})", values).lastrowid  # noqa: S608 -- marks
        assert pos is not None
        if e.payload is None:
            execute("INSERT INTO erased VALUES (?)", (pos,))
        else:
            execute("INSERT INTO payloads VALUES (?, ?, ?)", (pos, e.payload, e.salt))
        words = " ".join(words_of(search_text)) if e.payload is not None else ""
        if words:
            execute("INSERT INTO texts VALUES (?, ?)", (pos, words))
            execute(f"INSERT INTO words_{number} (rowid, words) VALUES (?, ?)", (pos, words))  # noqa: S608 -- a number
        self._last[e.labels] = (e.hash, e.recorded)
        return pos

    def destroy(self, pos: int) -> None:
        execute = self._connection.execute
        (number,) = execute("SELECT labelset FROM entries WHERE pos = ?", (pos,)).fetchone()
        for (words,) in execute("SELECT words FROM texts WHERE pos = ?", (pos,)).fetchall():
            index = f"words_{number}"
            execute(f"INSERT INTO {index} ({index}, rowid, words) VALUES ('delete', ?, ?)", (pos, words))  # noqa: S608 -- a number
            execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")  # noqa: S608 -- a number; drops the old words
            execute("DELETE FROM texts WHERE pos = ?", (pos,))
        execute("DELETE FROM payloads WHERE pos = ?", (pos,))
        execute("INSERT INTO erased VALUES (?)", (pos,))
        self.destroyed = True

    def drawn(self, labels: Labels, author: str) -> int:
        sql = "SELECT drawn FROM streams WHERE labelset = ? AND author = ?"
        row = self._connection.execute(sql, (self._numbers.get(labels), author)).fetchone()
        return int(row[0]) if row else 0

    def set_drawn(self, labels: Labels, author: str, count: int) -> None:
        values = (self._number(labels), author, count)
        self._connection.execute("INSERT OR REPLACE INTO streams VALUES (?, ?, ?)", values)

    def keep(self, name: str, value: bytes) -> bytes:
        self._connection.execute("INSERT OR IGNORE INTO kept VALUES (?, ?)", (name, value))
        (kept,) = self._connection.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
        return bytes(kept)

    def _number(self, labels: Labels) -> int:
        if labels not in self._numbers:
            execute = self._connection.execute
            number = execute("INSERT INTO labelsets VALUES (NULL, ?)", (",".join(labels),)).lastrowid
            assert number is not None
            execute(
                f"CREATE VIRTUAL TABLE words_{number} USING fts5"
                "(words, content='', columnsize=0, detail=none, tokenize='ascii tokenchars ''_''')"
            )
            self._numbers[labels] = number
            self.names[number] = labels
        return self._numbers[labels]

    def _line(self, row: Any) -> Line:
        pos, number, kind, id_, version, recorded, known_from, bases, token = row
        return Line(pos, self.names[number], kind, id_, version, recorded, known_from, _split(bases), token)


def _row(row: Any, names: dict[int, Labels], erased: set[int]) -> Row:
    pos, number, kind, id_, version, recorded, on, known_from, needs, schema, gone, bases, token, hash_ = row
    return Row(
        *(pos, names[number], kind, id_, version, recorded, on, known_from, _split(needs), schema, bool(gone)),
        *(_split(bases), token, hash_, pos in erased),
    )


def _entry(row: Any, names: dict[int, Labels]) -> Entry:
    kind, id_, number, version, author, recorded, on, known_from, needs, schema, gone, bases, *rest = row
    return Entry(
        *(kind, id_, names[number], version, author, recorded, on, known_from, _split(needs), schema, bool(gone)),
        *(_split(bases), *rest),
    )


def _split(text: str, by: str = " ") -> tuple[str, ...]:
    return tuple(text.split(by)) if text else ()


def _marks(values: Collection[object]) -> str:
    return ",".join("?" * len(values))


def _by_position(read: sqlite3.Connection, sql: str, positions: Sequence[int]) -> Iterator[Any]:
    for start in range(0, len(positions), _AT_ONCE):
        some = positions[start : start + _AT_ONCE]
        yield from read.execute(f"{sql}({_marks(some)})", some)


def _statements(script: str) -> Iterable[str]:
    """Statement by statement: ``executescript`` would commit between them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
