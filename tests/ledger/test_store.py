"""Both stores give the same answers; many writers lose nothing; a killed one leaves a whole store."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from onetext.files.faults import Faults
from onetext.ledger.chain import verify
from onetext.ledger.entry import Entry
from onetext.ledger.ids import keyed_ids, random_salts
from onetext.ledger.log import log_lines
from onetext.ledger.memory import MemoryStore
from onetext.ledger.reading import Spine
from onetext.ledger.sqlite import SqliteStore
from onetext.ledger.store import Store
from onetext.ledger.writing import Change, Ledger, Stale
from tests.ledger.people import CLEARED, OPEN, Desk, ana
from tests.ledger.scripts import CLEARANCES, Step, play, scripts

WRITERS = 8
EDITS = 40


@settings(max_examples=25, deadline=None)
@given(script=scripts)
def test_memory_and_sqlite_give_the_same_answers(script: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        memory, sqlite = MemoryStore(), SqliteStore(Path(folder) / "case.onetext")
        desks = [Desk(memory), Desk(sqlite)]
        assert play(desks[0], script) == play(desks[1], script)
        rows = memory.rows(0)
        everything = [row.pos for row in rows]
        assert sqlite.rows(0) == rows
        assert sqlite.rows(3) == memory.rows(3)
        assert list(sqlite.chains()) == list(memory.chains())
        assert list(sqlite.chains([("a",)])) == list(memory.chains([("a",)]))
        assert sqlite.entries(everything) == memory.entries(everything)
        assert sqlite.payloads([*everything, 99]) == memory.payloads([*everything, 99])
        assert [sqlite.find(row.token) for row in rows] == rows == [memory.find(row.token) for row in rows]
        for words in (["text"], ["text", "a"], ["tex", "1"], ["nothing"], []):
            for labelsets in (CLEARANCES, CLEARANCES[:1], CLEARANCES[1:2]):
                assert sqlite.matches(words, labelsets) == memory.matches(words, labelsets)
        sqlite.close()


def test_words_are_found_in_any_letters_by_how_they_begin(desk: Desk) -> None:
    texts = ["Угода щодо Їжі та води", "the GUARANTEES, clause_7 (b)", "Straße; don't", "ＦＵＬＬ width", "naïve Ελλάς"]
    for text in texts:
        desk.write(text)
    first, second, third, fourth, fifth = range(1, len(texts) + 1)
    for words, found in {
        "їжі": {first},
        "ВОД угод": {first},
        "guarantee": {second},
        "clause_7": {second},
        "CLAUSE B": {second},
        "strasse": {third},
        "don't": {third},
        "full": {fourth},
        "ΕΛΛΆΣ": {fifth},
        "naïve": {fifth},
        "aive": set(),
        "guarantees water": set(),
        '"': set(),
        "": set(),
        "th* OR NEAR(": set(),
    }.items():
        assert desk.spine.matches(OPEN, words) == found, words
        assert desk.spine.matches(frozenset(), words) == set()


def add_words(store: Store, name: str, record: str) -> None:
    """Adds a word ``EDITS`` times to what the record says, reading it again whenever somebody else was first."""
    ledger = Ledger(store, lambda: datetime.now(UTC), keyed_ids(b"ids"))
    spine = Spine(store)
    for number in range(EDITS):
        while True:
            (head,) = spine.refresh().heads(OPEN, record)
            text = spine.entries([head.pos])[head.pos].data()["text"]
            change = Change("point", {"text": f"{text} {name}{number}"}, (), record, [head.token])
            try:
                ledger.append(change, author=name, may_read=ana)
                break
            except Stale:
                continue


def add_words_in_a_process(path: Path, name: str, record: str) -> None:
    store = SqliteStore(path, create=False)
    add_words(store, name, record)
    store.close()


def written_words(store: Store, records: list[str]) -> list[str]:
    state, spine = Spine(store).state(), Spine(store)
    heads = [head for record in records for head in state.heads(OPEN, record)]
    assert len(heads) == len(records)
    return [word for head in heads for word in spine.entries([head.pos])[head.pos].data()["text"].split()]


def test_eight_threads_lose_no_edit(store: Store) -> None:
    records = ["r0", "r1", "r2"]
    ledger = Desk(store).ledger
    ledger.append_many([Change("point", {"text": ""}, (), record) for record in records], author="ana", may_read=ana)
    follower = Spine(store)
    stop = follower.follow(0.002)
    threads = [
        threading.Thread(target=add_words, args=(store, f"w{number}-", records[number % 3]))
        for number in range(WRITERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stop()
    expected = sorted(f"w{number}-{edit}" for number in range(WRITERS) for edit in range(EDITS))
    assert sorted(written_words(store, records)) == expected
    assert verify(store.chains()).whole
    follower.refresh()  # it polled all the time, and missed nothing
    assert follower.state().runs(OPEN, ["point"]) == Spine(store).state().runs(OPEN, ["point"])
    assert sum(len(follower.state().history(OPEN, record)) for record in records) == WRITERS * EDITS + 3


def test_four_processes_lose_no_edit(tmp_path: Path) -> None:
    path = tmp_path / "case.onetext"
    store = SqliteStore(path)
    Desk(store).write("", id="r0")
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=add_words_in_a_process, args=(path, f"w{number}-", "r0")) for number in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0] * 4
    expected = sorted(f"w{number}-{edit}" for number in range(4) for edit in range(EDITS))
    assert sorted(written_words(store, ["r0"])) == expected
    assert verify(store.chains()).whole
    store.close()


def die_in_mid_import(path: Path) -> None:
    """Writes one record, then half of an import, and is killed."""
    store = SqliteStore(path)
    Desk(store).write("kept", id="r0")
    left = iter(range(30))

    def salts(entry: str) -> bytes:
        if next(left, None) is None:
            sys.stdout.flush()
            os.kill(os.getpid(), signal.SIGKILL)
        return random_salts(entry)

    ledger = Ledger(store, lambda: datetime.now(UTC), keyed_ids(b"ids"), salts)
    changes = [Change("point", {"text": f"lost {number}"}, ("team",), search_text="lost") for number in range(60)]
    ledger.append_many(changes, author="ana", may_read=ana)


def test_killed_process_leaves_a_whole_store(tmp_path: Path) -> None:
    path = tmp_path / "case.onetext"
    worker = multiprocessing.get_context("spawn").Process(target=die_in_mid_import, args=(path,))
    worker.start()
    worker.join()
    assert worker.exitcode == -signal.SIGKILL
    store = SqliteStore(path, create=False)
    assert [entry.data() for entry in store.chains()] == [{"text": "kept"}]
    assert verify(store.chains()).whole
    desk = Desk(store)
    assert desk.spine.matches(CLEARED, "lost") == set()
    desk.write("goes on", ["team"])
    assert verify(store.chains()).whole
    store.close()


def test_readers_see_nothing_of_a_transaction_until_it_is_committed(desk: Desk) -> None:
    desk.write("before")
    seen: list[int] = []

    def may_read(labels: frozenset[str]) -> bool:
        seen.append(desk.spine.refresh().last)
        seen.append(len(list(desk.store.chains())))
        return True

    changes = [Change("point", {"text": str(number)}, ()) for number in range(3)]
    desk.ledger.append_many(changes, author="ana", may_read=may_read)
    assert set(seen) == {1}
    assert desk.spine.refresh().last == 4


def test_spine_begins_again_when_another_store_lies_under_it(tmp_path: Path) -> None:
    path = tmp_path / "case.onetext"
    desk = Desk(SqliteStore(path))
    desk.write("one")
    copy = b"".join(log_lines(desk.store))
    desk.write("two")
    assert len(desk.spine.refresh().run(OPEN, "point")) == 2
    other = Desk(SqliteStore(tmp_path / "restored.onetext"))
    other.write("one")
    assert b"".join(log_lines(other.store)) == copy
    desk.spine._store = other.store
    assert len(desk.spine.refresh().run(OPEN, "point")) == 1
    other.write("three")
    assert len(desk.spine.refresh().run(OPEN, "point")) == 2
    desk.store.close()
    other.store.close()


def test_erased_payload_is_in_no_file_of_the_store(tmp_path: Path) -> None:
    desk = Desk(SqliteStore(tmp_path / "case.onetext"))
    names = [desk.write(f"name zanzibar{number} and others", ["team"]) for number in range(20)]
    kept = desk.write("name zanzibar99")
    salts = [entry.salt for entry in names]
    for entry in names:
        desk.ledger.erase(entry.token, author="ana", why="asked", may_read=ana)
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert [number for number in range(20) if b"zanzibar%d " % number in files] == []
    assert [salt for salt in salts if salt is not None and salt in files] == []
    assert kept.payload is not None
    assert kept.payload in files
    desk.store.close()


def test_sqlite_file_refuses_to_change_or_lose_an_entry(tmp_path: Path) -> None:
    desk = Desk(SqliteStore(tmp_path / "case.onetext"))
    desk.write("one")
    with sqlite3.connect(tmp_path / "case.onetext") as connection:
        for statement in ("UPDATE entries SET author = 'bo'", "DELETE FROM entries"):
            with pytest.raises(sqlite3.IntegrityError, match="append only"):
                connection.execute(statement)
    connection.close()
    desk.store.close()


def test_every_index_begins_with_the_label_set(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "case.onetext")
    connection = sqlite3.connect(tmp_path / "case.onetext")
    indexes = [row[1] for row in connection.execute("PRAGMA index_list(entries)")]
    first = {name: connection.execute(f"PRAGMA index_info({name})").fetchone()[2] for name in indexes}
    assert first == dict.fromkeys(["entries_chain", "entries_token", "entries_line"], "labelset")
    write = store._pair().write
    modes = [write.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert modes == ["wal", 2]  # 2 is FULL
    connection.close()
    store.close()


def test_search_asks_no_index_of_a_label_set_that_is_not_permitted(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "case.onetext")
    desk = Desk(store)
    desk.write("water")
    desk.write("water, ours", ["team"])
    asked: list[str] = []
    store._pair().read.set_trace_callback(asked.append)
    assert desk.spine.matches(OPEN, "water") == {1}
    assert [statement.split("FROM ")[1].split()[0] for statement in asked if "MATCH" in statement] == ["words_1"]
    store.close()


@pytest.mark.parametrize("content", [b"not a database" * 100, b"SQLite format 3\x00" + b"\xff" * 5000, "other"])
def test_file_that_is_no_store_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes | str) -> None:
    path = tmp_path / "case.onetext"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE notes (text)")
        connection.close()
    before = path.read_bytes()
    with pytest.raises(Faults):
        SqliteStore(path)
    assert path.read_bytes() == before


def test_store_of_a_later_form_and_store_that_is_not_there_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.onetext"
    SqliteStore(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 2")
    connection.close()
    with pytest.raises(Faults, match="form 2"):
        SqliteStore(path)
    with pytest.raises(Faults, match="no such store"):
        SqliteStore(tmp_path / "none", create=False)
    with pytest.raises(Faults):
        SqliteStore(tmp_path / "none" / "case.onetext")


def test_value_is_kept_once_and_for_good(store: Store) -> None:
    assert store.keep("ids", b"first") == b"first"
    assert store.keep("ids", b"second") == b"first"


def test_store_opened_again_holds_what_it_held(tmp_path: Path) -> None:
    path = tmp_path / "case.onetext"
    desk = Desk(SqliteStore(path))
    first: Entry = desk.write("one", ["team"], on="2025-10", needs=["s2", "s1"])
    desk.store.close()
    again = Desk(SqliteStore(path, create=False))
    assert list(again.store.chains()) == [first]
    assert again.ledger.draw("ana", ["team"]) != (first.id,)
    again.store.close()
