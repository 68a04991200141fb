"""S5: each draw is solved as the plain twin solves it."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.robust import vague
from benchmarks.scenarios import Shape
from onetext.dealspace.robust.draws import plan_of
from onetext.dealspace.robust.resolving import ByBound, ByEnumeration, ByLogic
from onetext.dealspace.scenario import Rule, Scenario
from tests.dealspace.robust.cases import places
from tests.dealspace.scenarios import Data, river, scenarios, usable
from tests.plain.robust import nash, nash_in_steps, nash_value, settled

_SLACK = Fraction(1, 10_000)


def named(scenario: Scenario, package: list[int]) -> dict[str, str] | None:
    return scenario.named(tuple(package)) if package[0] >= 0 else None


def assert_each_draw_like_the_twin(data: Data, seed: int, count: int = 3) -> None:
    """Exactly where nothing is unknown; else as good as the best but for the rounding of what was drawn."""
    scenario = usable(data)
    if scenario is None:
        return
    plan = plan_of(scenario)
    values = plan.values(seed, 0, count)
    found = ByEnumeration(plan).solved(plan.draw(values)).packages
    for row, package in zip(values.T.tolist(), found.tolist(), strict=True):
        plain = settled(data, places(scenario, plan), row)
        mine, best = named(scenario, package), nash(plain)
        if mine == best:
            continue
        assert plan.unknowns
        assert mine is not None
        assert best is not None
        value, most = nash_value(plain, mine), nash_value(plain, best)
        assert value is not None
        assert most is not None
        assert value >= most * (1 - _SLACK) - _SLACK**2


@settings(max_examples=120, deadline=None, derandomize=True)
@given(scenarios(), st.integers(0, 10**6))
def test_draws_are_solved_like_the_twin(data: Data, seed: int) -> None:
    assert_each_draw_like_the_twin(data, seed)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(scenarios(), st.integers(0, 10**6))
def test_settled_scenarios_have_exactly_the_answer_of_the_twin(data: Data, seed: int) -> None:
    chance = random.Random(seed)

    def fixed(at: Any) -> Any:
        return chance.randint(0, 100) if isinstance(at, dict | list) else at

    for party in data["parties"].values():
        party.setdefault("reservation", chance.choice([0, 0.2, 0.5]))
        party["reservation"] = 0.25 if isinstance(party["reservation"], list) else party["reservation"]
        for issue, options in data["issues"].items():
            party["weights"][issue] = fixed(party["weights"].get(issue, []))
            row = party["scores"].setdefault(issue, {})
            row.update({option: fixed(row.get(option, [])) for option in options})
    scenario = usable(data)
    if scenario is None:
        return
    plan = plan_of(scenario)
    assert plan.unknowns == ()
    [package] = ByEnumeration(plan).solved(plan.draw(plan.values(0, 0, 1))).packages.tolist()
    assert named(scenario, package) == nash(data)


@pytest.mark.parametrize("seed", range(3))
def test_the_example_of_the_format_is_solved_like_the_twin(seed: int) -> None:
    assert_each_draw_like_the_twin(river(), seed, count=25)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(scenarios(additive=True), st.integers(0, 10**6))
def test_draws_in_steps_are_solved_exactly(data: Data, seed: int) -> None:
    scenario = usable(data)
    if scenario is None:
        return
    plan = plan_of(scenario)
    draw = plan.draw(plan.values(seed, 0, 4))
    red = {choice for lines in plan.red_lines for choice in lines}
    found = ByEnumeration(plan).solved(draw).packages
    for number, package in enumerate(found.tolist()):
        own = [[row[:size].tolist() for row, size in zip(rows, plan.sizes, strict=True)] for rows in draw.own[number]]
        expected = nash_in_steps(own, draw.base[number], draw.floors[number], red)
        assert (package if package[0] >= 0 else None) == expected


def test_a_reservation_of_1_is_met_by_the_best_package_in_every_draw() -> None:
    data = river()
    del data["parties"]["B"]
    del data["rules"]
    data["parties"]["A"].update({"reservation": 1, "red_lines": []})
    scenario = usable(data)
    assert scenario is not None
    plan = plan_of(scenario)
    found = ByEnumeration(plan).solved(plan.draw(plan.values(3, 0, 200))).packages
    assert np.unique(found, axis=0).tolist() == [[0, 2]]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(scenarios(additive=True), st.integers(0, 10**6))
def test_branch_and_bound_finds_what_enumeration_finds(data: Data, seed: int) -> None:
    scenario = usable(data)
    if scenario is None:
        return
    plan = plan_of(scenario)
    draw = plan.draw(plan.values(seed, 0, 4))
    assert ByBound(plan).solved(draw).packages.tolist() == ByEnumeration(plan).solved(draw).packages.tolist()


@pytest.mark.parametrize("kind", ["independent", "spatial", "opposed"])
def test_branch_and_bound_agrees_on_four_thousand_packages(kind: str) -> None:
    plan = plan_of(vague(kind, Shape(points=6, parties=4)))
    draw = plan.draw(plan.values(1, 0, 40))
    found = ByBound(plan).solved(draw).packages
    assert found.tolist() == ByEnumeration(plan).solved(draw).packages.tolist()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(scenarios(), st.integers(0, 10**6))
def test_search_with_rules_finds_what_enumeration_finds(data: Data, seed: int) -> None:
    scenario = usable(data)
    if scenario is None:
        return
    plan = plan_of(scenario)
    draw = plan.draw(plan.values(seed, 0, 4))
    found = ByLogic(plan).solved(draw)
    assert (found.packages.tolist(), found.unproved) == (ByEnumeration(plan).solved(draw).packages.tolist(), 0)


def test_what_was_not_proved_within_its_work_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = plan_of(vague("opposed", Shape(points=12, parties=4, interactions=20, rules=4)))
    draw = plan.draw(plan.values(1, 0, 4))
    assert ByLogic(plan).solved(draw).unproved == 0
    monkeypatch.setattr("onetext.dealspace.logic.engine._MOST_WORK", 1)
    assert ByLogic(plan).solved(draw).unproved == 4


def test_rules_that_leave_no_package_leave_none_in_every_draw() -> None:
    scenario = vague("spatial", Shape(points=6, parties=2))
    shut = tuple(Rule(when=((0, one),), then_not=((1, other),)) for one in range(4) for other in range(4))
    plan = plan_of(replace(scenario, rules=shut))
    found = ByLogic(plan).solved(plan.draw(plan.values(1, 0, 3)))

    assert (found.packages.max(), found.unproved) == (-1, 0)
