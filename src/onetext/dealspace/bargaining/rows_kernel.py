"""Going through the packages that meet every row of a list: branch and bound with many dual bounds at once.

A *row* asks that a sum over the issues, linear in the parties' gains, reaches what it *needs*. A *cut* is a mixture of
rows, weights u >= 0 with sum 1: a package that meets all rows meets it too, and over a box of packages the most it can
reach is a sum of best options. So a branch is refuted as soon as one cut falls short. The first cuts are the rows
themselves; where none refutes a branch, a few steps along the subgradient (Polyak 1969, with its target just below 0)
look for a mixture that does, and what they find is kept for the neighbours.

Plain functions that numba compiles. ``worth[depth, option, row]`` are of the size of 1; a row is met when its sum is
at least ``need[row]``, which the caller has lowered by a margin for rounding.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

Array = Any
"""An array of numpy; numba wants no more precise types."""

DONE, LEAF, PAUSED = 0, 1, 2
"""No package left; one found (it stands in ``trial``); as many steps as were allowed."""

MARGIN = 1e-11
"""Far above what rounding can do to a mixture of rows of the size of 1."""
_LEFT = 3
"""With fewer issues left, going on is cheaper than looking for a cut."""


def search(
    worth: Array,
    counts: Array,
    need: Array,
    state: Array,
    place: Array,
    trial: Array,
    pool: Array,
    exact: Array,
    seen: Array,
    product: float,
    margin: float,
    steps: int,
    looks: int,
) -> int:
    """Goes on from ``place`` until the next package that meets all rows.

    ``state`` is (depth, next cut to replace, steps so far); ``pool[cut, row]`` keeps the cuts between calls, the first
    ones the rows themselves. Rows may have been raised or added since the last call, never lowered.

    ``seen``, where it is not empty, remembers beginnings by depth and by what they give each party, ``exact[depth,
    option, party]``: of beginnings that give the same only one is followed, so each vector is found once.

    A mixture must miss by more than ``margin`` to count: ``MARGIN`` for rows of the size of 1.

    With a ``product`` above 0 there is one row a party, and by how much the sums exceed what is needed must multiply to
    at least this. A mixture u then asks for sum_r u_r excess_r >= n (product prod u)^(1/n), by the means of the
    arithmetic and geometric kind: convex in u like before, so that the same steps find the mixture that refutes.
    """
    issues, options, rows = worth.shape
    cuts = pool.shape[0]
    after = np.zeros((issues + 1, cuts))
    part = np.zeros((issues, options, cuts))
    sums = np.zeros((issues + 1, cuts))
    least = np.zeros(cuts)
    for cut in range(cuts):
        _laid(worth, counts, need, product, margin, pool, cut, after, part, least)
    depth = state[0]
    for level in range(depth):
        for cut in range(cuts):
            sums[level + 1, cut] = sums[level, cut] + part[level, trial[level], cut]
    parties = exact.shape[2]
    given = np.zeros((issues + 1, parties), dtype=np.int64)
    for level in range(depth):
        for party in range(parties):
            given[level + 1, party] = given[level, party] + exact[level, trial[level], party]
    weight = np.empty(rows)
    slack = np.empty(rows)
    guess = np.empty(issues, dtype=np.int64)
    taken = 0
    while depth >= 0:
        if place[depth] == counts[depth]:
            place[depth] = 0
            depth -= 1
            continue
        option = place[depth]
        place[depth] = option + 1
        taken += 1
        if _short(sums[depth], part[depth, option], after[depth + 1], least):
            continue
        trial[depth] = option
        for cut in range(cuts):
            sums[depth + 1, cut] = sums[depth, cut] + part[depth, option, cut]
        if len(seen):
            for party in range(parties):
                given[depth + 1, party] = given[depth, party] + exact[depth, option, party]
            if _known(seen, depth + 1, given[depth + 1]):
                continue
        if depth + 1 == issues:
            if product > 0:
                found = 1.0
                for row in range(rows):
                    found *= max(0.0, sums[issues, row] - need[row] + margin)
                if found < product:
                    continue
            state[0] = depth
            state[2] += taken
            return LEAF
        if issues - depth - 1 > _LEFT:
            tightest = _tightest(sums[depth + 1], after[depth + 1], least)
            for row in range(rows):
                weight[row] = pool[tightest, row]
            if _refuted(worth, counts, need, product, margin, depth + 1, sums[depth + 1], weight, slack, guess, looks):
                cut = state[1]
                state[1] = cut + 1 if cut + 1 < cuts else rows
                for row in range(rows):
                    pool[cut, row] = weight[row]
                _laid(worth, counts, need, product, margin, pool, cut, after, part, least)
                for level in range(depth + 1):
                    sums[level + 1, cut] = sums[level, cut] + part[level, trial[level], cut]
                continue
        depth += 1
        if taken >= steps:
            state[0] = depth
            state[2] += taken
            return PAUSED
    state[0] = depth
    state[2] += taken
    return DONE


def _laid(
    worth: Array,
    counts: Array,
    need: Array,
    product: float,
    margin: float,
    pool: Array,
    cut: int,
    after: Array,
    part: Array,
    least: Array,
) -> None:
    """A cut's worth by depth and option, the most it can still get from each depth on, and the least it needs."""
    issues, _, rows = worth.shape
    total = 0.0
    for row in range(rows):
        total += pool[cut, row] * need[row]
    if cut >= rows:
        total += rows * share_of(pool[cut], product) - margin
    least[cut] = total
    after[issues, cut] = 0.0
    for depth in range(issues - 1, -1, -1):
        best = -math.inf
        for option in range(counts[depth]):
            total = 0.0
            for row in range(rows):
                total += pool[cut, row] * worth[depth, option, row]
            part[depth, option, cut] = total
            best = max(best, total)
        after[depth, cut] = after[depth + 1, cut] + best


