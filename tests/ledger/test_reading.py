"""The spine: orders, moments, facts, and that it does no work on what is not permitted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onetext.ledger.entry import Labels
from onetext.ledger.memory import MemoryStore
from onetext.ledger.reading import Spine, State
from onetext.ledger.spine import Chain, Key
from onetext.ledger.writing import Change
from tests.ledger.people import CLEARED, OPEN, Desk, ana, reads

TEAM = ("team",)


def test_lists_are_in_order_of_day_time_and_id_whatever_the_order_of_writing(desk: Desk) -> None:
    desk.write("third", id="p3", on="2025-11-02")
    desk.write("first", id="p9", known_from="2025-10-14")
    desk.write("fourth", id="p1")
    desk.write("second", TEAM, id="p2", on="2025-11")
    desk.later()
    desk.write("fifth", id="p0", on="2025-11-19")
    state = desk.spine.refresh()
    assert [key.id for key in state.run(CLEARED, "point")] == ["p9", "p2", "p3", "p1", "p0"]
    assert [key.id for key in state.run(OPEN, "point")] == ["p9", "p3", "p1", "p0"]

    (first,) = state.heads(OPEN, "p9")
    assert (first.day, first.on, first.known_from) == ("2025-10-14", None, "2025-10-14")


def test_several_kinds_are_merged_into_one_order(desk: Desk) -> None:
    for number, kind in enumerate(["contact", "statement", "contact"]):
        change = Change(kind, {}, (), f"c{number}", on=f"2025-11-0{number + 1}")
        desk.ledger.append(change, author="ana", may_read=ana)
    state = desk.spine.refresh()
    assert [key.id for key in state.runs(OPEN, ["statement", "contact", "contact"])] == ["c0", "c1", "c2"]
    assert [key.id for key in state.runs(OPEN, ["contact"])] == ["c0", "c2"]
    assert (state.runs(OPEN, ["plan"]), state.kinds(OPEN)) == ([], ("contact", "statement"))


def test_record_is_shown_as_it_stood_when_it_was_recorded(desk: Desk) -> None:
    first = desk.write("one")
    desk.later()
    second = desk.write("two", over=[first])
    desk.later()
    hidden = desk.write("two, ours", TEAM, over=[second])
    desk.later()
    desk.write("", TEAM, over=[hidden], gone=True)
    moments = {
        "2025-11-19T07:59:59.999999Z": [],
        first.recorded: ["one"],
        second.recorded: ["two"],
        hidden.recorded: ["two, ours"],
        "2025-11-19T09:00:00.000000Z": [],
    }
    state = desk.spine.refresh()
    for moment, texts in moments.items():
        assert desk.texts(CLEARED, first.id, recorded_at=moment) == texts
        assert len(state.run(CLEARED, "point", recorded_at=moment)) == len(texts)
    assert desk.texts(OPEN, first.id, recorded_at=hidden.recorded) == ["two"]
    assert [key.version for key in state.history(OPEN, first.id)] == [1, 2]
    assert len(state.history(CLEARED, first.id)) == 4


def test_request_that_holds_a_state_sees_one_state(desk: Desk) -> None:
    first = desk.write("one")
    before = desk.spine.refresh()
    run, tag = before.run(OPEN, "point"), before.tag(OPEN)
    desk.write("two", over=[first])
    desk.write("three")
    after = desk.spine.refresh()
    assert (before.run(OPEN, "point"), before.tag(OPEN), len(run)) == (run, tag, 1)
    assert (len(after.run(OPEN, "point")), after.tag(OPEN) == tag) == (2, False)


def test_lists_of_readers_who_may_not_see_a_change_are_not_made_again(desk: Desk) -> None:
    desk.write("one")
    before = desk.spine.refresh().run(OPEN, "point")
    desk.write("ours", TEAM)
    assert desk.spine.refresh().run(OPEN, "point") is before
    assert len(desk.spine.state().run(CLEARED, "point")) == 2


def test_shared_list_takes_up_what_was_added_and_replaced(desk: Desk) -> None:
    """Few news are put into the list, many make it anew; whoever holds the old one keeps it as it was."""
    first = desk.write("one", on="2025-11-03")
    for many in (1, 100):
        before = desk.spine.refresh().run(CLEARED, "point")
        held = list(before)
        first = desk.write("one again", over=[first], on="2025-11-02")
        for number in range(many):
            desk.write(f"more {number}", TEAM, on="2025-11-01")
        after = desk.spine.refresh()
        assert (before, len(after.run(CLEARED, "point"))) == (held, len(held) + many)
        assert after.run(CLEARED, "point") == Spine(desk.store).state().run(CLEARED, "point")
        assert after.run(CLEARED, "point")[-1].token == first.token


def test_refresh_without_news_gives_the_same_state(desk: Desk) -> None:
    desk.write("one")
    assert desk.spine.refresh() is desk.spine.refresh()


def test_fact_is_taken_from_a_payload_once(desk: Desk) -> None:
    for text in ("one", "two"):
        desk.write(text)
    desk.write("ours", TEAM)
    taken: list[bytes] = []

    def length(key: Key, payload: bytes) -> int:
        taken.append(payload)
        return len(payload)

    state = desk.spine.refresh()
    assert list(desk.spine.facts("length", state.run(OPEN, "point"), length).values()) == [38, 38]
    assert len(desk.spine.facts("length", state.run(CLEARED, "point"), length)) == 3
    assert len(taken) == 3
    assert not any(b"ours" in payload for payload in taken[:2])


def test_facts_of_a_destroyed_payload_are_forgotten(desk: Desk) -> None:
    told = desk.write("a name")
    keys = desk.spine.refresh().run(OPEN, "point")
    assert len(desk.spine.facts("text", keys, lambda _, payload: payload)) == 1
    desk.ledger.erase(told.token, author="ana", why="asked", may_read=ana)
    desk.spine.refresh()
    assert desk.spine.facts("text", keys, lambda _, payload: payload) == {}
    assert desk.spine.payload(keys[0].pos) is None


class Watched(Mapping[Labels, Chain]):
    """Chains that remember which of them were looked into."""

    def __init__(self, chains: Mapping[Labels, Chain]) -> None:
        self._chains = chains
        self.touched: set[Labels] = set()

    def __getitem__(self, labels: Labels) -> Chain:
        self.touched.add(labels)
        return self._chains[labels]

    def __contains__(self, labels: Any) -> bool:
        return labels in self._chains

    def __iter__(self) -> Iterator[Labels]:
        return iter(self._chains)

    def __len__(self) -> int:
        return len(self._chains)


def test_no_question_looks_into_a_run_that_is_not_permitted() -> None:
    desk = Desk(MemoryStore())
    first = desk.write("one")
    desk.write("one, ours", TEAM, over=[first])
    desk.write("theirs", ["other"], by=reads("other"))
    chains = Watched(desk.spine.refresh()._chains)
    state = State(desk.spine, chains, 3, {})
    state.run(OPEN, "point")
    state.runs(OPEN, ["point", "plan"], recorded_at=first.recorded)
    state.heads(OPEN, first.id)
    state.history(OPEN, first.id)
    state.tag(OPEN)
    state.kinds(OPEN)
    assert chains.touched == {()}
