"""What packages are worth to one party in many draws at once, and the worth of its best package in each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import numpy as np
import numpy.typing as npt

from onetext.dealspace.combination import best_combination
from onetext.dealspace.robust.shapes import Floats
from onetext.dealspace.scenario import Box, inside

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Packages = npt.NDArray[np.int64]
"""One package a row, one option number an issue; a row of -1 for none."""
_MOST_WAYS = 2_000_000
"""Ways to fill the issues that extras name, times extras, that are written out."""


@dataclass(frozen=True)
class Touched:
    """The issues that a party's extras name, and which extras each way of filling them brings.

    ``ways`` is None where there are too many to write out; then the best package of each draw is searched for.
    """

    sizes: tuple[int, ...]
    boxes: tuple[Box, ...]
    issues: tuple[int, ...]
    ways: Packages | None
    brings: Floats | None

    @classmethod
    def of(cls, sizes: Sequence[int], boxes: Sequence[Box]) -> Touched:
        issues = tuple(sorted({issue for box in boxes for issue, _ in box}))
        count = math.prod(sizes[issue] for issue in issues)
        if count * max(1, len(boxes)) > _MOST_WAYS:
            return cls(tuple(sizes), tuple(boxes), issues, None, None)
        ways = np.array(list(product(*(range(sizes[issue]) for issue in issues))), dtype=np.int64)
        brings = np.ones((len(boxes), len(ways)))
        for number, box in enumerate(boxes):
            for issue, options in box:
                brings[number] *= np.isin(ways[:, issues.index(issue)], sorted(options))
        return cls(tuple(sizes), tuple(boxes), issues, ways, brings)

    def best(self, own: Floats, extras: Floats) -> Floats:
        """The worth of the best package of all in each draw.

        ``own`` (issues, options, draws), ``extras`` (boxes, draws). Whole numbers below 2^53 come out exact.
        """
        free = [issue for issue in range(len(own)) if issue not in set(self.issues)]
        total: Floats = own[free].max(axis=1).sum(axis=0)
        if not self.boxes:
            return total
        if self.ways is None or self.brings is None:
            return np.array([self._searched(*draw) for draw in zip(own.transpose(2, 0, 1), extras.T, strict=True)])
        step = max(1, _MOST_WAYS // len(self.ways))
        for start in range(0, own.shape[2], step):
            part = slice(start, start + step)
            worth = extras[:, part].T @ self.brings
            for place, issue in enumerate(self.issues):
                worth += own[issue, :, part].T[:, self.ways[:, place]]
            total[part] += worth.max(axis=1)
        return total

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
