"""What an engine finds out about the acceptable packages: enough to read every answer off it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import Protocol

from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector


@dataclass(frozen=True)
class Frontier:
    """The distinct efficient vectors, falling by party, each with its first package in the order of the file.

    ``acceptable`` is False where no package is acceptable: then these are over the packages that break no rule.

    Where it is not ``exact``, no answer may be read off it: each vector is reached by its package, but worths were
    rounded down to ``grid`` steps of a utility of 1. For any efficient package that gives everybody at least
    ``within`` more than the reservation value, some listed one gives nobody less by more than ``within``, a utility;
    some listed ones may be beaten by that much. Without ``grid`` it is ``partial``: only what was found in time. Not
    ``computed``: it has no points, and whether any package is acceptable is not known from here. ``seconds`` then says,
    roughly, how long the whole of it would take: infinite where nobody can say or there is no room for it, None where
    nobody looked.

    ``packages`` may hold millions of points in arrays: read the first few, not all.
    """

    packages: Mapping[Vector, Package]
    acceptable: bool
    exact: bool = True
    grid: int | None = None
    within: Fraction | None = None
    computed: bool = True
    seconds: float | None = None

    @property
    def partial(self) -> bool:
        """Whether time or room was up before all points were found: the listed ones are some of them."""
        return self.computed and not self.exact and self.grid is None

    @property
    def size(self) -> int | None:
        """How many points there are; None where they were not computed."""
        return len(self.packages) if self.computed else None

    def first(self, most: int) -> list[tuple[Vector, Package]]:
        """The first points, at most so many."""
        return [(vector, self.packages[vector]) for vector in islice(self.packages, min(most, len(self.packages)))]

    def sample(self, most: int) -> list[Vector]:
        """All vectors, or of more than ``most`` about so many evenly from all along."""
        size = len(self.packages)
        if size <= most:
            return list(self.packages)
        vectors = getattr(self.packages, "vectors", None)
        if vectors is None:
            return list(islice(self.packages, 0, None, -(-size // most)))
        return [tuple(row) for row in vectors[:: -(-size // most)].tolist()]


class Field(Protocol):
    """One way of finding the frontier, exactly."""

    def frontier(self) -> Frontier: ...

    def count_from(self, floors: Vector) -> int | None:
        """How many distinct acceptable vectors reach these floors; None where counting them would take too long."""
        ...

    def reach(self) -> Vector | None:
        """The most each party can have without a broken rule or a red line, reservations aside.

        None where every package breaks a rule or holds a red line.
        """
        ...
