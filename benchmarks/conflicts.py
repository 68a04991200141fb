"""Conflicts among a hundred red lines and five reservations, near the edge of a deal: the hardest ones."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from time import perf_counter

from benchmarks.registry import Timed, step
from benchmarks.scenarios import GENERATORS, Shape
from onetext.dealspace.conflicts.finding import conflicts
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Choice, Scenario

_SIZE = "28 points of 4 options, 5 parties, 100 red lines"


@step("conflicts", "one minimal set, independent, with the way out", _SIZE)
def one_independent() -> Timed:
    return finding("independent", "0.711")


@step("conflicts", "one minimal set, spatial, with the way out", _SIZE)
def one_spatial() -> Timed:
    return finding("spatial", "0.765")


@step("conflicts", "one minimal set, opposed, with the way out", _SIZE)
def one_opposed() -> Timed:
    return finding("opposed", "0.569")


@step("conflicts", "the smallest, proved, independent", _SIZE, runs=3)
def smallest_independent() -> Timed:
    return finding("independent", "0.757", prove_smallest=True)


@step("conflicts", "the smallest, proved, spatial", _SIZE, runs=3)
def smallest_spatial() -> Timed:
    return finding("spatial", "0.801", prove_smallest=True)


@step("conflicts", "the smallest, proved, opposed", _SIZE, runs=3)
def smallest_opposed() -> Timed:
    return finding("opposed", "0.609", prove_smallest=True)


@step("conflicts", "the 20 smallest, spatial", _SIZE, runs=3)
def twenty() -> Timed:
    return finding("spatial", "0.801", most=20)


def finding(kind: str, reservation: str, *, prove_smallest: bool = False, most: int = 1) -> Timed:
    """Imports and compiled code are there before the clock starts."""
    scenario = refusing(kind, reservation)
    conflicts(scenario, Running(perf_counter, perf_counter() + 30))
    return lambda: conflicts(
        scenario, Running(perf_counter, perf_counter() + 60), prove_smallest=prove_smallest, most=most
    )


def refusing(kind: str, reservation: str, lines: int = 100, seed: int = 0) -> Scenario:
    """Five parties with the same reservation; each refuses what it likes least on some points, no point shut whole."""
    shape = Shape(parties=5, reservation=Fraction(reservation))
    scenario = GENERATORS[kind](shape, seed)
    chance = random.Random(seed)
    refused: list[set[Choice]] = [set() for _ in scenario.parties]
    open_ = [set(range(shape.options)) for _ in range(shape.points)]
    while sum(map(len, refused)) < lines:
        party, point = chance.randrange(shape.parties), chance.randrange(shape.points)
        scores = scenario.parties[party].scores[point]
        left = [option for option in range(shape.options) if (point, option) not in refused[party]]
        _, option = min((scores[option].middle, option) for option in left)
        if open_[point] - {option}:
            open_[point] -= {option}
            refused[party].add((point, option))
    parties = (
        replace(party, red_lines=frozenset(found)) for party, found in zip(scenario.parties, refused, strict=True)
    )
    return replace(scenario, parties=tuple(parties))
