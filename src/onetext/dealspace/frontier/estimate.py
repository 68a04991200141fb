"""What a frontier will take, said beforehand: roughly, from the same scenario on two coarse grids."""

from __future__ import annotations

import math
from dataclasses import dataclass

from onetext.dealspace.frontier.climb import climb, table_bytes
from onetext.dealspace.frontier.layout import layout
from onetext.dealspace.frontier.points import TooLargeError
from onetext.dealspace.frontier.reduction import Reduction, reduction
from onetext.dealspace.running import Running
from onetext.dealspace.tally import Tally, Vector

_GRIDS = {2: (500, 1000), 3: (100, 200), 4: (25, 50), 5: (10, 20)}
_SECONDS = {2: 2e-7, 3: 5e-7, 4: 2e-6, 5: 6e-6}
"""A point of the frontier, with all that was looked at on the way to it."""
_BYTES = 160
"""A point: what the last stage holds of it and its candidates, and its vector."""
_ROOM = 1 << 28
_LARGEST = 1000.0
"""Of an exponent of two that a float holds with room to spare."""


@dataclass(frozen=True)
class Estimate:
    """``points``, ``seconds`` and ``bytes`` may each be several times too high or too low."""

    points: float
    seconds: float
    bytes: float


def estimate(tally: Tally, running: Running | None = None) -> Estimate:
    """Of the exact frontier of an additive tally, with compiled kernels that are loaded; infinite where unknown.

    Unknown too where ``running`` was over first.

    How the points grow from one coarse grid to the next is taken to go on, until they are as many as the packages.
    """
    if not all(tally.allowed()):
        return Estimate(0, 0, 0)
    reduced = reduction(tally, tally.allowed())
    needs = reduced.needs(tally.floors)
    if needs is None:
        return Estimate(0, 0, 0)
    if reduced.dimensions < 2:
        return Estimate(1, 0, 0)
    if reduced.dimensions not in _GRIDS:
        return Estimate(math.inf, math.inf, math.inf)
    points = _points(reduced, needs, running or Running(lambda: 0.0))
    tables = table_bytes(reduced.ranges, layout(reduced))
    return Estimate(points, points * _SECONDS[reduced.dimensions] + tables * 2e-9, points * _BYTES + tables)


def _points(reduced: Reduction, needs: Vector, running: Running) -> float:
    few, more = _GRIDS[reduced.dimensions]
    finest = max(reduced.ranges)
    try:
        low, high = (_counted(reduced, needs, grid, running) for grid in (few, more))
    except TooLargeError:
        return math.inf
    if finest <= more or low == 0 or high == 0:
        return float(high)
    growth = min(reduced.dimensions - 1.0, max(0.0, math.log2(high / low)))
    exponent = min(_LARGEST, math.log2(high) + (math.log2(finest) - math.log2(more)) * growth / 2)
    return min(reduced.packages, math.pow(2, exponent))  # not float(packages): a thousand issues are beyond a float


def _counted(reduced: Reduction, needs: Vector, grid: int, running: Running) -> int:
    by = tuple(max(1, -(-most // grid)) for most in reduced.ranges)
    coarse = reduced.rounded(by)
    least = tuple(max(0, need // one - len(coarse.steps)) for need, one in zip(needs, by, strict=True))
    return len(climb(coarse, least, layout(coarse), _ROOM, running).keys)
