"""How sure the best package is: every weight within a fifth, every score within a tenth, each draw solved again."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from time import perf_counter

from benchmarks.registry import Timed, step
from benchmarks.scenarios import GENERATORS, Shape
from onetext.dealspace.robust.draws import plan_of
from onetext.dealspace.robust.robustness import robust
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Preferences, Scenario
from onetext.dealspace.value import Value, interval


@step("draw", "5 parties, 700 unknown numbers", "10,000 samples, 28 points of 4 options", runs=3)
def drawing() -> Timed:
    plan = plan_of(vague("spatial", Shape(parties=5)))

    def draw() -> None:
        for block in range(157):
            plan.draw(plan.values(1, block, 64))

    return draw


@step("draw", "5 parties, all weights in one order", "10,000 samples, 28 points of 4 options", runs=3)
def drawing_ordered() -> Timed:
    scenario = vague("spatial", Shape(parties=5))
    plan = plan_of(replace(scenario, parties=tuple(map(ordered, scenario.parties))))

    def draw() -> None:
        for block in range(157):
            plan.draw(plan.values(1, block, 64))

    return draw


@step("robust", "3 parties", "1,000 samples of 6 points of 4 options", runs=3)
def small() -> Timed:
    return robustly("spatial", Shape(points=6, parties=3), 1000, 1)


@step("robust, one worker", "5 parties, independent, 700 unknown", "10,000 samples, 28 points of 4 options", runs=3)
def independent_alone() -> Timed:
    return robustly("independent", Shape(parties=5), 10_000, 1)


@step("robust, two workers", "5 parties, independent, 700 unknown", "10,000 samples, 28 points of 4 options", runs=3)
def independent() -> Timed:
    return robustly("independent", Shape(parties=5), 10_000, 2)


@step("robust, two workers", "5 parties, spatial, 700 unknown", "10,000 samples, 28 points of 4 options", runs=3)
def spatial() -> Timed:
    return robustly("spatial", Shape(parties=5), 10_000, 2)


@step("robust, two workers", "5 parties, opposed, 700 unknown", "10,000 samples, 28 points of 4 options", runs=3)
def opposed() -> Timed:
    return robustly("opposed", Shape(parties=5, reservation=Fraction(1, 10)), 10_000, 2)


@step(
    "robust, one worker", "5 parties, independent, 60 interactions, 15 rules", "40 samples, 28 points of 4 options", 1
)
def tied() -> Timed:
    return robustly("independent", Shape(parties=5, interactions=60, rules=15), 40, 1)


def robustly(kind: str, shape: Shape, samples: int, workers: int) -> Timed:
    scenario = vague(kind, shape)
    return lambda: robust(scenario, samples, 1, Running(perf_counter), workers)


def vague(kind: str, shape: Shape) -> Scenario:
    """A made-up scenario in which nothing but the reservations is known for sure."""
    scenario = GENERATORS[kind](shape, 0)
    return replace(scenario, parties=tuple(map(_vague, scenario.parties)))


def ordered(party: Preferences) -> Preferences:
    """The same party, of whose weights only the order is known."""
    ranked = sorted(range(len(party.weights)), key=lambda issue: -party.weights[issue].middle)
    anything = tuple(interval(Fraction(0), Fraction(100)) for _ in ranked)
    return replace(party, weights=anything, orders=tuple(pairwise(ranked)))


def _vague(party: Preferences) -> Preferences:
    return replace(
        party,
        weights=tuple(_around(weight, Fraction(1, 5), None) for weight in party.weights),
        scores=tuple(tuple(_around(score, Fraction(1, 10), Fraction(100)) for score in row) for row in party.scores),
    )


def _around(at: Value, share: Fraction, most: Fraction | None) -> Value:
    high = at.middle * (1 + share)
    return interval(at.middle * (1 - share), high if most is None else min(high, most))
