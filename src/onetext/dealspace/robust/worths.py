"""What packages are worth to one party in many draws at once, and the worth of its best package in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from onetext.dealspace.combination import best_combination
from onetext.dealspace.robust.elimination import Elimination
from onetext.dealspace.robust.shapes import Floats
from onetext.dealspace.scenario import Box, inside

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Packages = npt.NDArray[np.int64]
"""One package a row, one option number an issue; a row of -1 for none."""


@dataclass(frozen=True)
class Touched:
    """The issues that a party's extras name; ``by_issue`` is None where they are tied too widely for that."""

    sizes: tuple[int, ...]
    boxes: tuple[Box, ...]
    issues: frozenset[int]
    by_issue: Elimination | None

    @classmethod
    def of(cls, sizes: Sequence[int], boxes: Sequence[Box]) -> Touched:
        issues = frozenset(issue for box in boxes for issue, _ in box)
        return cls(tuple(sizes), tuple(boxes), issues, Elimination.of(sizes, boxes))

    def best(self, own: Floats, extras: Floats) -> Floats:
        """The worth of the best package of all in each draw.

        ``own`` (issues, options, draws), ``extras`` (boxes, draws). Whole numbers below 2^53 come out exact.
        """
        if self.by_issue is None:
            return np.array([self._searched(*draw) for draw in zip(own.transpose(2, 0, 1), extras.T, strict=True)])
        free = [issue for issue in range(len(own)) if issue not in self.issues]
        total: Floats = own[free].max(axis=1).sum(axis=0)
        return total + self.by_issue.best(own, extras) if self.boxes else total

    def _searched(self, own: Floats, extras: Floats) -> float:
        rows = [[Fraction(at) for at in row[:size].tolist()] for row, size in zip(own, self.sizes, strict=True)]
        found = [
            (frozenset((issue, option) for issue, options in box for option in options), Fraction(worth))
            for box, worth in zip(self.boxes, extras.tolist(), strict=True)
            if all(options for _, options in box)
        ]
        return float(best_combination(rows, found)[0])


def worth_of(own: Ints, base: Ints, boxes: Sequence[Box], extras: Ints, cap: int | None, packages: Packages) -> Ints:
    """What each package gives the party in each draw, (draws, packages)."""
    issues = np.arange(own.shape[1])
    worth: Ints = own[:, issues[:, None], packages.T].sum(axis=1) + base[:, None]
    for column, box in enumerate(boxes):
        held = np.array([inside(box, tuple(package)) for package in packages.tolist()], dtype=np.int64)
        worth += extras[:, column, None] * held
    return worth if cap is None else np.minimum(worth, cap)
