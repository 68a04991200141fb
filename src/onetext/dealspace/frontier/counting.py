"""How many distinct vectors of an additive scenario reach given floors, beaten ones too."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Sequence

from onetext.dealspace.enumeration import MOST_PACKAGES
from onetext.dealspace.frontier.whole import Stage, stages
from onetext.dealspace.tally import Tally, Vector

_MOST_COUNTED = 200_000
"""Partial sums kept while counting; a scenario small enough to go through one by one is always counted."""
_MOST_OF_MANY = 20_000
"""With three parties and more few sums can be ruled out early, and counting seldom ends: it is given up sooner."""


def count_from(tally: Tally, allowed: Sequence[Sequence[int]], floors: Vector) -> int | None:
    """Forward over the issues, keeping the distinct partial sums that may still reach all floors.

    None where they become too many.
    """
    packages = math.prod(len(options) for options in allowed)
    most = packages if packages <= MOST_PACKAGES else _MOST_COUNTED if tally.parties == 2 else _MOST_OF_MANY
    steps = [
        [tuple(own[issue][option] for own in tally.own) for option in options] for issue, options in enumerate(allowed)
    ]
    sums = {tally.base}
    for step, reaches in zip(steps, _after(steps, tally.parties), strict=True):
        raised = {_sum(vector, added) for vector in sums for added in step}
        sums = {at for at in raised if reaches(tuple([floor - a for floor, a in zip(floors, at, strict=True)]))}
        if len(sums) > most:
            return None
    return len(sums)


def _after(steps: Sequence[Sequence[Vector]], parties: int) -> list[Callable[[Vector], bool]]:
    """By issue, whether the issues after it may give at least as much; for two parties, whether they can."""
    if parties == 2 and (found := stages(steps, 2, math.inf)):
        return [_of_two(stage) for stage in found[1:]]
    left = [(0,) * parties]
    for step in reversed(steps[1:]):
        left.append(_sum(left[-1], tuple(map(max, zip(*step, strict=True)))))
    return [_of_many(most) for most in reversed(left)]


def _of_two(stage: Stage) -> Callable[[Vector], bool]:
    """The last of the falling firsts that is enough has the most of the second."""
    falling = [-first for first, _ in stage.vectors]

    def reaches(needs: Vector) -> bool:
        enough = bisect_right(falling, -needs[0])
        return enough > 0 and stage.vectors[enough - 1][1] >= needs[1]

    return reaches


def _of_many(most: Vector) -> Callable[[Vector], bool]:
    return lambda needs: all(a >= need for a, need in zip(most, needs, strict=True))


def _sum(one: Vector, other: Vector) -> Vector:
    return tuple([a + b for a, b in zip(one, other, strict=True)])
