"""What is largest where it is smallest: the package whose smallest aim is the largest, proved, with all that tie.

An aim is a sum of gains; one party's gain, everybody's together, or a party's gain in shares of its ideal. Whatever
rises above the best package so far must meet a row for each aim, so the proof is a walk that finds nothing more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onetext.dealspace.bargaining.grid import Coefficients, Grid, Row, merged, met, summed
from onetext.dealspace.bargaining.opening import ROUNDS, opened
from onetext.dealspace.bargaining.walk import Walk, exact_fits
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector

MOST_TIES = 2_000
"""Packages of one value that are handed over one by one before another way is tried."""
_ALWAYS_COUNTED = 100_000


@dataclass
class Largest:
    """``places`` is None where no package meets the rows (or, not ``proved``, where none was found in time).

    ``ties`` by gains, each with a package; None where there are too many. ``first`` says whether each of these is
    the first in the order of the file. ``bound`` is an upper bound of ``value``.
    """

    value: int = 0
    places: Package | None = None
    gains: Vector = ()
    ties: dict[Vector, Package] | None = field(default_factory=dict)
    first: bool = True
    proved: bool = False
    bound: float = float("inf")


def largest(
    grid: Grid,
    rows: tuple[Row, ...],
    aims: Sequence[Coefficients],
    running: Running,
    start: Package | None = None,
    rounds: int = ROUNDS,
) -> Largest:
    """Over the packages that meet the rows. ``start`` is one of them, if one is known."""
    return _Climb(grid, rows, aims, running).run(start, rounds)


class _Climb:
    def __init__(self, grid: Grid, rows: tuple[Row, ...], aims: Sequence[Coefficients], running: Running) -> None:
        self.grid = grid
        self.rows = rows
        self.aims = aims
        self.running = running
        self.best = Largest()

    def run(self, start: Package | None, rounds: int) -> Largest:
        opening = opened(self.grid, [Row(aim, 0) for aim in self.aims], self._apart(), rounds)
        self.best.bound = opening.bound
        for places in (start, opening.places):
            if places is not None:
                self._weigh(places)
        for once in (False, True) if exact_fits(self.grid) else (False,):
            self.best.ties, self.best.first = {}, not once
            if self._walked(opening.weights, once=once) or self.running.over():
                return self.best
        self.best.ties = None
        self._walked(opening.weights, strict=1)
        return self.best

    def _apart(self) -> list[Row]:
        """The rows that are not met wherever the smallest aim is not below 0."""
        covered = {Row(aim, 0).plain().coefficients for aim in self.aims}
        return [row for row in self.rows if row.need > 0 or row.plain().coefficients not in covered]

    def _walked(self, weights: dict[Coefficients, float], *, once: bool = False, strict: int = 0) -> bool:
        """Whether it got through. Without ``strict``, packages as good as the best are handed over too."""
        needs = self._needs(strict)
        order = list(needs)
        rows = [Row(coefficients, needs[coefficients]) for coefficients in order]
        walk = Walk(self.grid, rows, [weights.get(coefficients, 0.0) for coefficients in order], once=once)
        most = MOST_TIES if once or self.grid.packages > _ALWAYS_COUNTED else self.grid.packages
        count = 0
        for places in walk.packages(self.running):
            count += 1
            if self._weigh(places):
                count = 0
                needs = self._needs(strict)
                for index, coefficients in enumerate(order):
                    walk.lift(index, needs[coefficients])
            if count > most:
                break
        self.best.proved = walk.done
        return walk.done

    def _needs(self, strict: int) -> dict[Coefficients, int]:
        """What each sum has to reach now."""
        known = self.best.places is not None
        aims = [Row(aim, self.best.value + strict if known else self.grid.layout(aim).low) for aim in self.aims]
        return merged([*self.rows, *aims])

    def _weigh(self, places: Package) -> bool:
        """Whether the package is a new best one."""
        gains = self.grid.gains(places)
        if not met(self.rows, gains):
            return False
        value = min(summed(aim, gains) for aim in self.aims)
        better = self.best.places is None or value > self.best.value
        if better:
            self.best.value, self.best.places, self.best.gains = value, places, gains
            if self.best.ties is not None:
                self.best.ties = {}
        if self.best.ties is not None and value == self.best.value:
            self.best.ties[gains] = min(places, self.best.ties.get(gains, places))
        return better


def some_package(grid: Grid, rows: tuple[Row, ...], running: Running) -> tuple[Package | None, bool]:
    """A package that meets the rows, and whether that or that there is none is proved."""
    rows = tuple(Row(coefficients, need) for coefficients, need in merged(rows).items())
    even = [max(1, (1 << 40) // max(1, grid.layout(row.coefficients).spread)) for row in rows]
    aims = [Row(tuple(by * at for at in row.coefficients), by * row.need) for row, by in zip(rows, even, strict=True)]
    opening = opened(grid, aims, (), rounds=200)
    if met(rows, grid.gains(opening.places)):
        return opening.places, True
    walk = Walk(grid, rows, [opening.weights.get(row.coefficients, 0.0) for row in rows])
    for places in walk.packages(running):
        if met(rows, grid.gains(places)):
            return places, True
    return None, walk.done


def count_vectors(grid: Grid, rows: tuple[Row, ...], running: Running) -> int | None:
    """How many distinct vectors the packages that meet the rows have; None where counting takes too long."""
    rows = tuple(Row(coefficients, need) for coefficients, need in merged(rows).items())
    found: set[Vector] = set()
    most = max(MOST_TIES, grid.packages if grid.packages <= _ALWAYS_COUNTED else 0)
    walk = Walk(grid, rows, [1.0] * len(rows), once=exact_fits(grid))
    for turn, places in enumerate(walk.packages(running)):
        gains = grid.gains(places)
        if met(rows, gains):
            found.add(gains)
        if turn > most:
            return None
    return len(found) if walk.done else None
