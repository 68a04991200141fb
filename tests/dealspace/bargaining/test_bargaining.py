"""S1, S2, S5: branch and bound finds what the plain twin finds, says what it proved, and agrees with another solver."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from fractions import Fraction
from typing import Any

import highspy
import pytest
from hypothesis import given, settings

from benchmarks.scenarios import GENERATORS, Shape
from onetext.dealspace.answers import NAMES, Answer
from onetext.dealspace.bargaining import compiling, largest, nash
from onetext.dealspace.bargaining.bargaining import Bargaining
from onetext.dealspace.bargaining.grid import Grid
from onetext.dealspace.bargaining.largest import some_package
from onetext.dealspace.running import Running
from onetext.dealspace.tally import Tally, tally
from tests.dealspace.scenarios import Data, scenarios, table, usable
from tests.plain.packages import solved

SHAPE = Shape(points=28, options=4, parties=5, steps=10_000)


def unhurried() -> Running:
    return Running(time.monotonic)


def assert_same_as_twin(data: Data) -> None:
    scenario = usable(data)
    if scenario is None:
        return
    counted, twin = tally(scenario), solved(data)
    bargaining = Bargaining(counted, unhurried())
    assert bargaining.exists() == twin["exists"]
    for name in NAMES:
        answer, expected = bargaining.answer(name), twin[name]
        if expected is None:
            assert answer is None
            continue
        assert answer is not None
        value = expected["value"][0] if name == "leximin" else expected["value"]
        found = (scenario.named(answer.package), counted.utilities(answer.vector), answer.value, answer.ties)
        assert (name, *found) == (name, expected["package"], expected["utilities"], value, expected["ties"])
        assert answer.proved
        assert answer.gap == 0


@settings(max_examples=60, deadline=None, derandomize=True)
@given(scenarios(additive=True))
def test_bargaining_agrees_with_the_twin(data: Data) -> None:
    assert_same_as_twin(data)


def test_compiled_kernels_agree_with_the_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "WORTH_COMPILING", 0)

    @settings(max_examples=130, deadline=None, derandomize=True)
    @given(scenarios(additive=True))
    def agrees(data: Data) -> None:
        assert_same_as_twin(data)

    agrees()


def test_many_ties_are_decided_without_going_through_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same answers where next to no tie may be looked at on its own; only the count may be given up."""
    monkeypatch.setattr(compiling, "WORTH_COMPILING", 0)
    monkeypatch.setattr(largest, "MOST_TIES", 1)
    monkeypatch.setattr(largest, "_ALWAYS_COUNTED", 0)

    @settings(max_examples=80, deadline=None, derandomize=True)
    @given(scenarios(additive=True))
    def agrees(data: Data) -> None:
        scenario = usable(data)
        if scenario is None:
            return
        counted, twin = tally(scenario), solved(data)
        bargaining = Bargaining(counted, unhurried())
        for name in NAMES:
            answer = bargaining.answer(name)
            if twin[name] is None:
                assert answer is None
            else:
                assert answer is not None
                assert (name, scenario.named(answer.package)) == (name, twin[name]["package"])
                assert answer.proved
                assert answer.ties in {None, twin[name]["ties"]}

    agrees()


def test_ideal_gains_are_the_largest_of_acceptable_packages() -> None:
    data = table(A=[[100, 60, 0], [100, 50]], B=[[0, 60, 100], [0, 100]])
    for party in data["parties"].values():
        party["reservation"] = 0.25
    counted = tally(usable(data) or pytest.fail("a scenario"))
    bargaining = Bargaining(counted, unhurried())

    ideal = bargaining.ideal()

    assert ideal is not None
    assert [Fraction(gain, counted.common) for gain in ideal] == [Fraction(11, 20), Fraction(3, 4)]


def test_no_deal_is_proved_where_reservations_exclude_each_other() -> None:
    counted = tally(GENERATORS["opposed"](Shape(parties=5, reservation=Fraction(8, 10)), 1))
    bargaining = Bargaining(counted, unhurried())

    assert bargaining.exists() is False
    assert bargaining.ideal() is None
    assert bargaining.answer("nash") is None


@pytest.mark.parametrize("kind", GENERATORS)
def test_numbers_beyond_64_bits_have_the_same_grid_and_answers(kind: str) -> None:
    """One party counts in units so fine that its worths no longer fit."""
    plain = tally(GENERATORS[kind](Shape(points=6, parties=3), 2))
    fine = (1 << 70, 1, 1)
    large = replace(
        plain,
        units=tuple(unit * by for unit, by in zip(plain.units, fine, strict=True)),
        own=tuple(
            tuple(tuple(at * by for at in row) for row in rows) for rows, by in zip(plain.own, fine, strict=True)
        ),
        floors=tuple(floor * by for floor, by in zip(plain.floors, fine, strict=True)),
    )
    one, other = Grid(plain), Grid(large)
    assert (one.exact is None, other.exact is None) == (False, True)
    assert [one.layout(one.single(at)) for at in range(3)] == [other.layout(other.single(at)) for at in range(3)]
    for name in NAMES:
        small, big = (Bargaining(at, unhurried()).answer(name) for at in (plain, large))
        assert small is not None
        assert big is not None
        assert (small.package, small.value, small.ties, small.proved) == (big.package, big.value, big.ties, big.proved)


