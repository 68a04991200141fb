"""S5: what is found of a draft agrees with writing every changed draft out."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.dealspace.amend.amending import Amendments, amend
from onetext.dealspace.amend.smallest import Change
from tests.dealspace.scenarios import Data, scenarios, usable
from tests.plain.amendments import Changes, Draft, ways_of_settling

many = settings(max_examples=50, deadline=None, derandomize=True)


def still() -> float:
    return 0.0


@st.composite
def drafted(draw: st.DrawFn, *, whole: bool = True) -> Data:
    """A small scenario with a draft."""
    data = draw(scenarios())
    for options in data["issues"].values():
        if len(options) == 1 and draw(st.booleans()):
            options.append("more")
    draft = {name: draw(st.sampled_from(options)) for name, options in data["issues"].items()}
    if not whole:
        kept = draw(st.sets(st.sampled_from(sorted(draft)), min_size=1))
        draft = {name: option for name, option in draft.items() if name in kept}
    data["draft"] = draft
    return data


def found_in(data: Data, **options: Any) -> Amendments | None:
    scenario = usable(data)
    return amend(scenario, still, **options) if scenario else None


def choices(changes: tuple[Change, ...]) -> list[Changes]:
    return [change.choices for change in changes]


def assert_all_agree(data: Data) -> None:
    found = found_in(data, most=10**6)
    if found is None:
        return
    twin = Draft(data, data["draft"])
    assert found.tally.utilities(found.worth) == twin.utilities
    assert (found.breaches == 0) == twin.lawful(twin.package)
    expected = sorted(twin.minimal(twin.improves, (1, 2, 3)), key=twin.rank)
    assert choices(tuple(found.ordered())) == expected
    for change in found.ordered():
        assert found.tally.utilities(change.gains) == twin.gains(twin.changed(change.choices))
    for size, best in enumerate(found.best_within, start=1):
        improving = sorted(filter(twin.improves, twin.changes(range(1, size + 1))), key=twin.rank)
        assert (best.choices if best else None) == (improving[0] if improving else None)
    mending = [change.choices for one in found.repairs for change in one.minimal]
    assert set(mending) == (set() if twin.mends(()) else set(twin.minimal(twin.mends, (1, 2, 3))))


@many
@given(drafted())
def test_changes_of_a_whole_draft_agree_with_the_twin(data: Data) -> None:
    assert_all_agree(data)


@many
@given(drafted(whole=False))
def test_changes_of_a_draft_with_open_issues_agree_with_the_twin(data: Data) -> None:
    assert_all_agree(data)


@many
@given(drafted(whole=False))
def test_ways_of_settling_agree_with_the_twin(data: Data) -> None:
    found = found_in(data, most=10**6)
    if found is None or not found.open:
        return
    twin = Draft(data, data["draft"])
    settled = [
        tuple(a + b for a, b in zip(found.tally.utilities(one.change.gains), twin.utilities, strict=True))
        for one in found.settlements.best
    ]
    assert sorted(settled) == ways_of_settling(twin)
    assert found.settlements.count == len(settled)
    assert sorted(found.settlements.best, key=lambda one: not one.acceptable) == list(found.settlements.best)


@many
@given(drafted())
def test_efficiency_and_the_nearest_efficient_package_agree_with_the_twin(data: Data) -> None:
    found = found_in(data)
    if found is None:
        return
    twin = Draft(data, data["draft"])
    far = found.beyond
    assert far is not None
    assert far.efficient == twin.efficient()
    efficient = twin.efficient_not_worse()
    if far.efficient or not efficient:
        assert (far.best, far.nearest) == (None, None)
        return
    assert far.best is not None
    assert far.nearest is not None
    assert far.best.choices == min(efficient, key=twin.rank)
    assert far.nearest.choices == min(efficient, key=lambda changes: (len(changes), twin.rank(changes)))
    assert (far.proved, far.nearest_proved) == (True, True)


@many
@given(drafted(), st.integers(0, 10**6))
def test_what_a_wish_costs_agrees_with_the_twin(data: Data, seed: int) -> None:
    chance = random.Random(seed)
    moves = [
        (name, option) for name, options in data["issues"].items() for option in options
        if option != data["draft"][name]
    ]  # fmt: skip
    if not moves:
        return
    name, option = chance.choice(moves)
    party = chance.choice([None, *data["parties"]])
    found = found_in(data, most=10**6, want=f"{name}={option}", party=party)
    if found is None:
        return
    assert found.wish is not None
    twin = Draft(data, data["draft"])
    wanted = ((twin.names.index(name), data["issues"][name].index(option)),)
    gains = twin.gains(twin.changed(wanted))
    assert found.tally.utilities(found.wish.gains) == gains
    losers = [at for at, gain in enumerate(gains) if gain < 0]
    assert list(found.wish.losers) == losers
    assert [list(one.of) for one in found.wish.compensations] == (
        [[loser] for loser in losers] + ([losers] if len(losers) > 1 else [])
    )
    for one in found.wish.compensations:
        does = twin.restores(wanted, list(one.of))
        ways = twin.minimal(does, (1, 2), kept=name)
        assert sorted(choices(one.ways)) == sorted(ways)
        assert one.count == len(ways)
        left = [at for at, known in enumerate(data["parties"]) if known == party]
        for change in one.ways:
            assert found.tally.utilities(change.gains) == twin.gains(twin.changed((*wanted, *change.choices)))
        ranks = [(len(c.choices), [-c.gains[at] for at in left]) for c in one.ways]
        assert ranks == sorted(ranks)
