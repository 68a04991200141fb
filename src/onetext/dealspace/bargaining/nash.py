"""The Nash package, proved: by one tangent in the kernel, and where that is too weak by as many as it takes."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from onetext.dealspace.bargaining import nash_kernel
from onetext.dealspace.bargaining.compiling import compiled, slice_of
from onetext.dealspace.bargaining.grid import Grid, summed
from onetext.dealspace.bargaining.largest import MOST_TIES, some_package
from onetext.dealspace.bargaining.walk import Walk, exact_fits
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector

_FITS = 1 << 50
"""Whole numbers of this size are exact as floats, sums of a few of them too."""


@dataclass
class Product:
    """``places`` is None where nobody can have everybody gain (or, not ``proved``, where nothing was found in time).

    ``excess``: the bound over the value, less 1. ``ties`` by gains; None where there are too many.
    """

    places: Package | None = None
    gains: Vector = ()
    value: int = 0
    ties: dict[Vector, Package] | None = field(default_factory=dict)
    first: bool = True
    proved: bool = False
    excess: float = 0.0


def nash(grid: Grid, running: Running) -> Product:
    """The package with the largest product of gains, everybody gaining something."""
    start = _one_tangent(grid)
    if start is not None and start.proved and start.ties is not None:
        return start
    places, proved = (start.places, True) if start and start.places else some_package(grid, grid.floors(1), running)
    if places is None:
        return Product(proved=proved)
    search = _Search(grid, places, once=False)
    if not search.walked(running) and not running.over():
        search = _Search(grid, places, once=exact_fits(grid))
        search.walked(running)
    return search.best


def _one_tangent(grid: Grid) -> Product | None:
    """None where the kernel does not settle it; ``ties`` None where it found several packages of the best product."""
    if grid.exact is None:
        return None
    spreads = grid.exact.max(axis=2).sum(axis=1).tolist()
    if any(spread + abs(low) > _FITS for spread, low in zip(spreads, grid.lows, strict=True)):
        return None
    counts = np.array(list(map(len, grid.options)), dtype=np.int64)
    floors = -np.array([grid.lows], dtype=np.int64)
    found = np.zeros((1, len(counts)), dtype=np.int64)
    states = np.zeros(1, dtype=np.int64)
    equals = np.zeros(1, dtype=np.int64)
    kernel = compiled(grid.packages, nash_kernel.nash_samples, *nash_kernel.PARTS)
    kernel(grid.exact[None], floors, counts, 10 * slice_of(grid.packages), found, states, equals)
    if states[0] == nash_kernel.NOTHING:
        return Product(proved=True)
    if states[0] == nash_kernel.OPEN:
        return None
    places = tuple(map(int, found[0]))
    gains = grid.gains(places)
    ties = {gains: places} if equals[0] == 1 else None
    return Product(places, gains, math.prod(gains), ties, proved=True)


class _Search:
    """A walk over the packages whose product may be at least the best one's."""

    def __init__(self, grid: Grid, places: Package, *, once: bool) -> None:
        self.grid = grid
        self.start = grid.gains(places)
        self.best = Product(places, self.start, math.prod(self.start), first=not once)
        self.walk = Walk(grid, grid.floors(), [1.0] * grid.parties, once=once, around=self.start)
        self.best.excess = self._excess()

    def walked(self, running: Running) -> bool:
        """Whether it got through; packages found twice may be too many when each is handed over."""
        count = 0
        for places in self.walk.packages(running):
            gains = self.grid.gains(places)
            value = math.prod(gains) if min(gains) > 0 else 0
            if value > self.best.value:
                self._raise(places, gains, value)
            elif value == self.best.value:
                self._tie(places, gains)
                count += 1
                if count > MOST_TIES and self.best.first:
                    return False
        self.best.proved = self.walk.done
        if self.walk.done:
            self.best.excess = 0.0
        return self.walk.done

    def _raise(self, places: Package, gains: Vector, value: int) -> None:
        self.best.places, self.best.gains, self.best.value = places, gains, value
        self.best.ties = {gains: places}
        self.walk.product = value / math.prod(self.start)
        self.best.excess = self._excess()

    def _tie(self, places: Package, gains: Vector) -> None:
        """All ties as long as they are few; the best of them always."""
        ties = self.best.ties
        if ties is not None:
            ties[gains] = min(places, ties.get(gains, places))
            if len(ties) > MOST_TIES:
                self.best.ties = None
        if self._rank(gains, places) > self._rank(self.best.gains, self.best.places or ()):
            self.best.gains, self.best.places = gains, places

    def _rank(self, gains: Vector, places: Package) -> tuple[list[int], list[int]]:
        return self.grid.fairness(gains), [-place for place in places]

    def _excess(self) -> float:
        """How far the tangent at the best package says the product may be above it."""
        whole = max(self.best.gains) << 20
        tangent = tuple(whole // gain for gain in self.best.gains)
        layout = self.grid.layout(tangent)
        most = layout.low + layout.spread * layout.unit
        return float((most / summed(tangent, self.best.gains)) ** len(tangent) - 1)
