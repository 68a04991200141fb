"""D4 in the ledger: two runs that differ only in what Bo may not read give Bo the same bytes, and Ana loses no text.

Bo and Cy work in the open. Ana is cleared for ``team``; in the bare twin her hidden work does not happen. All three
write over what they see, and Bo and Cy often over an older version.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from onetext.files.faults import Faults
from onetext.ledger.chain import verify
from onetext.ledger.entry import Entry
from onetext.ledger.log import log_lines
from onetext.ledger.memory import MemoryStore
from onetext.ledger.store import Store
from onetext.ledger.writing import Change, Stale
from tests.ledger.people import CLEARED, OPEN, Desk, ana, bo

TEAM = ("team",)
RECORDS = ["r1", "r2"]
records = st.sampled_from(RECORDS)
uncleared = st.sampled_from(["bo", "cy"])


class TwoWriters(RuleBasedStateMachine):
    make_store: Callable[[], Store] = MemoryStore

    @initialize()
    def open_twins(self) -> None:
        self.full, self.bare = Desk(type(self).make_store()), Desk(type(self).make_store())
        self.twins = (self.full, self.bare)
        self.texts = 0

    def teardown(self) -> None:
        for desk in getattr(self, "twins", ()):
            desk.store.close()

    @rule(minutes=st.sampled_from([0, 1, 60, -30]))
    def time_goes_on(self, minutes: int) -> None:
        for desk in self.twins:
            desk.later(minutes)

    @rule(record=records, author=uncleared, back=st.sampled_from([0, 0, 1, 2]), gone=st.booleans())
    def uncleared_edit(self, record: str, author: str, back: int, gone: bool) -> None:
        """Over the newest version, or one further back, as the writer sees it."""
        self.texts += 1
        answers = [self.edit(desk, record, author, back, gone and back == 0) for desk in self.twins]
        assert answers[0] == answers[1]

    def edit(self, desk: Desk, record: str, author: str, back: int, gone: bool) -> object:
        history = desk.spine.refresh().history(OPEN, record)
        bases = [history[max(0, len(history) - 1 - back)].token] if history else []
        change = self.change(record, (), bases, gone=gone)
        return answer(desk, change, author=author, may_read=bo)

    @rule(author=uncleared)
    def uncleared_new_record(self, author: str) -> None:
        self.texts += 1
        change = Change("point", {"text": f"text {self.texts}"}, ())
        answers = [answer(desk, change, author=author, may_read=bo) for desk in self.twins]
        assert answers[0] == answers[1]

    @rule(record=records, merge=st.booleans(), gone=st.sampled_from([False, False, True]))
    def hidden_edit(self, record: str, merge: bool, gone: bool) -> None:
        """Ana writes for the team over all heads she sees, or over one and leaves the others beside it."""
        self.texts += 1
        heads = [key.token for key in self.full.spine.refresh().ends(CLEARED, record)]
        own = [key.token for key in self.full.spine.state().history(CLEARED, record) if key.labels == TEAM][-1:]
        bases = heads if merge else own or heads[:1]
        answer(self.full, self.change(record, TEAM, bases, gone=gone), author="ana", may_read=ana)

    @rule()
    def hidden_new_record(self) -> None:
        self.full.write("a hidden one", TEAM)
        self.full.ledger.draw("ana", TEAM, 2)

    @rule(record=records)
    def cleared_writer_edits_in_the_open(self, record: str) -> None:
        """Ana has read all there is; what she writes for all may name the open versions only (D12)."""
        self.texts += 1
        answers = []
        for desk in self.twins:
            state = desk.spine.refresh()
            last_open = [key.token for key in state.history(OPEN, record)][-1:]
            heads = [key.token for key in state.ends(CLEARED, record)]
            change = self.change(record, (), dict.fromkeys([*last_open, *heads]))
            answers.append(answer(desk, change, author="ana", may_read=ana))
        assert answers[0] == answers[1]

    @rule()
    def hidden_version_is_erased(self) -> None:
        found = [entry for entry in self.full.store.chains([TEAM]) if entry.payload and entry.kind == "point"]
        if found:
            self.full.ledger.erase(found[0].token, author="ana", why="asked", may_read=ana)

    def change(self, record: str, labels: tuple[str, ...], bases: Any, *, gone: bool = False) -> Change:
        text = f"text {self.texts} {'ours' if labels else 'open'}"
        return Change("point", {"text": text}, labels, record, tuple(bases), gone=gone, search_text=text)

    @invariant()
    def bo_sees_the_same_bytes(self) -> None:
        if hasattr(self, "full"):
            assert seen_by_bo(self.full) == seen_by_bo(self.bare)

    @invariant()
    def ana_loses_no_text(self) -> None:
        """A text that is no head was written over by somebody who could read it and named it."""
        if not hasattr(self, "full"):
            return
        entries = list(self.full.store.chains())
        named = {base: entry for entry in entries for base in entry.bases}
        state = self.full.spine.refresh()
        for entry in entries:
            heads = {key.token for key in state.heads(CLEARED, entry.id)}
            if entry.kind == "point" and entry.token not in heads and entry.payload and not entry.gone:
                assert set(entry.labels) <= set(named[entry.token].labels)
                assert entry.labels == () or named[entry.token].author == "ana"

    @invariant()
    def chains_are_whole(self) -> None:
        if hasattr(self, "full"):
            assert verify(self.full.store.chains()).whole


def answer(desk: Desk, change: Change, **who: Any) -> object:
    try:
        return desk.ledger.append(change, **who)
    except Stale as stale:
        return (str(stale), stale.base, stale.newest)
    except Faults as faults:
        return faults.faults


def seen_by_bo(desk: Desk) -> object:
    """Every answer of the ledger to somebody who may read what is open to all."""
    state = desk.spine.refresh()
    run = state.run(OPEN, "point")
    moments = sorted({key.recorded for key in run})
    keys = [*run, *(key for record in RECORDS for key in state.history(OPEN, record))]
    keys += [key for moment in moments for key in state.run(OPEN, "point", recorded_at=moment)]
    hits = desk.spine.matches(OPEN, "text")
    return (
        [key._replace(pos=0) for key in keys],
        [shown(entry) for entry in desk.spine.entries([key.pos for key in run]).values()],
        [key.token for key in run if key.pos in hits],
        state.tag(OPEN),
        state.kinds(OPEN),
        b"".join(log_lines(desk.store, OPEN)),
    )


def shown(entry: Entry) -> tuple[str, str, bytes | None]:
    return entry.author, entry.recorded, entry.payload


TwoWriters.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestTwoWriters = TwoWriters.TestCase


def test_granted_version_moves_with_nothing_hidden_beside_it() -> None:
    """Box A: the chain of a label set moves with unseen entries; who was granted one version gets none of it."""
    tags, keys = set(), set()
    for hidden_before in (0, 2):
        desk = Desk(MemoryStore())
        for number in range(hidden_before):
            desk.write(f"hidden {number}", TEAM)
        desk.write("open")
        granted = frozenset({desk.write("for Bo too", TEAM, id="p07").token})
        for hidden_after in range(2):
            state = desk.spine.refresh()
            tags.add(state.tag(OPEN, granted))
            keys |= {key._replace(pos=0) for key in state.run(OPEN, "point", granted)}
            assert [key.token for key in state.heads(OPEN, "p07", granted)] == list(granted)
            desk.write(f"hidden after {hidden_after}", TEAM)
    assert (len(tags), len(keys)) == (1, 2)