def test_rules_are_refused() -> None:
    counted = tally(GENERATORS["independent"](Shape(parties=3, points=3, rules=1), 1))

    with pytest.raises(ValueError, match="tie options together"):
        Bargaining(counted, unhurried())


def test_equal_parties_over_many_packages_are_solved_with_their_ties() -> None:
    """Eight parties that want the same on a coarse scale: countless packages give everybody the same."""
    chance = random.Random(1)
    row = [[chance.randint(0, 2) * 50 for _ in range(4)] for _ in range(12)]
    row[0] = [0, 50, 50, 0]
    other = [list(reversed(scores)) for scores in row]
    counted = tally(usable(table(**{f"P{n}": row if n % 2 else other for n in range(8)})) or pytest.fail("a scenario"))
    bargaining = Bargaining(counted, unhurried())

    answers = [bargaining.answer(name) for name in NAMES]

    assert all(answer is not None and answer.proved for answer in answers)
    assert {answer.package for answer in answers if answer} == {answers[0].package if answers[0] else ()}


@pytest.mark.parametrize("kind", sorted(GENERATORS))
def test_another_solver_finds_the_same_values(kind: str) -> None:
    counted = tally(GENERATORS[kind](SHAPE, 3))
    bargaining = Bargaining(counted, unhurried())
    ideal = bargaining.ideal()
    assert ideal is not None

    answers: dict[str, Answer] = {name: answer for name in NAMES if (answer := bargaining.answer(name))}

    gains = [1 / counted.common] * counted.parties
    ratios = [1 / gain for gain in ideal]
    assert float(answers["leximin"].value) == pytest.approx(smallest(counted, gains), abs=1e-6)
    assert float(answers["kalai_smorodinsky"].value) == pytest.approx(smallest(counted, ratios), abs=1e-6)
    assert float(answers["utilitarian"].value) == pytest.approx(total(counted), abs=1e-6)


@pytest.mark.parametrize("kind", sorted(GENERATORS))
def test_one_tangent_and_many_find_the_same_nash_package(kind: str) -> None:
    grid = Grid(tally(GENERATORS[kind](Shape(parties=6), 4)))
    start, proved = some_package(grid, grid.floors(1), unhurried())
    assert start is not None
    assert proved

    search = nash._Search(grid, start, once=False)

    assert search.walked(unhurried())
    assert search.best.places == nash.nash(grid, unhurried()).places


class Model:
    """The packages as a mixed integer program, gains all at least 0."""

    def __init__(self, counted: Tally) -> None:
        self.solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # it ships no types
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("mip_rel_gap", 0.0)
        self.gains: list[Any] = [-counted.gains(counted.base)[party] * -1.0 for party in range(counted.parties)]
        for issue, row in enumerate(counted.own[0]):
            taken = [self.solver.addBinary() for _ in row]
            self.solver.addConstr(sum(taken) == 1)
            for party in range(counted.parties):
                scale = counted.common // counted.units[party]
                own = counted.own[party][issue]
                self.gains[party] += sum(at * scale * one for at, one in zip(own, taken, strict=True))
        for gain in self.gains:
            self.solver.addConstr(gain >= 0)


def smallest(counted: Tally, scales: list[float]) -> float:
    model = Model(counted)
    least = model.solver.addVariable(lb=-10.0)
    for gain, scale in zip(model.gains, scales, strict=True):
        model.solver.addConstr(gain * scale >= least)
    model.solver.maximize(least)
    return float(model.solver.getObjectiveValue())


def total(counted: Tally) -> float:
    model = Model(counted)
    model.solver.maximize(sum(gain * (1 / counted.common) for gain in model.gains))
    floors = [Fraction(floor, unit) for floor, unit in zip(counted.floors, counted.units, strict=True)]
    return float(model.solver.getObjectiveValue()) + float(sum(floors))


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_stopped_in_time_says_how_far_off_it_can_be(name: Any) -> None:
    counted = tally(GENERATORS["opposed"](Shape(parties=8), 2))
    proved = Bargaining(counted, unhurried()).answer(name)
    stopped = Bargaining(counted, Running(time.monotonic, asked=lambda: True)).answer(name)

    assert proved is not None
    assert proved.proved
    if stopped is not None:
        assert stopped.proved or stopped.value + stopped.gap >= proved.value
        assert stopped.value <= proved.value
