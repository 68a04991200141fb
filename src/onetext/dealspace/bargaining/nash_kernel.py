"""The Nash package by one tangent: find the best mixture of options, then go through all packages near its bound.

The logarithm of the product is concave, so where the mixture is best, with gains G, no package has more than
sum_p (1 / G_p) gain_p <= L, and by the means of the arithmetic and geometric kind a package whose product is at least V
needs sum_p lambda_p gain_p >= n (V prod lambda)^(1/n). That is one number an option (its *loss* against the best of its
issue) and one budget for all losses: usually a few hundred packages are within it. Any positive lambda gives a valid
budget, so rounding in finding the mixture costs time, never truth.

Plain functions that numba compiles. Arrays: ``worth[issue, option, party]``, gains less what a package gives
(``floor``), whole numbers below 2^53 held as floats; ``scale[party]`` keeps products within the range of floats.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from onetext.dealspace.bargaining import product_kernel
from onetext.dealspace.bargaining.product_kernel import SAME, deep, fairer, merit, order_of, paired

Array = Any
"""An array of numpy; numba wants no more precise types."""

SOLVED, NOTHING, OPEN = 0, 1, 2
"""Found and proved; no package gives everybody the floor; not settled here (nobody can gain, or too many packages)."""

_BRIEFLY = 4000
"""Steps under one tangent; as long as a search with several needs to get going."""
_SWEEPS = 60
_CLOSE = 2e-5
_NEAR = 1e-9
"""Relative margin within which packages are looked at although their bound says no: rounding is below 1e-13."""


def nash_samples(
    own: Array, floors: Array, counts: Array, most: int, found: Array, states: Array, equals: Array
) -> None:
    """Fills ``found[sample, issue]`` and ``states[sample]``; at most ``most`` steps of going through a sample.

    ``equals[sample]`` is how many packages have the best product.
    """
    samples, parties, issues, options = own.shape
    worth = np.empty((issues, options, parties))
    floor = np.empty(parties)
    scale = np.empty(parties)
    for sample in range(samples):
        states[sample] = _loaded(own[sample], floors[sample], counts, worth, floor, scale)
        if states[sample] == SOLVED:
            states[sample] = _nash(worth, floor, scale, counts, most, found[sample], equals[sample : sample + 1])


def _loaded(own: Array, floors: Array, counts: Array, worth: Array, floor: Array, scale: Array) -> int:
    """Copies a sample into the order the search reads it in."""
    parties, issues, _ = own.shape
    state = SOLVED
    for party in range(parties):
        top = -float(floors[party])
        spread = 0.0
        for issue in range(issues):
            low = own[party, issue, 0]
            high = low
            for option in range(counts[issue]):
                at = own[party, issue, option]
                worth[issue, option, party] = at
                low = min(low, at)
                high = max(high, at)
            top += high
            spread += high - low
        floor[party] = floors[party]
        scale[party] = 1.0 / max(spread, abs(top), 1.0)
        if top < 0:
            state = NOTHING
        elif top == 0 and state == SOLVED:
            state = OPEN
    return state


def _nash(worth: Array, floor: Array, scale: Array, counts: Array, most: int, package: Array, equal: Array) -> int:
    issues, options, parties = worth.shape
    weight = np.empty(parties)
    share = np.zeros((issues, options))
    loss = np.empty((issues, options))
    bound = _mixed(worth, floor, scale, counts, share, weight, loss)
    if bound < -_NEAR:
        return NOTHING
    gains = np.empty(parties)
    value = _rounded(worth, floor, scale, counts, share, package, gains)
    if value > 0:
        state = _walk(worth, floor, scale, counts, weight, loss, bound, _BRIEFLY, package, gains, value, equal)
        if state == SOLVED:
            return SOLVED
    if not paired(worth, floor, scale, counts, package, gains):
        return OPEN
    return deep(worth, floor, scale, counts, most, package, gains, equal)


def _slope(gain: float) -> float:
    """1 / gain, going on as a straight line below a hundredth, so that a mixture may start below a floor."""
    return 1.0 / gain if gain >= 0.01 else 200.0 - 10000.0 * gain


def _mixed(worth: Array, floor: Array, scale: Array, counts: Array, share: Array, weight: Array, loss: Array) -> float:
    """Best mixture: shares move, issue by issue, from the worst option in use to the best one, as far as it pays.

    Leaves ``weight`` (lambda) and ``loss``; gives the bound L on the weighted sum of gains.
    """
    issues, _, parties = worth.shape
    at = np.empty(parties)
    for party in range(parties):
        at[party] = -floor[party] * scale[party]
    for issue in range(issues):
        for option in range(counts[issue]):
            share[issue, option] = 1.0 / counts[issue]
            for party in range(parties):
                at[party] += worth[issue, option, party] * scale[party] / counts[issue]
    for party in range(parties):
        weight[party] = _slope(at[party]) * scale[party]
    step = np.empty(parties)
    score = np.empty(worth.shape[1])
    for _ in range(_SWEEPS):
        gap = 0.0
        for issue in range(issues):
            gap += _moved(worth[issue], scale, counts[issue], share[issue], weight, at, step, score)
        if gap < _CLOSE * parties:
            break
    bound = 0.0
    for party in range(parties):
        bound -= weight[party] * floor[party]
    for issue in range(issues):
        best = -math.inf
        for option in range(counts[issue]):
            total = 0.0
            for party in range(parties):
                total += weight[party] * worth[issue, option, party]
            loss[issue, option] = total
            best = max(best, total)
        for option in range(counts[issue]):
            loss[issue, option] = best - loss[issue, option]
        bound += best
    return bound


def _moved(
    worth: Array, scale: Array, count: int, share: Array, weight: Array, at: Array, step: Array, score: Array
) -> float:
    """One move within an issue; gives how much the issue could still add, to first order."""
    parties = len(weight)
    best, worst = 0, -1
    mean = 0.0
    for option in range(count):
        total = 0.0
        for party in range(parties):
            total += weight[party] * worth[option, party]
        score[option] = total
        mean += share[option] * total
        if total > score[best]:
            best = option
        if share[option] > 0 and (worst < 0 or total < score[worst]):
            worst = option
    first = score[best] - score[worst]
    gap = score[best] - mean
    if first <= 1e-12:
        return 0.0
    second = 0.0
    for party in range(parties):
        step[party] = (worth[best, party] - worth[worst, party]) * scale[party]
        slope = weight[party] / scale[party]
        second += step[party] * step[party] * slope * slope
    far = min(share[worst], first / second) if second > 0 else share[worst]
    slope_there = 0.0
    for party in range(parties):
        slope_there += step[party] * _slope(at[party] + far * step[party])
    if slope_there < -0.1 * first:
        far *= first / (first - slope_there)
    elif first > slope_there > 0.1 * first and far < share[worst]:
        far = min(share[worst], far * first / (first - slope_there))
    for party in range(parties):
        at[party] += far * step[party]
        weight[party] = _slope(at[party]) * scale[party]
    if far >= share[worst]:
        share[best] += share[worst]
        share[worst] = 0.0
    else:
        share[best] += far
        share[worst] -= far
    return float(gap)


def _rounded(
    worth: Array, floor: Array, scale: Array, counts: Array, share: Array, package: Array, gains: Array
) -> float:
    """The largest share of each issue, then single changes while they help; the product, scaled, or at most 0."""
    issues, _, parties = worth.shape
    for party in range(parties):
        gains[party] = -floor[party]
    for issue in range(issues):
        best = 0
        for option in range(counts[issue]):
            if share[issue, option] > share[issue, best]:
                best = option
        package[issue] = best
        for party in range(parties):
            gains[party] += worth[issue, best, party]
    value = merit(gains, scale)
    helped = True
    while helped:
        helped = False
        for issue in range(issues):
            for option in range(counts[issue]):
                now = package[issue]
                for party in range(parties):
                    gains[party] += worth[issue, option, party] - worth[issue, now, party]
                there = merit(gains, scale)
                if there > value * (1 + SAME) + SAME * (value < 0):
                    value = there
                    package[issue] = option
                    helped = True
                else:
                    for party in range(parties):
                        gains[party] += worth[issue, now, party] - worth[issue, option, party]
    return value


def _walk(
    worth: Array,
    floor: Array,
    scale: Array,
    counts: Array,
    weight: Array,
    loss: Array,
    bound: float,
    most: int,
    package: Array,
    gains: Array,
    value: float,
    equal: Array,
) -> int:
    """All packages whose losses stay within the budget, the issues with most to lose first."""
    issues, options, parties = worth.shape
    ranked = np.empty((issues, options), dtype=np.int64)
    second = np.empty(issues)
    for issue in range(issues):
        _rank(loss[issue], counts[issue], ranked[issue])
        second[issue] = loss[issue, ranked[issue, 1]] if counts[issue] > 1 else math.inf
    budget = _budget(weight, scale, bound, value)
    order = np.empty(issues, dtype=np.int64)
    free = 0
    at = np.empty((issues + 1, parties))
    for party in range(parties):
        at[0, party] = -floor[party]
    trial = np.empty(issues, dtype=np.int64)
    for issue in range(issues):
        trial[issue] = ranked[issue, 0]
        if second[issue] <= budget:
            place = free
            while place > 0 and second[order[place - 1]] < second[issue]:
                order[place] = order[place - 1]
                place -= 1
            order[place] = issue
            free += 1
        else:
            for party in range(parties):
                at[0, party] += worth[issue, trial[issue], party]
    spent = np.zeros(issues + 1)
    place_of = np.zeros(issues + 1, dtype=np.int64)
    depth = 0
    steps = 0
    while depth >= 0:
        if depth == free:
            there = merit(at[free], scale)
            if there > value * (1 - SAME):
                which = order_of(at[free], there, gains, value)
                if which > 0:
                    equal[0] = 0
                if which >= 0:
                    equal[0] += 1
                    if which > 0 or fairer(at[free], trial, gains, package):
                        value = there
                        gains[:] = at[free]
                        package[:] = trial
                        budget = _budget(weight, scale, bound, value)
            depth -= 1
            continue
        issue = order[depth]
        place = place_of[depth]
        if place == counts[issue] or spent[depth] + loss[issue, ranked[issue, place]] > budget:
            place_of[depth] = 0
            depth -= 1
            continue
        steps += 1
        if steps > most:
            return OPEN
        option = ranked[issue, place]
        place_of[depth] = place + 1
        trial[issue] = option
        spent[depth + 1] = spent[depth] + loss[issue, option]
        for party in range(parties):
            at[depth + 1, party] = at[depth, party] + worth[issue, option, party]
        depth += 1
    return SOLVED


def _rank(loss: Array, count: int, ranked: Array) -> None:
    """Options by rising loss, equal ones in the order of the file."""
    for option in range(count):
        place = option
        while place > 0 and loss[ranked[place - 1]] > loss[option]:
            ranked[place] = ranked[place - 1]
            place -= 1
        ranked[place] = option


def _budget(weight: Array, scale: Array, bound: float, value: float) -> float:
    """What losses a package with at least this product can have, and a margin."""
    parties = len(weight)
    logarithm = math.log(value)
    for party in range(parties):
        logarithm += math.log(weight[party] / scale[party])
    return bound - parties * math.exp(logarithm / parties) + _NEAR * parties


PARTS = (
    *product_kernel.PARTS,
    _loaded,
    _nash,
    _slope,
    _mixed,
    _moved,
    _rounded,
    _walk,
    _rank,
    _budget,
)
