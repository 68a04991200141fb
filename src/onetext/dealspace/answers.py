"""The four answers, read off a frontier: Nash, Kalai and Smorodinsky, leximin and utilitarian.

Each maximises a whole number over the efficient vectors; equal values are decided by leximin on gains, then by the
order of the file. A beaten package is never an answer: what beats it has at least its value, and the better leximin.

Nash (1950): the product of the gains over the reservation values; where somebody without a reservation loses, the
largest loss counts, below every product. Kalai and Smorodinsky (1975): the smallest ratio
of gain to ideal gain. Leximin: the smallest gain, then the next smallest. Utilitarian: the sum of utilities.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from gettext import gettext as _
from typing import Literal

from onetext.dealspace.field import Field, Frontier
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, Vector

Name = Literal["nash", "kalai_smorodinsky", "leximin", "utilitarian"]
NAMES: tuple[Name, ...] = ("nash", "kalai_smorodinsky", "leximin", "utilitarian")

_MANY = 5_000
"""Points above which floats first say where the answers can be."""


@dataclass(frozen=True)
class Answer:
    """``value`` is the product, the ratio, the smallest gain or the sum; ``ties`` is None where they were not counted.

    ``gap`` is an upper bound of the best value minus ``value``: 0 where it is ``proved``.
    """

    name: Name
    package: Package
    vector: Vector
    value: Fraction
    ties: int | None
    proved: bool = True
    gap: Fraction = Fraction(0)


def _product(gains: Vector) -> int:
    """Or the largest loss, where somebody loses."""
    least = min(gains)
    return least if least < 0 else math.prod(gains)


class Bargain:
    """An acceptable, exact frontier and the gains on it."""

    def __init__(self, tally: Tally, field: Field, frontier: Frontier) -> None:
        self.tally = tally
        self.field = field
        self.packages = frontier.packages
        self._many = getattr(frontier.packages, "vectors", None) if len(frontier.packages) > _MANY else None
        self._gains = {} if self._many is not None else self._gained(frontier.packages)
        self.ideal = self._ideal()
        self.common = math.lcm(*(gain for gain in self.ideal if gain > 0))
        """Ratios to the ideal gains are compared as whole numbers of 1 / ``common``."""

    def answer(self, name: Name) -> Answer:
        act: dict[Name, Callable[[], Answer]] = {
            "nash": self.nash,
            "kalai_smorodinsky": self.kalai_smorodinsky,
            "leximin": self.leximin,
            "utilitarian": self.utilitarian,
        }
        return act[name]()

    def nash(self) -> Answer:
        vector, value, ties = self._best("nash", _product)
        if value <= 0:  # somebody gains nothing in every acceptable package: all tie that lose no more
            floors = self._floors([value] * self.tally.parties)
            return self._made("nash", vector, Fraction(value, self.tally.common), self.field.count_from(floors))
        return self._made("nash", vector, Fraction(value, self.tally.common**self.tally.parties), ties)

    def kalai_smorodinsky(self) -> Answer:
        vector, value, _ = self._best("kalai_smorodinsky", self._ratio)
        floors = self._floors([-(-value * ideal // self.common) if ideal > 0 else None for ideal in self.ideal])
        ties = self.field.count_from(floors)  # beaten packages too can have the same smallest ratio
        return self._made("kalai_smorodinsky", vector, Fraction(value, self.common), ties)

    def leximin(self) -> Answer:
        vector, value, _ = self._best("leximin", min)
        same = sorted(self.tally.gains(vector))
        ties = sum(sorted(gains) == same for gains in self._candidates("leximin").values())
        return self._made("leximin", vector, Fraction(value, self.tally.common), ties)

    def utilitarian(self) -> Answer:
        vector, _, ties = self._best("utilitarian", sum)
        return self._made("utilitarian", vector, sum(self.tally.utilities(vector), Fraction(0)), ties)

    def _floors(self, gains: Iterable[int | None]) -> Vector:
        """What a package must give for at least these gains, on the scale all parties share; None: for any."""
        return tuple(
            need if gain is None else max(need, floor - (-gain // (self.tally.common // unit)))
            for need, floor, unit, gain in zip(
                self.tally.needs, self.tally.floors, self.tally.units, gains, strict=True
            )
        )

    def _ratio(self, gains: Vector) -> int:
        """The smallest ratio of gain to ideal gain, which counts 1 where nobody could gain."""
        return min(
            gain * (self.common // ideal) if ideal > 0 else self.common
            for gain, ideal in zip(gains, self.ideal, strict=True)
        )

    def _gained(self, vectors: Iterable[Vector]) -> dict[Vector, Vector]:
        return {vector: self.tally.gains(vector) for vector in vectors}

    def _ideal(self) -> Vector:
        if self._many is None:
            return tuple(map(max, zip(*self._gains.values(), strict=True)))
        return self.tally.gains(tuple(int(self._many[:, party].max()) for party in range(self.tally.parties)))

    def _candidates(self, name: Name) -> dict[Vector, Vector]:
        """The vectors, with their gains, among which the answer and its ties must be."""
        if self._many is None:
            return self._gains
        from onetext.dealspace.shortlist import shortlist  # noqa: PLC0415  numpy is there already when it is needed

        return self._gained(shortlist(self._many, self.tally, self.ideal, name))

    def _best(self, name: Name, worth: Callable[[Vector], int]) -> tuple[Vector, int, int]:
        """The best vector, its value, and how many have that value."""
        gained = self._candidates(name)
        values = {vector: worth(gains) for vector, gains in gained.items()}
        most = max(values.values())
        tied = [vector for vector, value in values.items() if value == most]
        fairest = max(sorted(gained[vector]) for vector in tied)
        chosen = min((vector for vector in tied if sorted(gained[vector]) == fairest), key=self.packages.__getitem__)
        return chosen, most, len(tied)

    def _made(self, name: Name, vector: Vector, value: Fraction, ties: int | None) -> Answer:
        return Answer(name, self.packages[vector], vector, value, ties)


def called(name: Name) -> str:
    """The answer's name in words."""
    return {
        "nash": _("Nash"),
        "kalai_smorodinsky": _("Kalai-Smorodinsky"),
        "leximin": _("leximin"),
        "utilitarian": _("largest sum"),
    }[name]
