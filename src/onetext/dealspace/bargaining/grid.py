"""A tally as small whole numbers: for each party steps from its lowest package, as coarse as exactness allows."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, Vector

Coefficients = tuple[int, ...]
"""How much a step of each party counts in a sum."""
Allowed = tuple[tuple[int, ...], ...]
"""Options by issue."""


@dataclass(frozen=True)
class Row:
    """Asks that the parties' gains, times the coefficients, add up to at least ``need``."""

    coefficients: Coefficients
    need: int

    def plain(self) -> Row:
        """The same with coefficients as small as can be."""
        shared = math.gcd(*self.coefficients) or 1
        return Row(tuple(by // shared for by in self.coefficients), -(-self.need // shared))


def merged(rows: Iterable[Row]) -> dict[Coefficients, int]:
    """What each sum needs, the rows in their plain form."""
    needs: dict[Coefficients, int] = {}
    for row in map(Row.plain, rows):
        needs[row.coefficients] = max(row.need, needs.get(row.coefficients, row.need))
    return needs


@dataclass(frozen=True)
class Layout:
    """A sum in steps of ``unit`` over ``low``: what each option adds, at least 0; ``spread`` is the most of it."""

    low: int
    unit: int
    spread: int
    parts: tuple[tuple[int, ...], ...]

    def steps(self, need: int) -> int:
        """How many steps reach ``need``."""
        return -((self.low - need) // self.unit)


class Grid:
    """Gains over the floors in whole steps of each party's own. ``options`` by issue: not red, each vector once."""

    def __init__(self, tally: Tally, allowed: Allowed | None = None) -> None:
        self.tally = tally
        self.parties = tally.parties
        self.options: Allowed = tuple(map(self._distinct, range(len(tally.own[0])), allowed or tally.allowed()))
        self.empty = not all(self.options)
        self._layouts: dict[Coefficients, Layout] = {}
        self.steps = (1,) * self.parties
        if not self.empty:
            self._measure()

    def _measure(self) -> None:
        """Each party's step: the largest that divides what its options differ by and its lowest gain."""
        found = []
        for party, (own, base, floor) in enumerate(
            zip(self.tally.own, self.tally.base, self.tally.floors, strict=True)
        ):
            rows = [[own[issue][option] for option in options] for issue, options in enumerate(self.options)]
            lows = list(map(min, rows))
            low = base + sum(lows) - floor
            step = math.gcd(low, *(at - least for row, least in zip(rows, lows, strict=True) for at in row)) or 1
            parts = tuple(tuple((at - least) // step for at in row) for row, least in zip(rows, lows, strict=True))
            self._layouts[self.single(party)] = Layout(low // step, 1, sum(map(max, parts)), parts)
            found.append(step)
        self.steps = tuple(found)

    def _distinct(self, issue: int, options: list[int] | tuple[int, ...]) -> tuple[int, ...]:
        """The first of those options that give everybody the same."""
        first: dict[Vector, int] = {}
        for option in options:
            first.setdefault(tuple(own[issue][option] for own in self.tally.own), option)
        return tuple(first.values())

    def floors(self, least: int = 0) -> tuple[Row, ...]:
        """Every party gains at least so many steps."""
        return tuple(Row(self.single(party), least) for party in range(self.parties))

    @property
    def packages(self) -> int:
        return math.prod(map(len, self.options))

    @cached_property
    def factors(self) -> Coefficients:
        """What a step of each party is on the scale all parties share."""
        return tuple(
            step * (self.tally.common // unit) for step, unit in zip(self.steps, self.tally.units, strict=True)
        )

    def single(self, party: int, coefficient: int = 1) -> Coefficients:
        return tuple(coefficient if other == party else 0 for other in range(self.parties))

    def layout(self, coefficients: Coefficients) -> Layout:
        if coefficients not in self._layouts:
            self._layouts[coefficients] = self._laid(coefficients)
        return self._layouts[coefficients]

    def _laid(self, coefficients: Coefficients) -> Layout:
        singles = [(by, self._layouts[self.single(party)]) for party, by in enumerate(coefficients) if by]
        rows = [
            [sum(by * one.parts[issue][place] for by, one in singles) for place in range(len(options))]
            for issue, options in enumerate(self.options)
        ]
        lows = list(map(min, rows))
        unit = math.gcd(*(at - least for row, least in zip(rows, lows, strict=True) for at in row)) or 1
        parts = tuple(tuple((at - least) // unit for at in row) for row, least in zip(rows, lows, strict=True))
        low = sum(lows) + sum(by * one.low for by, one in singles)
        return Layout(low, unit, sum(map(max, parts)), parts)

    def gains(self, places: Package) -> Vector:
        """In steps, of a package given by the places of its options in ``options``."""
        return tuple(
            one.low + sum(row[place] for row, place in zip(one.parts, places, strict=True))
            for one in map(self.layout, map(self.single, range(self.parties)))
        )

    def package(self, places: Package) -> Package:
        return tuple(options[place] for options, place in zip(self.options, places, strict=True))

    def vector(self, gains: Vector) -> Vector:
        """In the units of the tally."""
        return tuple(
            floor + gain * step for floor, gain, step in zip(self.tally.floors, gains, self.steps, strict=True)
        )

    def fairness(self, gains: Vector) -> list[int]:
        """Rising gains on the scale all parties share: the larger, the better by leximin."""
        return sorted(gain * factor for gain, factor in zip(gains, self.factors, strict=True))


def summed(coefficients: Coefficients, gains: Vector) -> int:
    return sum(by * gain for by, gain in zip(coefficients, gains, strict=True))


def met(rows: tuple[Row, ...], gains: Vector) -> bool:
    return all(summed(row.coefficients, gains) >= row.need for row in rows)


def reaching(grid: Grid, vector: Vector) -> tuple[Row, ...]:
    """Every party has at least what this vector, in the units of the tally, gives it."""
    return tuple(
        Row(grid.single(party), -((floor - at) // step))
        for party, (at, floor, step) in enumerate(zip(vector, grid.tally.floors, grid.steps, strict=True))
    )
