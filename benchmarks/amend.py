"""Amendments of a draft: every single change, every trade of two points, the best of three, and the proof beyond."""

from __future__ import annotations

import random
from dataclasses import replace
from time import perf_counter

from benchmarks.registry import Timed, step
from benchmarks.scenarios import GENERATORS, Shape
from onetext.dealspace.amend.amending import amend
from onetext.dealspace.amend.moves import Moves
from onetext.dealspace.amend.smallest import improves, smallest
from onetext.dealspace.running import Running
from onetext.dealspace.tally import tally

SIZE = "28 points of 4 options, 5 parties"


@step("trades", "independent", SIZE)
def independent() -> Timed:
    return trading("independent", Shape(parties=5))


@step("trades", "spatial", SIZE)
def spatial() -> Timed:
    return trading("spatial", Shape(parties=5))


@step("trades", "opposed", SIZE)
def opposed() -> Timed:
    return trading("opposed", Shape(parties=5))


@step("trades", "independent, 60 interactions, 15 rules", SIZE)
def tied() -> Timed:
    return trading("independent", Shape(parties=5, interactions=60, rules=15))


@step("amend, with the proof of efficiency", "independent", SIZE)
def whole() -> Timed:
    return amending("independent", Shape(parties=5))


@step("amend, with the proof of efficiency", "opposed", SIZE)
def whole_opposed() -> Timed:
    return amending("opposed", Shape(parties=5))


@step("amend, with the proof of efficiency", "independent, 60 interactions, 15 rules", SIZE, runs=3)
def whole_tied() -> Timed:
    return amending("independent", Shape(parties=5, interactions=60, rules=15))


@step("trades", "independent", "100 points of 4 options, 5 parties", runs=3)
def many_points() -> Timed:
    return trading("independent", Shape(points=100, parties=5))


def trading(kind: str, shape: Shape) -> Timed:
    counted = tally(GENERATORS[kind](shape, 1))
    draft = at_random(shape)
    running = Running(perf_counter)
    return lambda: list(smallest(Moves(counted, draft), improves, 3, 100, running))


def amending(kind: str, shape: Shape) -> Timed:
    scenario = replace(GENERATORS[kind](shape, 1), draft=at_random(shape))
    return lambda: amend(scenario, perf_counter)


def at_random(shape: Shape) -> tuple[int, ...]:
    chance = random.Random(3)
    return tuple(chance.randrange(shape.options) for _ in range(shape.points))
