"""The frontier of an additive scenario of any number of packages, exactly or on a grid that says how far off it is.

Red lines take options out. Reservation values cut at the end, because whatever beats an acceptable package is
acceptable; partial packages that cannot reach them any more are dropped on the way.

Exact as long as the numbers fit: two parties always; three up to about two million steps each; four up to about ten
thousand, five up to about a thousand, as the room for tables allows. Past that every worth is rounded down to a grid:
what is listed then is really reached by its package, but for an efficient package only some listed one is sure that
gives nobody less by more than ``within``. Where even that has no room or time, the frontier is not computed.
"""

from __future__ import annotations

import importlib.util
import math
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from onetext.dealspace.field import Frontier
from onetext.dealspace.frontier.counting import count_from
from onetext.dealspace.frontier.layout import layout
from onetext.dealspace.frontier.reduction import Reduction, reduction
from onetext.dealspace.frontier.whole import followed, stages
from onetext.dealspace.kernels import frontier_of, on_disk, usable
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, Vector

if TYPE_CHECKING:
    from onetext.dealspace.frontier.layout import Layout
    from onetext.dealspace.frontier.points import Points, Reached

    Climb = Callable[[Reduction, Vector, Layout, int, Running], Reached]

ROOM = 3 << 30
"""Bytes the search may take, roughly, unless told otherwise."""
COMPILED = range(2, 6)
"""Dimensions that there are compiled kernels for."""
GRIDS = (16_000, 8_000, 4_000, 2_000, 1_000, 500, 250, 120, 60, 30)
_EASY = 60_000
"""Candidates that Python goes through before it pays to load compiled kernels (0.5 to 1.5 s)."""
_PATIENCE = 3_000_000
"""Candidates that Python goes through where keys do not fit."""

_LEAST_GROWTH = 3.0
"""How much longer a grid twice as fine is taken to last at least."""
_HURRY = 5_000
"""The same where time is short: a coarse grid with compiled kernels says more than nothing."""

Way = Literal["quickest", "compiled", "rows", "whole"]


