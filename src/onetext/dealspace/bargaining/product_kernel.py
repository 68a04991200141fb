"""Products of gains: compared exactly, improved by paired changes, and searched where one tangent is too weak.

Plain functions that numba compiles; arrays as in ``nash_kernel``.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from onetext.dealspace.bargaining import rows_kernel
from onetext.dealspace.bargaining.rows_kernel import DONE, LEAF, MARGIN, search

Array = Any
"""An array of numpy; numba wants no more precise types."""

SAME = 1e-12
"""Products nearer than this are compared as whole numbers."""
_SOLVED, _OPEN = 0, 2
_NEAR = 1e-9
_CUTS = 16
_LOOKS = 6
_OFTEN = 1000
"""Packages of one product that are gone through here."""
_PIECE = 1 << 30


def merit(gains: Array, scale: Array) -> float:
    """The product of the scaled gains; where one is at most 0, how far below 1e-300 the parties are, negative."""
    value = 1.0
    short = 0.0
    for party in range(len(gains)):
        value *= gains[party] * scale[party]
        short += min(0.0, gains[party] * scale[party] - 1e-9)
    return value if short == 0 else short


def paired(worth: Array, floor: Array, scale: Array, counts: Array, package: Array, gains: Array) -> bool:
    """Improves a package by changing one issue, or two at once; whether everybody gains then."""
    issues, _, parties = worth.shape
    trial = np.empty(parties)
    last = np.empty(parties)
    for party in range(parties):
        gains[party] = -floor[party]
        for issue in range(issues):
            gains[party] += worth[issue, package[issue], party]
    value = merit(gains, scale)
    helped = True
    while helped:
        helped = False
        for first in range(issues):
            for option in range(counts[first]):
                for party in range(parties):
                    trial[party] = gains[party] + worth[first, option, party] - worth[first, package[first], party]
                for second in range(first):
                    for other in range(counts[second]):
                        for party in range(parties):
                            last[party] = (
                                trial[party] + worth[second, other, party] - worth[second, package[second], party]
                            )
                        there = merit(last, scale)
                        if there > value + 1e-9 * abs(value):
                            value = there
                            package[first] = option
                            package[second] = other
                            gains[:] = last
                            trial[:] = last
                            helped = True
    return value > 0


def deep(
    worth: Array, floor: Array, scale: Array, counts: Array, most: int, package: Array, gains: Array, equal: Array
) -> int:
    """Going through all packages whose product may be at least that of ``package``, with many tangents."""
    issues, options, parties = worth.shape
    sizes = np.empty(parties)
    need = np.empty(parties)
    for party in range(parties):
        sizes[party] = 1.0 / gains[party]
        need[party] = floor[party] * sizes[party]
    order = np.empty(issues, dtype=np.int64)
    ranked = np.empty((issues, options), dtype=np.int64)
    largest = _arranged(worth, sizes, counts, order, ranked)
    rows = np.zeros((issues, options, parties))
    sorted_counts = np.empty(issues, dtype=np.int64)
    for depth in range(issues):
        sorted_counts[depth] = counts[order[depth]]
        for place in range(sorted_counts[depth]):
            for party in range(parties):
                rows[depth, place, party] = worth[order[depth], ranked[order[depth], place], party] * sizes[party]
    pool = np.full((parties + _CUTS, parties), 1.0 / parties)
    for cut in range(parties):
        for party in range(parties):
            pool[cut, party] = 1.0 if cut == party else 0.0
    state = np.zeros(3, dtype=np.int64)
    state[1] = parties
    place_of = np.zeros(issues + 1, dtype=np.int64)
    at = np.zeros(issues, dtype=np.int64)
    exact = np.zeros((issues, options, 0), dtype=np.int64)
    seen = np.zeros((0, 1), dtype=np.int64)
    margin = MARGIN * max(1.0, largest)
    first = merit(gains, scale)
    value = first
    trial = np.empty(issues, dtype=np.int64)
    there = np.empty(parties)
    equal[0] = 0
    while True:
        product = value / first * (1.0 - _NEAR)
        found = search(
            rows, sorted_counts, need, state, place_of, at, pool, exact, seen, product, margin, most - state[2], _LOOKS
        )
        if found == DONE:
            return _SOLVED
        if found != LEAF or equal[0] > _OFTEN:
            return _OPEN
        for depth in range(issues):
            trial[order[depth]] = ranked[order[depth], at[depth]]
        for party in range(parties):
            there[party] = -floor[party]
            for issue in range(issues):
                there[party] += worth[issue, trial[issue], party]
        merits = merit(there, scale)
        if merits <= value * (1 - SAME):
            continue
        which = order_of(there, merits, gains, value)
        if which > 0:
            equal[0] = 0
        if which >= 0:
            equal[0] += 1
            if which > 0 or fairer(there, trial, gains, package):
                value = merits
                gains[:] = there
                package[:] = trial


def _arranged(worth: Array, sizes: Array, counts: Array, order: Array, ranked: Array) -> float:
    """Issues by falling influence, options by falling worth, both in shares of what is gained; the largest share."""
    issues, _, parties = worth.shape
    influence = np.empty(issues)
    largest = 0.0
    for issue in range(issues):
        influence[issue] = 0.0
        for party in range(parties):
            low, high = math.inf, -math.inf
            for option in range(counts[issue]):
                low = min(low, worth[issue, option, party] * sizes[party])
                high = max(high, worth[issue, option, party] * sizes[party])
            influence[issue] += high - low
            largest = max(largest, abs(low), abs(high))
        place = issue
        while place > 0 and influence[order[place - 1]] < influence[issue]:
            order[place] = order[place - 1]
            place -= 1
        order[place] = issue
        for option in range(counts[issue]):
            total = 0.0
            for party in range(parties):
                total += worth[issue, option, party] * sizes[party]
            place = option
            while place > 0 and _total(worth[issue, ranked[issue, place - 1]], sizes) < total:
                ranked[issue, place] = ranked[issue, place - 1]
                place -= 1
            ranked[issue, place] = option
    return largest


def _total(worth: Array, sizes: Array) -> float:
    total = 0.0
    for party in range(len(sizes)):
        total += worth[party] * sizes[party]
    return total


def order_of(one: Array, value: float, other: Array, than: float) -> int:
    """Exactly, which product is larger."""
    if value > than * (1 + SAME):
        return 1
    return _compared(_product(one), _product(other))


def fairer(one: Array, package: Array, other: Array, before: Array) -> bool:
    """Of equal products: leximin on gains, then first in the order of the file."""
    order = _compared(np.sort(one)[::-1], np.sort(other)[::-1])
    if order == 0:
        order = _compared(before[::-1], package[::-1])
    return order > 0


def _compared(one: Array, other: Array) -> int:
    """Which is larger, the last place counting most."""
    for place in range(len(one) - 1, -1, -1):
        if one[place] != other[place]:
            return 1 if one[place] > other[place] else -1
    return 0


def _product(gains: Array) -> Array:
    """The product of positive whole numbers below 2^60, in pieces of 30 bits, lowest first."""
    pieces = np.zeros(2 * len(gains) + 1, dtype=np.int64)
    pieces[0] = 1
    for gain in gains:
        whole = np.int64(gain)
        low, high = whole % _PIECE, whole // _PIECE
        carry = np.int64(0)
        before = np.int64(0)
        for place in range(len(pieces)):
            now = pieces[place]
            total = now * low + before * high + carry
            pieces[place] = total % _PIECE
            carry = total // _PIECE
            before = now
    return pieces


PARTS = (
    *rows_kernel.PARTS,
    search,
    merit,
    paired,
    deep,
    _arranged,
    _total,
    order_of,
    fairer,
    _compared,
    _product,
)
