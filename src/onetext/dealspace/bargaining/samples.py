"""The exact Nash package of many samples of preferences over the same issues."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from onetext.dealspace.bargaining import nash_kernel
from onetext.dealspace.bargaining.bargaining import Bargaining
from onetext.dealspace.bargaining.compiling import compiled
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally

_MOST_STEPS = 2_000_000
"""A sample that takes more is left to the stronger, slower search."""
_COMPILE_FROM = 100_000
"""A sample counts as so many packages in deciding whether to compile."""


def nash_many(own: Any, floors: Any, counts: Any) -> Any:
    """The Nash package of each sample, exactly: the same bytes on every machine and however samples are split up.

    ``own`` (samples, parties, issues, options), whole numbers (int64): what an option gives, all parties on one scale
    (10^6 for a party's best package is plenty). ``floors`` (samples, parties), int64, on the same scale. ``counts``
    (issues,), how many options each issue has; what lies beyond is not read. Red lines: leave their options out.

    Gives int16 (samples, issues), options counted from 0; a sample where no package gives every party its floor is -1
    throughout. Products are compared as whole numbers; ties: leximin on gains, then first in the order of options.
    Where somebody gains nothing in every package all tie. Runs without the interpreter's lock, so threads work too.

    Sums of a party must stay below 2^50 in absolute value; raises ``ValueError`` otherwise, and on floats.
    """
    own, floors, counts = np.ascontiguousarray(own), np.ascontiguousarray(floors), np.asarray(counts, dtype=np.int64)
    if own.dtype != np.int64 or floors.dtype != np.int64:
        raise ValueError("worths and floors must be whole numbers (int64): exact answers need exact numbers")
    samples, _, issues, _ = own.shape
    if samples and int(np.abs(own).max()) * issues + int(np.abs(floors).max()) >= 1 << 50:
        raise ValueError("worths are too large: a party's sum must stay below 2^50")
    found = np.zeros((samples, issues), dtype=np.int64)
    states = np.zeros(samples, dtype=np.int64)
    equals = np.zeros(samples, dtype=np.int64)
    packages = max(math.prod(map(int, counts)), samples * _COMPILE_FROM)
    kernel = compiled(packages, nash_kernel.nash_samples, *nash_kernel.PARTS)
    kernel(own, floors, counts, _MOST_STEPS, found, states, equals)
    found[states == nash_kernel.NOTHING] = -1
    for sample in np.flatnonzero(states == nash_kernel.OPEN):
        package = _thoroughly(own[sample], floors[sample], counts)
        found[sample] = -1 if package is None else package
    return found.astype(np.int16)


def _thoroughly(own: Any, floors: Any, counts: Any) -> Package | None:
    """By the engine that settles everything."""
    parties = len(own)
    tally = Tally(
        units=(1,) * parties,
        own=tuple(
            tuple(tuple(int(at) for at in row[:count]) for row, count in zip(rows, counts, strict=True)) for rows in own
        ),
        base=(0,) * parties,
        extras=((),) * parties,
        caps=(None,) * parties,
        floors=tuple(map(int, floors)),
        limited=(True,) * parties,
        red_lines=frozenset(),
        rules=(),
    )
    answer = Bargaining(tally, Running(_timeless)).answer("nash")
    return None if answer is None else answer.package


def _timeless() -> float:
    """A sample is solved to its end."""
    return 0.0
