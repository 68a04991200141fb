"""Box B against its plain twin: whoever looks, whatever was granted, at whatever moment."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from onetext.ledger.chain import verify
from onetext.ledger.entry import Labels
from onetext.ledger.heads import heads_of, with_ancestors
from onetext.ledger.memory import MemoryStore
from onetext.ledger.reading import Spine
from onetext.ledger.spine import Key
from tests.ledger.people import Desk, reads
from tests.ledger.scripts import CLEARANCES, KINDS, Step, play, scripts
from tests.plain import heads as plain

PERMITTED = [frozenset(some) for size in range(5) for some in combinations(CLEARANCES, size)]


def twin_versions(desk: Desk) -> list[plain.Version]:
    return [
        plain.Version(e.kind, e.id, e.labels, e.version, e.recorded, e.token, e.bases, not e.gone and bool(e.payload))
        for e in desk.store.chains()
    ]


@given(
    script=scripts,
    permitted=st.sampled_from(PERMITTED),
    granted_places=st.sets(st.integers(0, 30), max_size=3),
    moment=st.none() | st.integers(0, 30),
)
def test_heads_are_those_of_the_plain_twin(
    script: list[Step], permitted: frozenset[Labels], granted_places: set[int], moment: int | None
) -> None:
    desk = Desk(MemoryStore())
    play(desk, script)
    versions = twin_versions(desk)
    granted = frozenset(version.token for place, version in enumerate(versions) if place in granted_places)
    until = None if moment is None or not versions else versions[moment % len(versions)].recorded
    seen = plain.visible(versions, permitted, granted, until)
    state = desk.spine.refresh()
    for kind in KINDS:
        run = state.run(permitted, kind, granted, until)
        assert sorted(run) == list(run)
        assert {key.token for key in run} == plain.heads([version for version in seen if version.kind == kind])
        assert len({key.token for key in run}) == len(run)
    for record in ("r0", "r1", "r2", "r3", "r4"):
        own = [version for version in seen if version.id == record]
        heads = state.heads(permitted, record, granted, until)
        assert {key.token for key in heads} == plain.heads(own)
        history = state.history(permitted, record, granted, until)
        assert sorted(key.token for key in history) == sorted(version.token for version in own)
    assert set(state.kinds(permitted, granted)) == {
        version.kind for version in plain.visible(versions, permitted, granted, None)
    }


@given(script=scripts)
def test_tail_read_step_by_step_gives_the_same_as_all_at_once(script: list[Step]) -> None:
    desk = Desk(MemoryStore())
    for step in script:
        play(desk, [step])
        before = desk.spine.refresh()
        for permitted in (PERMITTED[0], PERMITTED[1], PERMITTED[-1]):
            before.runs(permitted, KINDS)  # so that shared lists exist which must not go stale
    state, fresh = desk.spine.state(), Spine(desk.store).state()
    for permitted in PERMITTED:
        assert state.runs(permitted, KINDS) == fresh.runs(permitted, KINDS)
        assert state.tag(permitted) == fresh.tag(permitted)
        assert state.kinds(permitted) == fresh.kinds(permitted)
    assert verify(desk.store.chains()).whole


def test_line_goes_on_covering_what_its_earlier_versions_were_written_over() -> None:
    desk = Desk(MemoryStore())
    everyone = reads("a", "b")
    of_a = desk.write("one", ["a"], id="r0", by=reads("a"))
    of_b = desk.write("two", ["b"], id="r0", by=reads("b"))
    both = desk.write("one and more", ["a", "b"], over=[of_a], by=everyone)
    desk.write("one and two", ["a", "b"], over=[both, of_b], by=everyone)
    permitted = frozenset(CLEARANCES)
    assert desk.texts(permitted, "r0") == ["one and two"]
    assert len(desk.spine.state().run(permitted, "point")) == 1
    assert len(desk.spine.state().run(permitted, "point", recorded_at=of_a.recorded)) == 1


def key(version: int, *bases: str, labels: Labels = ()) -> Key:
    return Key(
        *("", "", "r0", labels, 0, "point", None, None, (), version, 1, False, False),
        *(f"{'+'.join(labels)}{version}", bases, ()),
    )


def test_granted_version_does_not_bring_back_what_a_later_one_of_its_line_replaced() -> None:
    seventh, ninth = key(7, "6"), key(9, "8")
    assert heads_of([seventh, ninth]) == (ninth,)


def test_ancestors_end_where_the_versions_end() -> None:
    versions = [key(1), key(2, "1"), key(1, "2", labels=("a",))]
    assert with_ancestors(["a1"], versions) == {"a1", "2", "1"}
    assert with_ancestors(["2"], versions[1:]) == {"2", "1"}
