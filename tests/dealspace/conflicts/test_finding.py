"""S5: conflicts and ways out are those of the plain twin, which tries every set of members on every package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest

from benchmarks.conflicts import refusing
from onetext.dealspace.conflicts import fixed, oracle, search
from onetext.dealspace.conflicts.finding import Conflicts, conflicts
from onetext.dealspace.conflicts.member import Reservation
from onetext.dealspace.conflicts.opening import Concession, Opening, order
from onetext.dealspace.conflicts.saying import excluding, way_out
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Scenario
from onetext.dealspace.value import number
from tests.dealspace.conflicts.blocked import Data, blocked, named, names
from tests.dealspace.scenarios import table, usable
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


@pytest.mark.parametrize("engine", ["factors", "compiled", "CP-SAT"])
def test_conflicts_agree_whatever_engine_answers(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small scenarios are searched at once; here they go the way of large ones."""
    monkeypatch.setattr(oracle, "_SEARCHED_AT_ONCE", 0)
    if engine != "factors":
        monkeypatch.setattr(search, "_LOOK", 1)
        monkeypatch.setattr(search, "_BEFORE_COMPILED", 0)
        monkeypatch.setattr(oracle, "_MOST_STEPS", 0)
        monkeypatch.setattr(search, "_numba", lambda: engine == "compiled")
    told = 0
    for seed in range(5000, 5100 if engine != "CP-SAT" else 5040):
        data = blocked(seed)
        scenario = usable(data)
        if scenario is not None and len(plain.members(data)) <= 11:
            assert_same_as_twin(data, scenario)
            told += 1
    assert told > 20


def blocked_by_many(seed: int) -> Scenario:
    """The first scenario from this seed on that has several minimal conflicts."""
    while True:
        data = blocked(seed)
        scenario = usable(data)
        if scenario is not None and len(plain.members(data)) <= 11:
            outcomes = plain.outcomes(data)
            if all(outcome.violated for outcome in outcomes) and len(plain.minimal_conflicts(data, outcomes)) > 4:
                return scenario
        seed += 1


@pytest.mark.parametrize("most", [1, 3, 1000])
def test_stopped_at_any_moment_it_gives_what_it_has_and_says_so(most: int) -> None:
    """S2: whatever is called proved is what it would have been with all the time there is."""
    scenario = blocked_by_many(40)
    whole = conflicts(scenario, ENDLESS, prove_smallest=True, most=most)
    every = conflicts(scenario, ENDLESS, most=1000).sets
    least = min(len(conflict.members) for conflict in every)
    stops = []
    for looks in range(80):
        left = iter(range(looks))

        def asked(left: Iterator[int] = left) -> bool:
            return next(left, None) is None

        found = conflicts(scenario, Running(lambda: 0.0, asked=asked), prove_smallest=True, most=most)
        stops.append(found.stopped)
        for conflict in found.sets:
            inside = [set(one.members) <= set(conflict.members) for one in every]
            assert any(inside)
            assert not conflict.minimal or conflict.members in [one.members for one in every]
            assert conflict.smallest is not True or len(conflict.members) == least
        assert found.at_least <= least
        if found.opening and found.opening.proved:
            assert whole.opening
            assert order(found.opening) == order(whole.opening)
        if not found.stopped:
            assert found.sets == whole.sets
    assert stops[0]
    assert not stops[-1]


def test_more_conflicts_than_asked_for_are_not_said_to_be_all() -> None:
    scenario = blocked_by_many(60)
    every, two = conflicts(scenario, ENDLESS, most=1000), conflicts(scenario, ENDLESS, most=2)
    assert (every.complete, two.complete) == (True, False)
    assert two.sets == every.sets[:2]


def test_same_scenario_gives_the_same_answer() -> None:
    """S6."""
    scenario = blocked_by_many(80)
    one, other = conflicts(scenario, ENDLESS, most=50), conflicts(scenario, ENDLESS, most=50)
    assert (one.sets, one.opening, one.singles) == (other.sets, other.opening, other.singles)


