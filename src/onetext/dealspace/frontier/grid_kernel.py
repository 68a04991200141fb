"""Compiled sweeps of two dimensions over a grid: a row an issue, a cell for every worth of the first dimension.

A cell holds the most of the second that the issues from the row's on can give together with exactly so much of the
first, or less than nothing where they cannot. Processors take sixteen cells of 16 bits at once, so a row takes about
as long as three candidates a nanosecond; labels would have to be merged one after the other.

``starts`` says where the cell for nothing lies, by row; around a row lie cells for what cannot be, as far as the issue
before it can ask for them.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit


@njit(cache=True)
def raise_four(out: Any, p0: Any, p1: Any, p2: Any, p3: Any, b0: Any, b1: Any, b2: Any, b3: Any) -> None:
    """The most of four rows, each raised by its worth."""
    kind = out.dtype.type
    for at in range(len(out)):
        x0, x1, x2, x3 = kind(p0[at] + b0), kind(p1[at] + b1), kind(p2[at] + b2), kind(p3[at] + b3)
        one = max(x1, x0)
        two = max(x3, x2)
        out[at] = max(two, one)


@njit(cache=True)
def more_of_two(out: Any, p: Any, b: Any) -> None:
    """The same with what is there already and one more."""
    kind = out.dtype.type
    for at in range(len(out)):
        x = kind(p[at] + b)
        out[at] = max(out[at], x)


@njit(cache=True)
def fill(table: Any, starts: Any, ends: Any, firsts: Any, seconds: Any, nothing: Any) -> None:
    """From the last row, where nothing gives nothing, to the first.

    ``firsts`` and ``seconds``: worths by issue and option, repeated to at least four options. Only a number so low that
    no sum makes it 0 may be ``nothing``.
    """
    table[:] = nothing
    last = len(firsts)
    table[starts[last]] = 0
    for row in range(last - 1, -1, -1):
        start, below, size = starts[row], starts[row + 1], ends[row] - starts[row]
        out, a, b = table[start : start + size], firsts[row], seconds[row]
        raise_four(
            out,
            table[below - a[0] : below - a[0] + size],
            table[below - a[1] : below - a[1] + size],
            table[below - a[2] : below - a[2] + size],
            table[below - a[3] : below - a[3] + size],
            b[0], b[1], b[2], b[3],
        )  # fmt: skip
        for option in range(4, len(a)):
            more_of_two(out, table[below - a[option] : below - a[option] + size], b[option])


@njit(cache=True)
def unbeaten(row: Any, first: int, second: int, out: Any) -> int:
    """Cells from the highest down that have more than all above, and what is needed of both; how many, in ``out``."""
    most, m = second - 1, 0
    for at in range(len(row) - 1, first - 1, -1):
        if row[at] > most:
            most = row[at]
            out[m] = at
            m += 1
    return m


@njit(cache=True)
def frontier_of_two(
    table: Any, starts: Any, ends: Any, firsts: Any, seconds: Any, nothing: Any, needs: Any, out: Any
) -> int:
    fill(table, starts, ends, firsts, seconds, nothing)
    return unbeaten(table[starts[0] : ends[0]], needs[0], needs[1], out)


@njit(cache=True)
def follow(table: Any, starts: Any, firsts: Any, seconds: Any, cells: Any, chosen: Any) -> None:
    """The lowest options, issue by issue, that give each of some cells of the first row; ``chosen`` by issue."""
    below, rest = cells.copy(), np.empty(len(cells), table.dtype)
    for place in range(len(cells)):
        rest[place] = table[starts[0] + below[place]]
    for row in range(len(firsts)):
        a, b, start = firsts[row], seconds[row], starts[row + 1]
        for place in range(len(cells)):
            at, found = start + below[place], 0
            while table[at - a[found]] + b[found] != rest[place]:
                found += 1
            chosen[row, place] = found
            below[place] -= a[found]
            rest[place] -= b[found]