def _short(sums: Array, part: Array, after: Array, least: Array) -> bool:
    """Whether a cut can no longer be met."""
    worst = 0.0
    for cut in range(len(least)):
        worst = min(worst, sums[cut] + part[cut] + after[cut] - least[cut])
    return worst < 0.0


def _known(seen: Array, depth: int, given: Array) -> bool:
    """Whether this beginning is in the table; puts it there, over whatever had its place."""
    mixed = depth
    for party in range(len(given)):
        mixed = (mixed * 1000003 + given[party] % 2147483647) % 2147483647
    entry = seen[mixed & (len(seen) - 1)]
    same = entry[0] == depth
    for party in range(len(given)):
        same = same and entry[party + 1] == given[party]
    if not same:
        entry[0] = depth
        for party in range(len(given)):
            entry[party + 1] = given[party]
    return bool(same)


def _tightest(sums: Array, after: Array, least: Array) -> int:
    best, cut_of = math.inf, 0
    for cut in range(len(least)):
        left = sums[cut] + after[cut] - least[cut]
        if left < best:
            best, cut_of = left, cut
    return cut_of


def share_of(weight: Array, product: float) -> float:
    """(product prod u)^(1/n)."""
    if product <= 0:
        return 0.0
    total = math.log(product)
    for row in range(len(weight)):
        if weight[row] <= 0:
            return 0.0
        total += math.log(weight[row])
    return math.exp(total / len(weight))


def _refuted(
    worth: Array,
    counts: Array,
    need: Array,
    product: float,
    margin: float,
    depth: int,
    sums: Array,
    weight: Array,
    slack: Array,
    guess: Array,
    looks: int,
) -> bool:
    """Whether a mixture of rows shows that nothing below meets them all; leaves it in ``weight``."""
    rows = len(need)
    lowest = 1e-6 if product > 0 else 0.0
    for _ in range(looks):
        bound = relaxed(worth, counts, need, product, depth, sums, weight, slack, guess)
        if bound < -margin:
            return True
        size = 0.0
        for row in range(rows):
            if slack[row] < 0 or weight[row] > 0:
                size += slack[row] * slack[row]
        if size == 0.0:
            return False
        far = 1.3 * (bound + 1e-5) / size
        total = 0.0
        for row in range(rows):
            weight[row] = max(lowest, weight[row] - far * slack[row])
            total += weight[row]
        if total <= 0.0:
            return False
        for row in range(rows):
            weight[row] /= total
    return False


def relaxed(
    worth: Array,
    counts: Array,
    need: Array,
    product: float,
    depth: int,
    sums: Array,
    weight: Array,
    slack: Array,
    guess: Array,
) -> float:
    """The most the mixture can exceed its need by, from here on, and by how much its best package exceeds each row."""
    issues, _, rows = worth.shape
    share = share_of(weight, product)
    for row in range(rows):
        slack[row] = sums[row] - need[row]
        if share > 0:
            slack[row] -= share / weight[row]
    for level in range(depth, issues):
        best, best_option = -math.inf, 0
        for option in range(counts[level]):
            total = 0.0
            for row in range(rows):
                total += weight[row] * worth[level, option, row]
            if total > best:
                best, best_option = total, option
        guess[level] = best_option
        for row in range(rows):
            slack[row] += worth[level, best_option, row]
    bound = 0.0
    for row in range(rows):
        bound += weight[row] * slack[row]
    return bound


PARTS = (_laid, share_of, _short, _known, _tightest, _refuted, relaxed)
