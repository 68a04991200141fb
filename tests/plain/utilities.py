"""The plain twin of utility intervals: random admissible points, and the exact bounds where one weight is uncertain.

It imports nothing from ``dealspace`` (S5). A party is plain data: ``weights`` by issue and ``scores`` by issue and
option as ``[low, high]``, ``interactions`` as ``(choices, [low, high])``, ``orders`` as pairs of issues.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

Range = tuple[Fraction, Fraction]
Package = tuple[int, ...]


@dataclass(frozen=True)
class Party:
    weights: list[Range]
    scores: list[list[Range]]
    interactions: list[tuple[list[tuple[int, int]], Range]]
    orders: list[tuple[int, int]]


@dataclass(frozen=True)
class Point:
    weights: list[Fraction]
    scores: list[list[Fraction]]
    extras: list[Fraction]


def packages(party: Party) -> list[Package]:
    return list(product(*(range(len(row)) for row in party.scores)))


def worth(party: Party, point: Point, package: Package) -> Fraction:
    total = sum((point.weights[i] * point.scores[i][o] / 100 for i, o in enumerate(package)), Fraction(0))
    for (choices, _), extra in zip(party.interactions, point.extras, strict=True):
        if all(package[issue] == option for issue, option in choices):
            total += extra
    return total


def utility(party: Party, point: Point, package: Package) -> Fraction | None:
    """None where the best package is worth nothing."""
    best = max(worth(party, point, other) for other in packages(party))
    return worth(party, point, package) / best if best > 0 else None


def admissible(party: Party, weights: list[Fraction]) -> bool:
    return all(weights[heavy] >= weights[light] for heavy, light in party.orders)


def sampled(party: Party, rng: random.Random, count: int) -> Iterator[Point]:
    """Random admissible points, at least half of each at an end of its range."""

    def draw(ends: Range) -> Fraction:
        low, high = ends
        return rng.choice([low, high, low + (high - low) * Fraction(rng.randint(0, 12), 12)])

    for _ in range(count):
        weights = [draw(ends) for ends in party.weights]
        if admissible(party, weights):
            yield Point(
                weights,
                [[draw(ends) for ends in row] for row in party.scores],
                [draw(ends) for _, ends in party.interactions],
            )


def corners(party: Party) -> Iterator[Point]:
    """Every combination of ends whose weights keep the orders, and where two ordered weights meet, of their meeting.

    Each weight takes any end of any weight within its own range: the corners of a box cut by orders are among these.
    """
    ends = sorted({end for ends in party.weights for end in ends})
    choices = [[end for end in ends if low <= end <= high] for low, high in party.weights]
    sizes = [len(row) for row in party.scores]
    flat = [ends for row in party.scores for ends in row]
    for weights in product(*choices):
        if not admissible(party, list(weights)):
            continue
        for scores in product(*(sorted(set(ends)) for ends in flat)):
            rest = iter(scores)
            table = [[next(rest) for _ in range(size)] for size in sizes]
            for extras in product(*(sorted(set(ends)) for _, ends in party.interactions)):
                yield Point(list(weights), table, list(extras))


def meetings(party: Party, issue: int) -> Iterator[Point]:
    """With one uncertain weight: its ends, and wherever two packages are worth the same, at every end of the rest."""
    for point in corners(party):
        yield point
        low, high = party.weights[issue]
        for a, b in product(packages(party), repeat=2):
            slope = (point.scores[issue][a[issue]] - point.scores[issue][b[issue]]) / 100
            if slope == 0:
                continue
            at = point.weights[issue] - (worth(party, point, a) - worth(party, point, b)) / slope
            if low <= at <= high:
                weights = [*point.weights[:issue], at, *point.weights[issue + 1 :]]
                if admissible(party, weights):
                    yield Point(weights, point.scores, point.extras)
