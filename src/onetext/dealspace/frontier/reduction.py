"""An additive scenario made small: nothing that cannot matter for its frontier is left in.

Red lines go first, then the options that another option of the same issue beats for everybody, then from each party's
worths the smallest of each issue and what all of them have in common as a factor. A party to whom nothing is left to
choose drops out; parties who then want the same share a dimension.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from onetext.dealspace.efficient import efficient
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, Vector


@dataclass(frozen=True)
class Step:
    """An issue with something to choose: options by their number in the file, each with its worth by dimension."""

    issue: int
    options: tuple[int, ...]
    worths: tuple[Vector, ...]

    @cached_property
    def most(self) -> Vector:
        return tuple(map(max, zip(*self.worths, strict=True)))


@dataclass(frozen=True)
class Side:
    """One party's worth: ``shift`` and, where it has a dimension, ``factor`` times what the steps give there."""

    shift: int
    factor: int = 0
    dimension: int | None = None


@dataclass(frozen=True)
class Reduction:
    """``package`` holds the options of the issues where nothing is left to choose; ``steps`` are in file order.

    ``rounding``, by dimension, is what the worths of the steps were divided by beyond the exact factor: 1 is exact.
    """

    package: Package
    steps: tuple[Step, ...]
    sides: tuple[Side, ...]
    rounding: Vector

    @property
    def dimensions(self) -> int:
        return len(self.rounding)

    @cached_property
    def ranges(self) -> Vector:
        """The most the steps can give together, by dimension."""
        return tuple(sum(step.most[dimension] for step in self.steps) for dimension in range(self.dimensions))

    @property
    def packages(self) -> int:
        return math.prod(len(step.options) for step in self.steps)

    def needs(self, floors: Sequence[int]) -> Vector | None:
        """What the steps must give so that every party has its floor; None where they cannot."""
        found = [0] * self.dimensions
        for side, floor in zip(self.sides, floors, strict=True):
            if side.dimension is None:
                if side.shift < floor:
                    return None
            else:
                least = -(-(floor - side.shift) // side.factor)
                found[side.dimension] = max(found[side.dimension], least)
        if any(need > most for need, most in zip(found, self.ranges, strict=True)):
            return None
        return tuple(found)

    def vector(self, reduced: Sequence[int]) -> Vector:
        """What the parties have of these worths by dimension; exact reductions only."""
        return tuple(
            side.shift if side.dimension is None else side.shift + side.factor * reduced[side.dimension]
            for side in self.sides
        )

    def filled(self, chosen: Sequence[int]) -> Package:
        """The package with the chosen option, counted within its step, at each step."""
        package = list(self.package)
        for step, number in zip(self.steps, chosen, strict=True):
            package[step.issue] = step.options[number]
        return tuple(package)

    def rounded(self, rounding: Vector) -> Reduction:
        """The same with each worth of a step divided and rounded down."""
        if all(by == 1 for by in rounding):
            return self
        steps = tuple(
            replace(step, worths=tuple(_divided(row, rounding) for row in step.worths)) for step in self.steps
        )
        return replace(self, steps=steps, rounding=rounding)


def reduction(tally: Tally, allowed: Sequence[Sequence[int]]) -> Reduction:
    """Of an additive tally and at least one allowed option an issue."""
    kept = [_unbeaten(tally, issue, options) for issue, options in enumerate(allowed)]
    own = [
        [[tally.own[party][issue][option] for option in options] for issue, options in enumerate(kept)]
        for party in range(tally.parties)
    ]
    columns: dict[tuple[tuple[int, ...], ...], int] = {}
    sides = []
    for base, rows in zip(tally.base, own, strict=True):
        lowest = [min(row) for row in rows]
        raised = [[at - low for at in row] for row, low in zip(rows, lowest, strict=True)]
        shift, factor = base + sum(lowest), math.gcd(*(at for row in raised for at in row))
        if factor == 0:
            sides.append(Side(shift))
        else:
            column = tuple(tuple(at // factor for at in row) for row in raised)
            sides.append(Side(shift, factor, columns.setdefault(column, len(columns))))
    steps = tuple(
        Step(issue, tuple(options), tuple(zip(*(column[issue] for column in columns), strict=True)))
        for issue, options in enumerate(kept)
        if len(options) > 1
    )
    return Reduction(tuple(options[0] for options in kept), steps, tuple(sides), (1,) * len(columns))


def _divided(row: Vector, rounding: Vector) -> Vector:
    return tuple(at // by for at, by in zip(row, rounding, strict=True))


def _unbeaten(tally: Tally, issue: int, options: Sequence[int]) -> list[int]:
    """The options of an issue that no other beats; of equal ones the first."""
    first: dict[Vector, int] = {}
    for option in options:
        first.setdefault(tuple(own[issue][option] for own in tally.own), option)
    return sorted(first[vector] for vector in efficient(first))
