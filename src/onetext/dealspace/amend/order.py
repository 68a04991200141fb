"""Which of two changes is better: the larger sum of gains, then leximin on gains, then fewer points, then the file.

Gains are utilities on the 0 to 1 scale over the draft, compared as exact whole numbers (S1); floats only thin out what
cannot be among the best.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from onetext.dealspace.amend.moves import Array
from onetext.dealspace.scenario import Choice
from onetext.dealspace.tally import Tally, Vector

Key = tuple[int, Vector, int, tuple[Choice, ...]]
_NOISE = 1e-9


def key(tally: Tally, gains: Sequence[int], choices: tuple[Choice, ...]) -> Key:
    """The better comes first."""
    shared = [int(gain) * (tally.common // unit) for gain, unit in zip(gains, tally.units, strict=True)]
    return -sum(shared), tuple(-gain for gain in sorted(shared)), len(choices), choices


def sums(tally: Tally, gains: Array) -> Array:
    """About the sum of gains of each column, in utilities."""
    units = np.array(tally.units, dtype=gains.dtype)[:, None]
    found: Array = (gains / units).astype(np.float64).sum(axis=0)
    return found


def leading(values: Array, most: int) -> Array:
    """Where the largest values stand, and all that floats cannot tell from the smallest of them."""
    if len(values) <= most:
        return np.arange(len(values))
    least: Any = np.partition(values, len(values) - most)[len(values) - most]
    return np.flatnonzero(values >= least - _NOISE * (1 + abs(least)))