class Additive:
    """``way`` is for tests and benchmarks: which of the equal ways up is taken. ``room`` in bytes.

    ``grids``: whether a grid will do where the exact frontier has no room or time.
    """

    def __init__(self, tally: Tally, running: Running | None = None, room: int = ROOM, way: Way = "quickest") -> None:
        self.tally = tally
        self.allowed = tally.allowed()
        self.running = running or Running(lambda: 0.0)
        self.room = room
        self.way = way
        self.grids = True

    def frontier(self) -> Frontier:
        if all(self.allowed):
            reduced = reduction(self.tally, self.allowed)
            needs = reduced.needs(self.tally.needs)
            found = None if needs is None else self._found(reduced, needs, acceptable=True)
            if found is not None and (found.packages or not found.exact):
                return found
        reduced = reduction(self.tally, self.tally.everything())
        return self._found(reduced, (0,) * reduced.dimensions, acceptable=False)

    def reach(self) -> Vector | None:
        if not all(self.allowed):
            return None
        return tuple(
            base + sum(max(row[option] for option in options) for row, options in zip(own, self.allowed, strict=True))
            for base, own in zip(self.tally.base, self.tally.own, strict=True)
        )

    def count_from(self, floors: Vector) -> int | None:
        return count_from(self.tally, self.allowed, floors)

    def _found(self, reduced: Reduction, needs: Vector, *, acceptable: bool) -> Frontier:
        """The finest that can be had. ``needs`` are of the exact reduction."""
        easy = self._easy(reduced)
        if easy and (whole := self._whole(reduced, needs, easy)) is not None:
            return Frontier(whole, acceptable)
        best = self._finest(reduced, needs)
        if best is None:
            return Frontier({}, acceptable, exact=False, computed=False)
        coarse, points = best
        if max(coarse.rounding) == 1:
            return Frontier(points, acceptable)
        if acceptable:
            points = points.reaching(self.tally.needs)
        grid, within = self._accuracy(coarse)
        return Frontier(points, acceptable, exact=False, grid=grid, within=within, computed=len(points) > 0)

    def _easy(self, reduced: Reduction) -> float:
        """How many candidates Python may go through before another way is tried."""
        if self.way == "whole" or reduced.dimensions < 2 or not installed("numpy"):
            return math.inf
        if not layout(reduced).fits:
            if reduced.dimensions == 2:
                return math.inf
            return _PATIENCE if math.isinf(self.running.left()) else _HURRY
        return _EASY if self.way == "quickest" and not _loaded(reduced.dimensions) else 0

    def _whole(self, reduced: Reduction, needs: Vector, most: float) -> dict[Vector, Package] | None:
        found = stages([step.worths for step in reduced.steps], reduced.dimensions, most, self.running.over)
        if found is None:
            return None
        top = found[0]
        packages = {
            reduced.vector(vector): reduced.filled(followed(found, way))
            for way, vector in enumerate(top.vectors)
            if all(at >= need for at, need in zip(vector, needs, strict=True))
        }
        return dict(sorted(packages.items(), reverse=True))

    def _finest(self, reduced: Reduction, needs: Vector) -> tuple[Reduction, Points] | None:
        """The points of the finest grid that there is room and time for, with what they are the points of."""
        if not self.grids:
            points = self._climbed(reduced, needs)
            return None if points is None else (reduced, points)
        if reduced.dimensions > 2 and math.isfinite(self.running.left()):
            return self._within_time(reduced, needs)
        for rounding in self._roundings(reduced):
            coarse = reduced.rounded(rounding)
            points = self._climbed(coarse, _lowered(needs, coarse))
            if points is not None:
                return coarse, points
            if self.running.over():
                return None
        return None

    def _within_time(self, reduced: Reduction, needs: Vector) -> tuple[Reduction, Points] | None:
        """From the coarsest grid to finer ones as long as the next should be done in time; the last is the answer.

        How time grows from grid to grid says how long the next will take, and whether the exact one can be had at once.
        """
        best, taken, grids = None, 0.0, [*self._roundings(reduced)][::-1]
        for place, rounding in enumerate(grids):
            start, coarse = self.running.clock(), reduced.rounded(rounding)
            points = self._climbed(coarse, _lowered(needs, coarse))
            if points is None:
                return best
            best, before, taken = (coarse, points), taken, self.running.clock() - start
            growth = max(_LEAST_GROWTH, taken / before if before else 0.0)
            if place and max(rounding) > 1 and taken * growth > self.running.left():
                return best
            exact = taken * growth ** math.log2(max(rounding))
            if max(rounding) > 1 and exact < self.running.left() / 2:
                points = self._climbed(reduced, needs)
                if points is not None or self.running.over():
                    return best if points is None else (reduced, points)
        return best

    def _roundings(self, reduced: Reduction) -> Iterator[Vector]:
        """Exact first, then coarser and coarser."""
        seen = set()
        for grid in (max(reduced.ranges), *GRIDS):
            rounding = tuple(-(-most // grid) for most in reduced.ranges)
            if rounding not in seen:
                seen.add(rounding)
                yield rounding

    def _climbed(self, reduced: Reduction, needs: Vector) -> Points | None:
        from onetext.dealspace.frontier import rows  # noqa: PLC0415  numpy is not loaded before it is needed
        from onetext.dealspace.frontier.points import Points, TooLargeError  # noqa: PLC0415  nor before

        plan = layout(reduced)
        act: Climb = rows.climb
        if (
            self.way != "rows"
            and reduced.dimensions in COMPILED
            and usable(frontier_of(reduced.dimensions), self.running, 0.5)
        ):
            from onetext.dealspace.frontier import climb  # noqa: PLC0415  nor numba

            act = climb.climb
        if not plan.fits:
            return None
        try:
            return Points.of(self.tally, reduced, plan, act(reduced, needs, plan, self.room, self.running))
        except TooLargeError:
            return None

    def _accuracy(self, coarse: Reduction) -> tuple[int, Fraction]:
        """Steps in a utility of 1, of the party with the fewest, and the most a party can be off."""
        grids, within = [], Fraction(0)
        for side, unit in zip(coarse.sides, self.tally.units, strict=True):
            if side.dimension is not None:
                by = coarse.rounding[side.dimension]
                grids.append(unit // (side.factor * by))
                within = max(within, Fraction(len(coarse.steps) * (by - 1) * side.factor, unit))
        return min(grids), within


def _loaded(dimensions: int) -> bool:
    return "numba" in sys.modules and (dimensions not in COMPILED or on_disk(frontier_of(dimensions)))


def installed(library: str) -> bool:
    return library in sys.modules or importlib.util.find_spec(library) is not None


def _lowered(needs: Vector, coarse: Reduction) -> Vector:
    """What rounded worths must give at least where exact ones give what is needed."""
    lost = len(coarse.steps)
    return tuple(max(0, -(-(need - lost * (by - 1)) // by)) for need, by in zip(needs, coarse.rounding, strict=True))
