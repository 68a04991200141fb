"""Where a walk over packages starts from: a mixture of rows with a small bound, and a package that is hard to beat.

Subgradient steps on the mixture (Polyak 1969); now and then what the mixture likes best is improved by changing one
issue, or two at once. Plain functions that numba compiles.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from onetext.dealspace.bargaining.rows_kernel import relaxed, share_of

Array = Any
"""An array of numpy; numba wants no more precise types."""


def opening(worth: Array, counts: Array, need: Array, aims: Array, weight: Array, found: Array, rounds: int) -> float:
    """A first package and a bound, for what is largest where it is smallest: by how much rows in ``aims`` exceed needs.

    Other rows are to be met. Leaves in ``weight`` the mixture with the smallest bound (the aims' weights add up to 1)
    and gives that bound; ``found`` is the best package of a local search from what the mixtures liked best.
    """
    issues, _, rows = worth.shape
    slack = np.empty(rows)
    zero = np.zeros(rows)
    guess = np.empty(issues, dtype=np.int64)
    trial = np.empty(issues, dtype=np.int64)
    at = np.empty(rows)
    now = weight.copy()
    lowest, highest = math.inf, -math.inf
    pace = 1.0
    since = 0
    for turn in range(rounds):
        bound = relaxed(worth, counts, need, 0.0, 0, zero, now, slack, guess)
        if bound < lowest - 1e-9:
            lowest = bound
            since = 0
            for row in range(rows):
                weight[row] = now[row]
        else:
            since += 1
            if since > 10:
                since = 0
                pace *= 0.7
                for row in range(rows):
                    now[row] = weight[row]
        if turn % 8 == 0:
            for issue in range(issues):
                trial[issue] = guess[issue]
            merit = _climbed(worth, counts, need, aims, trial, at)
            if merit > highest:
                highest = merit
                for issue in range(issues):
                    found[issue] = trial[issue]
        _turned(now, slack, aims, bound, max(highest, lowest - 0.2), pace)
    return lowest


def _turned(weight: Array, slack: Array, aims: Array, bound: float, target: float, pace: float) -> None:
    """A step down the bound; the weights of the aims stay a mixture."""
    rows = len(weight)
    mean, aimed = 0.0, 0
    for row in range(rows):
        if aims[row]:
            mean += slack[row]
            aimed += 1
    mean /= aimed
    size = 0.0
    for row in range(rows):
        step = slack[row] - mean if aims[row] else slack[row]
        size += step * step
    if size == 0.0:
        return
    far = pace * max(bound - target, 1e-7) / size
    total = 0.0
    for row in range(rows):
        step = slack[row] - mean if aims[row] else slack[row]
        weight[row] = max(0.0, weight[row] - far * step)
        if aims[row]:
            total += weight[row]
    for row in range(rows):
        if aims[row]:
            weight[row] = weight[row] / total if total > 0 else 1.0 / aimed


def _climbed(worth: Array, counts: Array, need: Array, aims: Array, trial: Array, at: Array) -> float:
    """Better by changing one issue, or two at once, until neither helps."""
    issues, _, rows = worth.shape
    for row in range(rows):
        at[row] = -need[row]
        for issue in range(issues):
            at[row] += worth[issue, trial[issue], row]
    other = np.empty(rows)
    value = _merit(at, aims)
    helped = True
    while helped:
        helped = False
        for issue in range(issues):
            for option in range(counts[issue]):
                if option == trial[issue]:
                    continue
                for row in range(rows):
                    other[row] = at[row] + worth[issue, option, row] - worth[issue, trial[issue], row]
                there = _merit(other, aims)
                if there > value + 1e-12:
                    value = there
                    trial[issue] = option
                    for row in range(rows):
                        at[row] = other[row]
                    helped = True
                    continue
                second = _second(worth, counts, aims, trial, other, issue, value)
                if second >= 0:
                    trial[issue] = option
                    trial[second // worth.shape[1]] = second % worth.shape[1]
                    for row in range(rows):
                        at[row] = -need[row]
                        for level in range(issues):
                            at[row] += worth[level, trial[level], row]
                    value = _merit(at, aims)
                    helped = True
    return value


def _second(worth: Array, counts: Array, aims: Array, trial: Array, at: Array, first: int, value: float) -> int:
    """Another change after ``first`` that together with it helps, as issue x options + option; -1 if there is none."""
    _, options, rows = worth.shape
    for issue in range(first):
        for option in range(counts[issue]):
            if option == trial[issue]:
                continue
            low, short, total = math.inf, 0.0, 0.0
            for row in range(rows):
                there = at[row] + worth[issue, option, row] - worth[issue, trial[issue], row]
                if aims[row]:
                    low = min(low, there)
                    total += there
                else:
                    short = min(short, there)
            if low + 1e-4 * total + 10 * short > value + 1e-12:
                return int(issue * options + option)
    return -1


def _merit(at: Array, aims: Array) -> float:
    """The smallest aim, a little of all of them, and a penalty for rows not met."""
    low, short, total = math.inf, 0.0, 0.0
    for row in range(len(at)):
        if aims[row]:
            low = min(low, at[row])
            total += at[row]
        else:
            short = min(short, at[row])
    return low + 1e-4 * total + 10 * short


PARTS = (share_of, relaxed, _turned, _climbed, _second, _merit)
