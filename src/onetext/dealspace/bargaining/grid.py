"""A tally as small whole numbers: for each party steps from its lowest package, as coarse as exactness allows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, Vector

Coefficients = tuple[int, ...]
"""How much a step of each party counts in a sum."""
Allowed = tuple[tuple[int, ...], ...]
"""Options by issue."""
_FITS = 1 << 61
"""Sums of whole numbers below this stay exact in 64 bits."""


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
    """Gains over the floors in whole steps of each party's own. ``options`` by issue: not red, each vector once.

    ``exact``: how many steps over its lowest each option gives, by party, issue and option, int64 (what lies beyond an
    issue's options counts for nothing); None where such numbers are too small for it. ``lows``: what the lowest give.
    """

    def __init__(self, tally: Tally, allowed: Allowed | None = None) -> None:
        self.tally = tally
        self.parties = tally.parties
        self.options: Allowed = tuple(map(_distinct, allowed or tally.allowed(), zip(*tally.own, strict=True)))
        self.empty = not all(self.options)
        self._layouts: dict[Coefficients, Layout] = {}
        self.steps = (1,) * self.parties
        self.lows = (0,) * self.parties
        self.exact: Any = None
        if not self.empty:
            self._measure()

    def _measure(self) -> None:
        """Each party's step: the largest that divides what its options differ by and its lowest gain."""
        own = self._own()
        if own is None:
            self._measure_large()
            return
        least = own.min(axis=2)
        over = own - least[:, :, None]
        shared = np.gcd.reduce(over.reshape(self.parties, -1), axis=1).tolist()
        self._settle(least.sum(axis=1).tolist(), shared)
        self.exact = (
            over // np.array([step if by else 1 for step, by in zip(self.steps, shared, strict=True)])[:, None, None]
        )

    def _settle(self, least: Sequence[int], shared: Sequence[int]) -> None:
        """Steps and lows, from what each party's lowest options give and what its options' differences share."""
        lows = [base + low - floor for base, low, floor in zip(self.tally.base, least, self.tally.floors, strict=True)]
        self.steps = tuple(math.gcd(low, by) or 1 for low, by in zip(lows, shared, strict=True))
        self.lows = tuple(low // step for low, step in zip(lows, self.steps, strict=True))

    def _own(self) -> Any:
        """What the options give, an issue's first one again where it has fewer than others; None if it does not fit."""
        most = max(map(len, self.options))
        places = [options + options[:1] * (most - len(options)) for options in self.options]
        longest = max(map(len, self.tally.own[0]))
        whole = [[row + row[:1] * (longest - len(row)) for row in rows] for rows in self.tally.own]
        try:
            own = np.array(whole, dtype=np.int64)
        except OverflowError:
            return None
        if max(int(own.max()), -int(own.min())) >= _FITS // len(places):
            return None
        return own[:, np.arange(len(places))[:, None], np.array(places)]

    def _measure_large(self) -> None:
        """The same where the numbers of a party are too large for 64 bits."""
        rows = [
            [[row[option] for option in options] for row, options in zip(own, self.options, strict=True)]
            for own in self.tally.own
        ]
        least = [sum(map(min, own)) for own in rows]
        shared = [math.gcd(*(at - min(row) for row in own for at in row)) for own in rows]
        self._settle(least, shared)
        for party, (own, step) in enumerate(zip(rows, self.steps, strict=True)):
            parts = tuple(tuple((at - min(row)) // step for at in row) for row in own)
            self._layouts[self.single(party)] = Layout(self.lows[party], 1, sum(map(max, parts)), parts)

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

    @cached_property
    def _issues(self) -> Any:
        return np.arange(len(self.options))

    def single(self, party: int, coefficient: int = 1) -> Coefficients:
        return tuple(coefficient if other == party else 0 for other in range(self.parties))

    def layout(self, coefficients: Coefficients) -> Layout:
        if coefficients not in self._layouts:
            parties = [party for party, by in enumerate(coefficients) if by]
            alone = self.exact is not None and len(parties) == 1 and coefficients[parties[0]] == 1
            self._layouts[coefficients] = self._alone(parties[0]) if alone else self._laid(coefficients)
        return self._layouts[coefficients]

    def _alone(self, party: int) -> Layout:
        """One party's own gain."""
        rows = self.exact[party].tolist()
        parts = tuple(tuple(row[: len(options)]) for row, options in zip(rows, self.options, strict=True))
        return Layout(self.lows[party], 1, sum(map(max, parts)), parts)

    def _laid(self, coefficients: Coefficients) -> Layout:
        singles = [(by, self.layout(self.single(party))) for party, by in enumerate(coefficients) if by]
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
        if self.exact is not None:
            over = self.exact[:, self._issues, places].sum(axis=1).tolist()
            return tuple(low + at for low, at in zip(self.lows, over, strict=True))
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


def _distinct(options: Sequence[int], rows: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The first of those options that give everybody the same; ``rows`` by party and option."""
    vectors = list(zip(*rows, strict=True))
    if len(set(vectors)) == len(vectors):
        return tuple(options)
    first: dict[Vector, int] = {}
    for option in options:
        first.setdefault(vectors[option], option)
    return tuple(first.values())


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
