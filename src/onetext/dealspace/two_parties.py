"""The exact frontier of two parties over any number of packages, where worth is additive and no rule ties options.

From the last issue to the first: every efficient way to fill the issues from here on is an option here and an
efficient way to fill the rest, since what is beaten in the rest stays beaten in the whole. Red lines take options
out; reservation values cut the frontier at the end, because whatever beats an acceptable package is acceptable.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass

from onetext.dealspace.enumeration import MOST_PACKAGES
from onetext.dealspace.field import Frontier
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, Vector

_MOST_COUNTED = 200_000
"""Partial sums kept while counting ties; a scenario small enough to go through one by one is always counted."""


@dataclass(frozen=True)
class _Stage:
    """The efficient ways to fill the issues from one on: falling first utilities, rising second ones."""

    firsts: list[int]
    seconds: list[int]
    options: list[int]
    rest: list[int]
    """Which way to fill the issues after this one."""


class TwoParties:
    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self.allowed = tally.allowed()
        self._stages: list[_Stage] | None = None

    def frontier(self) -> Frontier:
        found = self._packages(self.stages()) if all(self.allowed) else {}
        acceptable = {vector: package for vector, package in found.items() if min(self.tally.gains(vector)) >= 0}
        if acceptable:
            return Frontier(acceptable, acceptable=True)
        return Frontier(self._packages(self._build(self.tally.everything())), acceptable=False)

    def reach(self) -> Vector | None:
        if not all(self.allowed):
            return None
        top = self.stages()[0]
        return top.firsts[0], top.seconds[-1]

    def stages(self) -> list[_Stage]:
        if self._stages is None:
            self._stages = self._build(self.allowed)
        return self._stages

    def _build(self, allowed: list[list[int]]) -> list[_Stage]:
        """One stage an issue, in the order of the file, and an empty one after the last."""
        stages = [_Stage([self.tally.base[0]], [self.tally.base[1]], [0], [0])]
        for issue in reversed(range(len(allowed))):
            stages.append(self._stage(issue, allowed[issue], stages[-1]))
        return stages[::-1]

    def _stage(self, issue: int, allowed: list[int], after: _Stage) -> _Stage:
        """Equal vectors keep the lowest option, so that the package found is the first in the order of the file."""
        first, second = self.tally.own[0][issue], self.tally.own[1][issue]
        ways = [
            (-first[option] - a, -second[option] - b, option, way)
            for option in allowed
            for way, (a, b) in enumerate(zip(after.firsts, after.seconds, strict=True))
        ]
        ways.sort()
        stage = _Stage([], [], [], [])
        best = ways[0][1] + 1
        for a, b, option, way in ways:
            if b < best:
                best = b
                stage.firsts.append(-a)
                stage.seconds.append(-b)
                stage.options.append(option)
                stage.rest.append(way)
        return stage

    def _packages(self, stages: list[_Stage]) -> dict[Vector, Package]:
        top = stages[0]
        return {(top.firsts[way], top.seconds[way]): _followed(stages, way) for way in range(len(top.firsts))}

    def count_from(self, floors: Vector) -> int | None:
        """Forward over the issues, keeping the distinct partial sums that can still reach both floors."""
        packages = math.prod(len(options) for options in self.allowed)
        most = packages if packages <= MOST_PACKAGES else _MOST_COUNTED
        sums: set[tuple[int, int]] = {(0, 0)}
        for issue, after in enumerate(self.stages()[1:]):
            falling = [-a for a in after.firsts]
            first, second = self.tally.own[0][issue], self.tally.own[1][issue]
            sums = {
                (a + first[option], b + second[option])
                for a, b in sums
                for option in self.allowed[issue]
                if _can_reach(after, falling, floors[0] - a - first[option], floors[1] - b - second[option])
            }
            if len(sums) > most:
                return None
        return len(sums)


def _can_reach(stage: _Stage, falling: list[int], first: int, second: int) -> bool:
    """Whether one way of the stage gives at least both; the last with enough of the first has most of the second."""
    enough = bisect_right(falling, -first)
    return enough > 0 and stage.seconds[enough - 1] >= second


def _followed(stages: list[_Stage], way: int) -> Package:
    package = []
    for stage in stages[:-1]:
        package.append(stage.options[way])
        way = stage.rest[way]
    return tuple(package)
