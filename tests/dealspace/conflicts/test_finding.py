"""S5: conflicts and ways out are those of the plain twin, which tries every set of members on every package."""

from __future__ import annotations

import pytest

from onetext.dealspace.conflicts import oracle, search
from onetext.dealspace.conflicts.finding import Conflicts, conflicts
from onetext.dealspace.conflicts.opening import Opening, order
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Scenario
from tests.dealspace.conflicts.blocked import Data, blocked, named, names
from tests.dealspace.scenarios import usable
from tests.plain import conflicts as plain

ENDLESS = Running(lambda: 0.0)


def assert_same_as_twin(data: Data, scenario: Scenario) -> None:
    outcomes = plain.outcomes(data)
    feasible = any(not outcome.violated for outcome in outcomes)
    one = conflicts(scenario, ENDLESS)
    assert one.feasible is feasible
    if feasible:
        assert one.sets == ()
        assert [o.violated for o in outcomes if one.package and o.package == scenario.named(one.package)] == [set()]
        return
    expected = plain.minimal_conflicts(data, outcomes)
    least = min(map(len, expected))
    assert names(one, one.sets[0]) in expected
    assert one.sets[0].minimal
    small = conflicts(scenario, ENDLESS, prove_smallest=True)
    assert names(small, small.sets[0]) in expected
    assert (len(small.sets[0].members), small.sets[0].smallest, small.at_least) == (least, True, least)
    every = conflicts(scenario, ENDLESS, most=10_000)
    assert every.complete
    assert {names(every, conflict) for conflict in every.sets} == expected
    assert len(every.sets) == len(expected)
    assert all(conflict.smallest is (len(conflict.members) == least) for conflict in every.sets)
    for found in (one, small, every):
        assert_way_out(found, outcomes)


def assert_way_out(found: Conflicts, outcomes: list[plain.Outcome]) -> None:
    opening = found.opening
    assert opening is not None
    assert opening.proved
    assert order(opening) == plain.cheapest(outcomes)
    assert_opens(found, opening, outcomes)
    if len(opening.concessions) > 1:
        assert found.singles == ()
        return
    ways = {named(found.scenario, way.concessions[0].member): way.lowering for way in found.singles}
    assert ways == plain.single_openings(outcomes)
    for way in found.singles:
        assert_opens(found, way, outcomes)


def assert_opens(found: Conflicts, opening: Opening, outcomes: list[plain.Outcome]) -> None:
    [outcome] = [one for one in outcomes if one.package == found.scenario.named(opening.package)]
    assert outcome.violated == {named(found.scenario, concession.member) for concession in opening.concessions}
    assert outcome.lowering == opening.lowering


@pytest.mark.parametrize("start", range(0, 2000, 250))
def test_conflicts_agree_with_the_twin(start: int) -> None:
    told = 0
    for seed in range(start, start + 250):
        data = blocked(seed)
        scenario = usable(data)
        if scenario is not None and len(plain.members(data)) <= 11:
            assert_same_as_twin(data, scenario)
            told += 1
    assert told > 150


@pytest.mark.parametrize("steps", [30_000, 0], ids=["factors", "factors and CP-SAT"])
def test_conflicts_agree_whatever_engine_answers(steps: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small scenarios are searched at once; here they go the way of large ones."""
    monkeypatch.setattr(oracle, "_SEARCHED_AT_ONCE", 0)
    monkeypatch.setattr(oracle, "_MOST_STEPS", steps)
    monkeypatch.setattr(search, "_LOOK", 1)
    told = 0
    for seed in range(5000, 5100 if steps else 5040):
        data = blocked(seed)
        scenario = usable(data)
        if scenario is not None and len(plain.members(data)) <= 11:
            assert_same_as_twin(data, scenario)
            told += 1
    assert told > 20
