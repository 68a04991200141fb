"""Rule L3: whatever is done to a chain is found; an erasure is not a fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetext.files.faults import Faults
from onetext.ledger.chain import Proof, verify
from onetext.ledger.entry import Entry, commit, entry_hash
from onetext.ledger.memory import MemoryStore
from onetext.ledger.writing import Change
from tests.ledger.people import CLEARED, OPEN, Desk, ana

Entries = list[Entry]
PUBLIC, TEAM = (), ("team",)


def small_ledger() -> Desk:
    """Seven entries: two chains, a line of three, a line under both label sets, an erased version and its erasure."""
    desk = Desk(MemoryStore())
    first = desk.write("one", on="2025-10", known_from="2025-10-14", needs=["s1"])
    desk.later()
    second = desk.write("two", over=[first])
    desk.write("three", over=[second])
    desk.write("three, ours", TEAM, id="p09")
    told = desk.write("told in error", TEAM, id="p10")
    desk.later()
    desk.ledger.erase(told.token, author="ana", why="a name was in it", may_read=ana)
    desk.write("", over=[desk.write("gone")], gone=True)
    return desk


ENTRIES = list(small_ledger().store.chains())
HEADS = verify(ENTRIES).heads


def found(entries: Entries, heads: Mapping[tuple[str, ...], str] | None = HEADS) -> Proof:
    return verify(entries, heads)


def test_untouched_ledger_is_whole(desk: Desk) -> None:
    for text in ("one", "two"):
        desk.write(text)
        desk.write(f"{text}, ours", TEAM)
    proof = verify(desk.store.chains())
    assert (proof.entries, proof.faults) == (4, ())
    assert list(proof.heads) == [PUBLIC, TEAM]
    assert verify(desk.store.chains(OPEN)).heads == {PUBLIC: proof.heads[PUBLIC]}


def test_small_ledger_is_whole_also_when_it_has_grown_since_its_heads_were_listed() -> None:
    assert found(ENTRIES).faults == ()
    desk = small_ledger()
    listed = verify(desk.store.chains()).heads
    desk.write("more")
    assert verify(desk.store.chains(), listed).whole


@given(place=st.integers(0, len(ENTRIES) - 1))
def test_missing_entry_is_found(place: int) -> None:
    assert not found(ENTRIES[:place] + ENTRIES[place + 1 :]).whole


@given(place=st.integers(0, len(ENTRIES) - 1), to=st.integers(0, len(ENTRIES)))
def test_entry_added_twice_is_found(place: int, to: int) -> None:
    assert not found([*ENTRIES[:to], ENTRIES[place], *ENTRIES[to:]]).whole


@given(one=st.integers(0, len(ENTRIES) - 1), other=st.integers(0, len(ENTRIES) - 1))
def test_swapped_entries_are_found(one: int, other: int) -> None:
    swapped = list(ENTRIES)
    swapped[one], swapped[other] = swapped[other], swapped[one]
    changed = [e for e in swapped if e.labels == PUBLIC] != [e for e in ENTRIES if e.labels == PUBLIC]
    changed |= [e for e in swapped if e.labels == TEAM] != [e for e in ENTRIES if e.labels == TEAM]
    assert found(swapped).whole is not changed


def test_tail_cut_off_and_chain_lost_whole_are_found_against_the_list_of_heads() -> None:
    without_tail = [entry for entry in ENTRIES if entry.hash != HEADS[PUBLIC]]
    assert found(without_tail, None).whole  # it cannot show in the chain itself
    assert [fault.address for fault in found(without_tail).faults] == ["chain public"]
    public_only = [entry for entry in ENTRIES if entry.labels == PUBLIC]
    assert found(public_only, None).whole
    assert [fault.address for fault in found(public_only).faults] == ["chain team"]


CHANGES: dict[str, Callable[[Entry], Any]] = {
    "kind": lambda e: e.kind + "x",
    "id": lambda e: e.id + "x",
    "labels": lambda _: ("other",),
    "version": lambda e: e.version + 1,
    "author": lambda _: "bo",
    "recorded": lambda _: "2025-11-19T08:00:00.000001Z",
    "on": lambda _: "2024",
    "known_from": lambda _: "2024",
    "needs": lambda e: (*e.needs, "s2"),
    "schema": lambda e: e.schema + 1,
    "gone": lambda e: not e.gone,
    "bases": lambda e: (*e.bases, "f" * 64),
    "previous": lambda _: "e" * 64,
    "commitment": lambda _: "d" * 64,
    "hash": lambda _: "c" * 64,
    "payload": lambda e: b'{"text":"other"}' if e.payload else None,
    "salt": lambda e: b"s" * 32 if e.payload else None,
}


def test_every_field_is_among_the_changes() -> None:
    assert list(CHANGES) == list(Entry.__dataclass_fields__)


@given(place=st.integers(0, len(ENTRIES) - 1), field=st.sampled_from(list(CHANGES)))
def test_changed_field_is_found(place: int, field: str) -> None:
    entry = ENTRIES[place]
    forged = replace(entry, **{field: CHANGES[field](entry)})
    entries = [*ENTRIES[:place], forged, *ENTRIES[place + 1 :]]
    assert found(entries, None).whole is (forged == entry)


@given(place=st.integers(0, len(ENTRIES) - 1), field=st.sampled_from(list(CHANGES)))
def test_changed_field_is_found_by_the_listed_head_when_all_later_hashes_are_made_anew(place: int, field: str) -> None:
    entry = ENTRIES[place]
    forged = replace(entry, **{field: CHANGES[field](entry)})
    if field == "payload" and forged.payload and forged.salt:
        forged = replace(forged, commitment=commit(forged.salt, forged.payload))
    entries, heads = [], dict.fromkeys([PUBLIC, TEAM, ("other",)], "0" * 64)
    for old in [*ENTRIES[:place], forged, *ENTRIES[place + 1 :]]:
        anew = replace(old, previous=heads[old.labels])
        entries.append(replace(anew, hash=entry_hash(anew)))
        heads[old.labels] = entries[-1].hash
    assert found(entries).whole is (entries == ENTRIES)


def test_erasure_leaves_a_tombstone_that_verifies_and_says_who_and_why(desk: Desk) -> None:
    first = desk.write("a name", TEAM)
    desk.later()
    said = desk.ledger.erase(first.token, author="ana", why="asked by the person", may_read=ana)
    assert verify(desk.store.chains()).whole
    tombstone = next(entry for entry in desk.store.chains() if entry.id == first.id)
    assert tombstone == replace(first, payload=None, salt=None)
    assert said.data() == {"id": said.id, "token": first.token, "why": "asked by the person"}
    assert (said.author, said.recorded, said.labels) == ("ana", "2025-11-19T08:01:00.000000Z", TEAM)
    assert desk.texts(CLEARED, first.id) == []
    assert desk.spine.matches(CLEARED, "name") == set()


def test_payload_destroyed_without_an_erasure_is_found() -> None:
    silent = [replace(e, payload=None, salt=None) if e.version == 2 else e for e in ENTRIES]
    assert "no entry says" in found(silent).faults[0].problem


def test_erasure_of_what_cannot_be_erased_is_refused(desk: Desk) -> None:
    first = desk.write("ours", TEAM)
    with pytest.raises(Faults):
        desk.ledger.erase(first.token, author="bo", why="", may_read=lambda labels: not labels)
    said = desk.ledger.erase(first.token, author="ana", why="", may_read=ana)
    for token in (said.token, first.token, "f" * 64):
        with pytest.raises(Faults):
            desk.ledger.erase(token, author="ana", why="", may_read=ana)
    assert verify(desk.store.chains()).whole


def test_version_may_go_on_after_an_erasure(desk: Desk) -> None:
    first = desk.write("a name")
    desk.ledger.erase(first.token, author="ana", why="", may_read=ana)
    desk.ledger.append(Change("point", {"text": "no name"}, (), first.id, [first.token]), author="ana", may_read=ana)
    assert desk.texts(OPEN, first.id) == ["no name"]
    assert verify(desk.store.chains()).whole