def test_a_party_nobody_could_serve_is_a_conflict_alone() -> None:
    """A file's own scale caps what counts; a reservation above it cannot be met by anything."""
    data = table(A=[[100, 50]], B=[[50, 100]])
    data["parties"]["A"]["reservation"] = 0.9
    scenario = usable(data)
    assert scenario is not None
    first, second = scenario.parties
    capped = replace(scenario, parties=(replace(first, scale=Fraction(200)), second))
    found = conflicts(capped, ENDLESS)
    assert [conflict.members for conflict in found.sets] == [(Reservation(0),)]
    assert found.opening
    assert found.opening.concessions == (Concession(Reservation(0), Fraction(1, 2)),)
    small = replace(scenario, parties=(replace(first, scale=Fraction(10), reservation=number(Fraction(2))), second))
    assert conflicts(small, ENDLESS).opening == replace(
        found.opening, concessions=(Concession(Reservation(0), Fraction(1)),), lowering=Fraction(1), vector=(1, 1)
    )


def test_red_lines_of_two_parties_on_one_option_count_twice() -> None:
    data = table(A=[[100, 50]], B=[[50, 100]])
    data["parties"]["A"]["red_lines"] = ["i0=o0", "i0=o1"]
    data["parties"]["B"]["red_lines"] = ["i0=o0"]
    scenario = usable(data)
    assert scenario is not None
    found = conflicts(scenario, ENDLESS, most=10)
    assert [names(found, conflict) for conflict in found.sets] == [
        {("A", "i0=o0"), ("A", "i0=o1")},
        {("B", "i0=o0"), ("A", "i0=o1")},
    ]
    assert found.opening
    assert [named(scenario, one.member) for one in found.opening.concessions] == [("A", "i0=o1")]


def test_words_say_what_excludes_what_and_the_way_out() -> None:
    data = table(A=[[100, 50]], B=[[50, 100]])
    data["parties"]["A"]["red_lines"] = ["i0=o1"]
    data["parties"]["B"]["reservation"] = 0.6
    scenario = usable(data)
    assert scenario is not None
    found = conflicts(scenario, ENDLESS)
    assert found.opening is not None
    assert (excluding(found, found.sets[0]), way_out(found, found.opening)) == (
        "These 2 things exclude each other: A will not sign i0=o1; B needs at least 0.6.",
        "Cheapest way out: B lowers its reservation from 0.6 to 0.5 (by 0.1).",
    )
    del data["parties"]["A"]["red_lines"]
    opened = usable(data)
    assert opened is not None
    assert conflicts(opened, ENDLESS).sets == ()


@pytest.mark.parametrize(("kind", "reservation"), [("independent", "0.757"), ("opposed", "0.609")])
def test_a_hundred_red_lines_on_a_whole_plan(kind: str, reservation: str) -> None:
    """Every statement is looked at again: the conflict by a fresh proof, each member by a package without it."""
    scenario = refusing(kind, reservation)
    found = conflicts(scenario, ENDLESS)
    [conflict] = found.sets
    assert sum(len(party.red_lines) for party in scenario.parties) == 100
    assert conflict.minimal
    fresh = oracle.Oracle(scenario, found.tally, ENDLESS)
    mask = sum(
        1 << bit for bit, ground in enumerate(fresh.grounds.grounds) if set(ground.members) & set(conflict.members)
    )
    assert fixed.solved(fresh.grounds.query(mask), None, ENDLESS) is None
    for member in conflict.members:
        [bit] = [bit for bit, ground in enumerate(fresh.grounds.grounds) if member in ground.members]
        package = fresh.ask(mask & ~(1 << bit))
        assert package is not None
        assert fresh.grounds.violated(package) & mask == 1 << bit
    assert found.opening
    assert found.opening.proved
    assert set(fresh.grounds.members(fresh.grounds.violated(found.opening.package))) == {
        concession.member for concession in found.opening.concessions
    }
