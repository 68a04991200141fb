"""What is to be large: the smallest of some parties' gains on a scale, or the sum of utilities."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from onetext.dealspace.logic.ladder import Goal
from onetext.dealspace.logic.search import Given, Search
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector

_ROOM = 1 << 57
_FINE = 1 << 50
"""Small sums are raised to this: what the floors weigh besides is at least 1, and must not count as much as a sum."""
_SCALE = 1 << 40
_ASIDE = 1000
"""How much less the multipliers of parties that only have a floor weigh at the start."""


@dataclass(frozen=True)
class Smallest:
    """The smallest gain of ``parties``, each divided by its ``scale``; every party keeps its floor.

    Gains are over ``zero``, the reservation values where it is not given. ``given`` is a weighed sum that packages
    must reach as well.
    """

    search: Search
    parties: tuple[int, ...]
    scale: Vector
    floors: Vector
    given: Given | None = None
    zero: Vector | None = None
    tops: Vector | None = None
    """No package gives a party more, if known."""

    @property
    def start(self) -> Vector:
        return self.search.model.tally.floors if self.zero is None else self.zero

    def goal(self, lowest: Fraction | None = None) -> Goal:
        return Goal(
            self._ratio(self.floors) if lowest is None else lowest,
            self._highest(),
            self._ratio,
            self._through,
            lambda level: self.search.refuted(self.floors_at(level), given=self.given, weights=self._weights()),
            lambda value: self.search.raise_floors(self.floors_at(value, more=True)),
        )

    def all(self) -> Iterator[tuple[Package, Vector]]:
        """Every package that reaches the floors and the sum."""
        return self.search.through(self.floors, given=self.given, weights=self._weights())

    def _ratio(self, vector: Vector) -> Fraction:
        zero = self.start
        return min(Fraction(vector[party] - zero[party], self.scale[party]) for party in self.parties)

    def floors_at(self, level: Fraction, *, more: bool = False) -> Vector:
        """What each party must have for the smallest to be at least, or more than, a level."""
        zero = self.start
        floors = list(self.floors)
        for party in self.parties:
            amount = level * self.scale[party]
            needed = math.floor(amount) + 1 if more else math.ceil(amount)
            floors[party] = max(floors[party], zero[party] + needed)
        return tuple(floors)

    def _through(self, level: Fraction) -> Iterator[tuple[Package, Vector]]:
        return self.search.through(self.floors_at(level), given=self.given, weights=self._weights())

    def _highest(self) -> Fraction:
        return self._ratio(self.tops or tuple(most(self.search, party) for party in range(len(self.floors))))

    def _weights(self) -> list[int]:
        model = self.search.model
        weights = []
        for party, span in enumerate(model.ranges):
            aside = 1 if party in self.parties else _ASIDE
            weights.append(max(1, _SCALE // len(model.ranges) // span // aside))
        return weights


def most(search: Search, party: int) -> int:
    """No package gives the party more."""
    model = search.model
    cap = model.tally.caps[party]
    at = model.offsets[party] + model.units[party] * model.ranges[party]
    return at if cap is None else min(cap, at)


@dataclass(frozen=True)
class Sum:
    """A weighed sum of what parties have; utilities on the shared scale where ``factors`` are those of the tally."""

    search: Search
    factors: Vector
    floors: Vector

    @classmethod
    def of_utilities(cls, search: Search, floors: Vector) -> Sum:
        tally = search.model.tally
        return cls(search, tuple(tally.common // unit for unit in tally.units), floors)

    def goal(self) -> Goal:
        return Goal(
            self._sum(self.floors),
            self._sum(tuple(most(self.search, party) for party in range(len(self.floors)))),
            self._sum,
            lambda level: self.search.through(self.floors, given=self.given(level)),
            lambda level: self.search.refuted(self.floors, given=self.given(level)),
            lambda value: self.search.raise_given(self.given(value + 1)),
        )

    def _sum(self, vector: Vector) -> Fraction:
        return Fraction(sum(factor * at for factor, at in zip(self.factors, vector, strict=True)))

    def given(self, level: Fraction) -> Given:
        """The sum in the model's counts; coarser where it would not fit, then lower by what rounding can add."""
        model = self.search.model
        weights = [factor * unit for factor, unit in zip(self.factors, model.units, strict=True)]
        least = math.ceil(level) - int(self._sum(model.offsets))
        shared = math.gcd(*weights) or 1

        def met(vector: Vector) -> bool:
            return self._sum(vector) >= level

        spans = sum(weight * span for weight, span in zip(weights, model.ranges, strict=True))
        if spans // shared < _ROOM:
            fine = max(1, _FINE // (spans // shared))
            return Given([weight // shared * fine for weight in weights], -(-least // shared) * fine, met)
        coarse = -(-spans // _ROOM)
        return Given([-(-weight // coarse) for weight in weights], least // coarse - sum(model.ranges) - 1, met)
