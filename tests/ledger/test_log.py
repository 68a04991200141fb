"""The log ``ledger/1``: it comes back as it went, every changed byte is found, and hostile files get a message."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onetext.files.faults import Faults
from onetext.ledger.chain import verify
from onetext.ledger.entry import Entry, is_partial_date
from onetext.ledger.log import HEADER, import_log, log_lines, read_heads, verify_log, write_log
from onetext.ledger.memory import MemoryStore
from onetext.ledger.reading import Spine
from onetext.ledger.store import Store
from tests.ledger.people import CLEARED, OPEN, Desk
from tests.ledger.test_chain import ENTRIES, HEADS, small_ledger

LOG = b"".join(log_lines(small_ledger().store))
LINES = LOG.splitlines(keepends=True)


def shown(entry: Entry) -> str:
    return str(entry.data().get("text", ""))


def verified(tmp_path: Path, log: bytes) -> bool:
    path = tmp_path / "log"
    path.write_bytes(log)
    return verify_log(path)["whole"] is True


def test_log_is_verified_with_its_heads(tmp_path: Path) -> None:
    path = tmp_path / "case.log"
    write_log(path, small_ledger().store)
    heads = {"public": HEADS[()], "team": HEADS["team",]}
    assert verify_log(path) == {"whole": True, "entries": 8, "heads": heads, "faults": []}
    listed = tmp_path / "heads.json"
    listed.write_text(json.dumps(verify_log(path)), "utf-8")
    assert verify_log(path, listed)["whole"] is True
    listed.write_bytes(LINES[-1])
    assert read_heads(listed) == HEADS


def test_log_of_what_is_open_holds_nothing_else_and_does_not_move_with_it(tmp_path: Path) -> None:
    desk = small_ledger()
    before = b"".join(log_lines(desk.store, OPEN))
    desk.write("more of ours", ["team"])
    assert b"".join(log_lines(desk.store, OPEN)) == before
    assert b"ours" not in before
    assert b"more of ours" in b"".join(log_lines(desk.store, CLEARED))
    assert verified(tmp_path, before)


def test_log_opened_in_an_empty_store_gives_the_same_ledger(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "case.log"
    path.write_bytes(LOG)
    assert import_log(path, store, shown) == 8
    assert list(store.chains()) == ENTRIES
    assert b"".join(log_lines(store)) == LOG
    spine, before = Spine(store), small_ledger().spine
    before.refresh()
    for permitted in (OPEN, CLEARED):
        assert spine.state().tag(permitted) == before.state().tag(permitted)
        assert [key._replace(pos=0) for key in spine.state().run(permitted, "point")] == [
            key._replace(pos=0) for key in before.state().run(permitted, "point")
        ]
    assert len(spine.matches(CLEARED, "THREE ours")) == 1
    with pytest.raises(Faults, match="not empty"):
        import_log(path, store, shown)


def test_work_goes_on_in_an_opened_log_with_new_ids(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "case.log"
    path.write_bytes(LOG)
    import_log(path, store, shown)
    desk = Desk(store)
    desk.later(10)
    old = {entry.id for entry in ENTRIES}
    new = {desk.write(text, labels).id for text in ("a", "b", "c") for labels in ((), ("team",))}
    assert len(new - old) == 6
    assert verify(store.chains(), HEADS).whole


def test_broken_log_is_not_opened(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "case.log"
    path.write_bytes(b"".join(LINES[:3] + LINES[4:]))
    with pytest.raises(Faults, match="one is missing, added or swapped"):
        import_log(path, store, shown)
    assert list(store.chains()) == []


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, len(LOG) - 1), bits=st.integers(1, 255))
def test_changed_byte_is_found(tmp_path: Path, place: int, bits: int) -> None:
    assert not verified(tmp_path, LOG[:place] + bytes([LOG[place] ^ bits]) + LOG[place + 1 :])


def test_every_single_byte_of_a_smaller_log_counts(tmp_path: Path) -> None:
    desk = Desk(MemoryStore())
    desk.write("two", over=[desk.write("one")])
    log = b"".join(log_lines(desk.store))
    unseen = [place for place in range(len(log)) if verified(tmp_path, log[:place] + b"7" + log[place + 1 :])]
    assert {log[place] for place in unseen} == {ord("7")}  # only where nothing was changed


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.integers(0, len(LOG) - 1), length=st.integers(1, 40))
def test_cut_out_piece_is_found(tmp_path: Path, start: int, length: int) -> None:
    assert not verified(tmp_path, LOG[:start] + LOG[start + length :])


def test_every_cut_off_line_missing_line_and_repeated_line_is_found(tmp_path: Path) -> None:
    for number in range(len(LINES)):
        assert not verified(tmp_path, b"".join(LINES[:number]))
        assert not verified(tmp_path, b"".join(LINES[:number] + LINES[number + 1 :]))
        assert not verified(tmp_path, b"".join([*LINES[:number], LINES[number], *LINES[number:]]))


def test_swapped_chains_are_found(tmp_path: Path) -> None:
    """No chain is changed by it, yet the bytes are others than were written."""
    entries = LINES[1:-1]
    first = json.loads(entries[0])["labels"]
    chain = [line for line in entries if json.loads(line)["labels"] == first]
    rest = [line for line in entries if json.loads(line)["labels"] != first]
    assert chain
    assert rest
    assert not verified(tmp_path, b"".join([LINES[0], *rest, *chain, LINES[-1]]))


@pytest.mark.parametrize("day", ["2025-02-30", "0000"])
def test_day_that_no_calendar_has_is_no_day_of_an_entry(day: str) -> None:
    assert not is_partial_date(day)


def test_log_without_entries_is_whole(tmp_path: Path) -> None:
    assert verified(tmp_path, b"".join(log_lines(MemoryStore())))


def other(**fields: object) -> bytes:
    entry = json.loads(LINES[1])
    return json.dumps({**entry, **fields}, separators=(",", ":")).encode() + b"\n"


@pytest.mark.parametrize(
    "log",
    [
        b"",
        b"\x00\xff" * 1000,
        b"onetext: case/1\n",
        LOG[:-1],
        LOG + b"\n",
        HEADER.replace(b"/1", b"/2") + LOG[len(HEADER) :],
        HEADER + b"[" * 200_000 + b"\n",
        HEADER + b'{"a":' * 200_000 + b"\n",
        HEADER + b"9" * 10_000 + b"\n",
        HEADER + b"null\n[]\n{}\n\xff\n\n",
        HEADER + b"not a line\n" * 5_000,
        *[HEADER + other(**{name: value}) for name in Entry.__dataclass_fields__ for value in (7.5, None, [["a"]])],
        HEADER + other(payload="[" * 200_000),
        HEADER + other(payload="[1]"),
        HEADER + other(payload="\ud800"),
        HEADER + other(labels=["public"]),
        HEADER + other(version=10**400),
        HEADER + other(more=1),
    ],
)
def test_hostile_log_gets_faults_and_no_traceback(tmp_path: Path, log: bytes, store: Store) -> None:
    path = tmp_path / "log"
    path.write_bytes(log)
    answer = verify_log(path)
    assert answer["whole"] is False
    assert 1 <= len(answer["faults"]) <= 100
    assert all(fault["address"] and fault["remedy"] for fault in answer["faults"])
    with pytest.raises(Faults):
        import_log(path, store, shown)
    assert list(store.chains()) == []


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"heads": 1}', '{"heads": {"public": 1}}', '{"heads": {"public": "f"}}', "[" * 100_000]
)
def test_list_of_heads_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "heads.json"
    path.write_text(text, "utf-8")
    with pytest.raises(Faults):
        read_heads(path)


@pytest.mark.parametrize("ask", [verify_log, lambda path: import_log(path, MemoryStore(), shown)])
def test_log_that_is_not_there_is_refused(tmp_path: Path, ask: Callable[[Path], object]) -> None:
    for path in (tmp_path / "none", tmp_path, Path("a\x00b")):
        with pytest.raises(Faults):
            ask(path)
