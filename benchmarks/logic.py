"""Tied options: Nash and Kalai-Smorodinsky with interactions and rules, and frontiers of worth by boxes.

Importing numba and loading the stored machine code comes before the clock starts; ``start`` measures what that takes.
"""

from __future__ import annotations

from time import perf_counter

from benchmarks.boxes import boxed
from benchmarks.registry import Timed, step
from benchmarks.scenarios import GENERATORS, Shape
from onetext.dealspace.logic.engine import Logic
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Scenario
from onetext.dealspace.tally import tally

_SECONDS = 60.0
"""A step that takes longer is stopped, and its figure is that."""

_SHAPE = "28 points of 4 options, 60 interactions, 15 rules"


@step("logic", "Nash and Kalai-Smorodinsky, 5 parties, independent", _SHAPE, runs=3)
def five_independent() -> Timed:
    return bargained("independent", 5)


@step("logic", "Nash and Kalai-Smorodinsky, 5 parties, spatial", _SHAPE, runs=3)
def five_spatial() -> Timed:
    return bargained("spatial", 5)


@step("logic", "Nash and Kalai-Smorodinsky, 5 parties, opposed", _SHAPE, runs=3)
def five_opposed() -> Timed:
    return bargained("opposed", 5)


@step("logic", "Nash and Kalai-Smorodinsky, 8 parties, independent", _SHAPE, runs=1)
def eight_independent() -> Timed:
    return bargained("independent", 8)


@step("logic", "Nash and Kalai-Smorodinsky, 8 parties, spatial", _SHAPE, runs=1)
def eight_spatial() -> Timed:
    return bargained("spatial", 8)


@step("logic", "Nash and Kalai-Smorodinsky, 8 parties, opposed", _SHAPE, runs=1)
def eight_opposed() -> Timed:
    return bargained("opposed", 8)


@step("logic", "frontier, 60 boxes a party", "30 issues of 10 values", runs=3)
def boxes_at_1e30() -> Timed:
    return framed(boxed(30, 60, 1))


@step("logic", "frontier, 100 boxes a party", "40 issues of 10 values", runs=3)
def boxes_at_1e40() -> Timed:
    return framed(boxed(40, 100, 1))


@step("logic", "frontier, 100 boxes a party", "50 issues of 10 values", runs=3)
def boxes_at_1e50() -> Timed:
    return framed(boxed(50, 100, 1))


@step("logic", "frontier, 150 boxes a party", "30 issues of 10 values", runs=1)
def many_boxes_at_1e30() -> Timed:
    return framed(boxed(30, 150, 1))


def bargained(kind: str, parties: int) -> Timed:
    scenario = GENERATORS[kind](Shape(parties=parties, interactions=60, rules=15), 1)
    logic = fresh(scenario)
    logic.exists()

    def act() -> None:
        again = fresh(scenario)
        again.answer("kalai_smorodinsky")
        again.answer("nash")

    return act


def framed(scenario: Scenario) -> Timed:
    fresh(scenario).exists()
    return lambda: fresh(scenario).frontier()


def fresh(scenario: Scenario) -> Logic:
    return Logic(tally(scenario), Running(perf_counter, until=perf_counter() + _SECONDS))
