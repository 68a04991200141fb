"""S5: every engine finds what the plain twin finds, packages, ties and all."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.dealspace import enumeration
from onetext.dealspace.answers import NAMES, Bargain
from onetext.dealspace.engines import Added
from onetext.dealspace.enumeration import Enumeration
from onetext.dealspace.field import Field
from onetext.dealspace.frontier.additive import Additive
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Scenario
from onetext.dealspace.tally import Tally, Vector, tally
from tests.dealspace.scenarios import Data, scenarios, usable
from tests.plain.packages import solved

quick = settings(max_examples=100, deadline=None, derandomize=True)


def assert_same_as_twin(data: Data, engine: Callable[[Tally], Field]) -> None:
    scenario = usable(data)
    if scenario is None:
        return
    counted, twin = tally(scenario), solved(data)
    field = engine(counted)
    frontier = field.frontier()
    assert frontier.acceptable == twin["exists"]
    assert [
        (utilities(counted, vector), scenario.named(package)) for vector, package in frontier.packages.items()
    ] == twin["frontier"]
    if frontier.acceptable:
        assert_same_answers(scenario, counted, Bargain(counted, field, frontier), twin)


def assert_same_answers(scenario: Scenario, counted: Tally, bargain: Bargain, twin: Data) -> None:
    for name in NAMES:
        answer, expected = bargain.answer(name), twin[name]
        value = expected["value"][0] if name == "leximin" else expected["value"]
        found = (scenario.named(answer.package), utilities(counted, answer.vector), answer.value, answer.ties)
        assert (name, *found) == (name, expected["package"], expected["utilities"], value, expected["ties"])


def utilities(counted: Tally, vector: Vector) -> tuple[Fraction, ...]:
    return counted.utilities(vector)


@quick
@given(scenarios())
def test_enumeration_agrees_with_the_twin(data: Data) -> None:
    assert_same_as_twin(data, Enumeration)


@pytest.mark.parametrize("tail", [1, 4, 20])
def test_enumeration_agrees_wherever_the_issues_are_cut(tail: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enumeration, "_TAIL", tail)
    monkeypatch.setattr(enumeration, "_CANDIDATES", 7)

    @settings(max_examples=40, deadline=None, derandomize=True)
    @given(scenarios())
    def agrees(data: Data) -> None:
        assert_same_as_twin(data, Enumeration)

    agrees()


@quick
@given(scenarios(additive=True))
def test_additive_worth_agrees_with_the_twin(data: Data) -> None:
    assert_same_as_twin(data, Additive)


@quick
@given(scenarios(additive=True))
def test_both_engines_reach_the_same_without_reservations(data: Data) -> None:
    if scenario := usable(data):
        assert Additive(tally(scenario)).reach() == Enumeration(tally(scenario)).reach()


@settings(max_examples=5, deadline=None, derandomize=True)
@given(st.integers(0, 10**6))
def test_both_engines_agree_on_four_thousand_packages(seed: int) -> None:
    chance = random.Random(seed)
    issues = {f"i{number}": ["a", "b", "c", "d"] for number in range(6)}
    data: Data = {
        "onetext": "scenario/1",
        "issues": issues,
        "parties": {
            name: {
                "reservation": 0.3,
                "weights": {issue: chance.randint(1, 9) for issue in issues},
                "scores": {
                    issue: {option: chance.randint(0, 10) * 10 for option in options}
                    for issue, options in issues.items()
                },
            }
            for name in ("A", "B")
        },
    }
    scenario = usable(data)
    assert scenario is not None
    counted = tally(scenario)
    one, other = Enumeration(counted), Additive(counted)
    first, second = one.frontier(), other.frontier()
    assert list(first.packages.items()) == list(second.packages.items())
    for name in NAMES:
        assert Bargain(counted, one, first).answer(name) == Bargain(counted, other, second).answer(name)


def four_parties(issues: int = 10) -> Tally:
    chance = random.Random(3)
    names = {f"i{number}": ["a", "b", "c", "d"] for number in range(issues)}
    data: Data = {
        "onetext": "scenario/1",
        "issues": names,
        "parties": {
            party: {
                "weights": {issue: chance.randint(1, 9) for issue in names},
                "scores": {issue: {option: chance.randint(0, 100) for option in "abcd"} for issue in names},
            }
            for party in "ABCD"
        },
    }
    scenario = usable(data)
    assert scenario is not None
    return tally(scenario)


def test_frontier_of_four_parties_is_whole_where_it_takes_little_longer_than_a_grid() -> None:
    counted = four_parties()
    found = Added(counted, 4**10, Running(lambda: 0.0), patience=1.0).frontier()

    assert found.exact
    assert list(found.packages) == list(Additive(counted, way="rows").frontier().packages)


def test_frontier_of_four_parties_is_on_a_grid_where_there_is_no_patience_for_the_whole() -> None:
    found = Added(four_parties(), 4**10, Running(lambda: 0.0), patience=0.002).frontier()

    assert (found.exact, found.computed) == (False, True)
    assert found.grid is not None
