"""Drawing numbers from ranges, triangles and bells, each cut to its bounds; and the shares that lie below a number.

A cut distribution is the distribution under the condition that the number lies within the bounds: nothing piles up at
an end. A triangle is drawn by its inverse, a bell by drawing again what falls outside: its mean lies within the bounds,
so at least half of the draws stay.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from onetext.dealspace.robust.unknowns import Unknown

Floats = npt.NDArray[np.float64]


def drawn(unknowns: Sequence[Unknown], count: int, rng: np.random.Generator) -> Floats:
    """Independent draws, (unknowns, count)."""
    share = rng.random((len(unknowns), count))
    low = np.array([unknown.low for unknown in unknowns])
    high = np.array([unknown.high for unknown in unknowns])
    found: Floats = share * (high - low)[:, None]
    found += low[:, None]
    for row, unknown in enumerate(unknowns):
        if unknown.value.kind == "triangular":
            found[row] = _of_triangle(unknown, share[row])
        elif unknown.value.kind == "normal":
            found[row] = _of_bell(unknown, count, rng)
    return found


def below(unknown: Unknown, at: Floats) -> Floats:
    """The share of the uncut distribution below each number; for a range, of the range within the bounds."""
    if unknown.value.kind == "triangular":
        return _below_of_triangle(unknown, at)
    if unknown.value.kind == "normal":
        mean, sd = map(float, unknown.value.numbers)
        return np.array([0.5 * math.erfc((mean - x) / (sd * math.sqrt(2))) for x in at])
    share: Floats = np.clip((at - unknown.low) / (unknown.high - unknown.low), 0.0, 1.0)
    return share


def _below_of_triangle(unknown: Unknown, at: Floats) -> Floats:
    a, b, c = map(float, unknown.value.numbers)
    x = np.clip(at, a, c)
    rising = (x - a) ** 2 / ((c - a) * (b - a)) if b > a else np.zeros_like(x)
    falling = 1 - (c - x) ** 2 / ((c - a) * (c - b)) if c > b else np.ones_like(x)
    return np.where(x < b, rising, falling)


def _of_triangle(unknown: Unknown, share: Floats) -> Floats:
    a, b, c = map(float, unknown.value.numbers)
    first, last = below(unknown, np.array([unknown.low, unknown.high]))
    share = first + share * (last - first)
    peak = (b - a) / (c - a)
    rising = a + np.sqrt(share * (c - a) * (b - a))
    falling = c - np.sqrt((1 - share) * (c - a) * (c - b))
    return np.clip(np.where(share < peak, rising, falling), unknown.low, unknown.high)


def _of_bell(unknown: Unknown, count: int, rng: np.random.Generator) -> Floats:
    mean, sd = map(float, unknown.value.numbers)
    found = mean + sd * rng.standard_normal(count)
    while len(again := np.flatnonzero((found < unknown.low) | (found > unknown.high))):
        found[again] = mean + sd * rng.standard_normal(len(again))
    return found
