"""How a partial package is held in two 64-bit numbers: its worths in one, its options in the other.

The worths of all dimensions lie side by side in a *key*, the first dimension uppermost: one addition adds them all,
and falling keys are falling vectors. The options lie in a *code*, the first issue uppermost, so that of two packages
the smaller code is the first in the order of the file. Where the options need more than 64 bits, issues are taken from
the last to the first and a code is an option and the place of the rest of the package in the stage before.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from onetext.dealspace.frontier.reduction import Reduction, Step
from onetext.dealspace.tally import Vector

PLACES = 40
"""Bits for a place in the stage before."""


@dataclass(frozen=True)
class Layout:
    """``dimensions``: which dimension comes first, second, … in a key; ``widths`` in bits, in that order.

    ``order``: the steps as they are taken. ``lifts``: where the bits of each step's option are in a code, by step in
    file order, or None where codes are chained.
    """

    dimensions: tuple[int, ...]
    widths: tuple[int, ...]
    order: tuple[int, ...]
    lifts: tuple[int, ...] | None

    @property
    def fits(self) -> bool:
        return sum(self.widths) <= 62

    @property
    def offsets(self) -> tuple[int, ...]:
        """How far up each field of a key lies."""
        return tuple(sum(self.widths[place + 1 :]) for place in range(len(self.widths)))

    def key(self, worths: Sequence[int]) -> int:
        return sum(worths[dimension] << up for dimension, up in zip(self.dimensions, self.offsets, strict=True))

    def lift(self, step: int) -> int:
        return PLACES if self.lifts is None else self.lifts[step]


def layout(reduced: Reduction) -> Layout:
    ranges = reduced.ranges
    dimensions = _dimensions(ranges)
    widths = tuple(ranges[dimension].bit_length() for dimension in dimensions)
    lifts = _lifts(reduced.steps)
    if lifts is None:
        return Layout(dimensions, widths, tuple(reversed(range(len(reduced.steps)))), None)
    return Layout(dimensions, widths, _large_first(reduced.steps, ranges), lifts)


def _dimensions(ranges: Vector) -> tuple[int, ...]:
    """What lies between the first and the last is looked up in tables of its range.

    So the widest come first and last; but points found in the order of the parties need no sorting, which is worth
    tables half as large again.
    """
    by_range = sorted(range(len(ranges)), key=lambda dimension: -ranges[dimension])
    if math.prod(ranges[1:-1]) <= 1.5 * math.prod(ranges[dimension] for dimension in by_range[2:]):
        return tuple(range(len(ranges)))
    return (*by_range[:1], *sorted(by_range[2:]), *by_range[1:2])


def _lifts(steps: Sequence[Step]) -> tuple[int, ...] | None:
    at, found = 0, []
    for step in reversed(steps):
        found.append(at)
        at += (len(step.options) - 1).bit_length()
    return tuple(reversed(found)) if at <= 64 else None


def _large_first(steps: Sequence[Step], ranges: Vector) -> tuple[int, ...]:
    """What decides most comes first: the stages after it then differ little, and fewer partial packages are kept.

    On a coarse grid a party's worths may all be rounded down to nothing, its range too: it then decides nothing.
    """

    def size(step: int) -> float:
        return sum(most / whole for most, whole in zip(steps[step].most, ranges, strict=True) if whole)

    return tuple(sorted(range(len(steps)), key=lambda step: (-size(step), step)))
