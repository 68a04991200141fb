"""Compiled sweeps over falling keys: each keeps what nothing before it beats.

A stage takes the partial packages kept so far, adds each option of one issue, and merges these sorted lists (four at a
time, without a branch that could be guessed wrong) while it drops what is beaten. In falling order a candidate can
only be beaten by what came before it; it is, when something kept has at least as much in every dimension after the
first. With two dimensions that is a running maximum. With more, tables hold suffix maxima of the last dimension over
the others, level by level in groups of siblings, so that a look-up reads one cell a level and a new point raises only
few: a point counts for another at the first level where it lies further up.

Keys and codes end with one that is lower than all; layout.py says what they hold. Symbols: n lists' lengths, m kept.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

NOTHING = np.int64(-(1 << 62))
"""Ends every list; no offset raises it above -1."""
CHUNK = 4096
_ONE = np.uint64(1)
_ZERO = np.uint64(0)


@njit(cache=True, inline="always")
def enough(key: Any, ups: Any, masks: Any, needs: Any) -> bool:
    """Whether every field is at least what it needs."""
    for field in range(len(needs)):  # noqa: SIM110  numba compiles no generators
        if ((key >> ups[field]) & masks[field]) < needs[field]:
            return False
    return True


@njit(cache=True)
def merge_chunk(keys: Any, codes: Any, adds: Any, lifts: Any, places: Any, out_keys: Any, out_codes: Any) -> int:
    """The next candidates of four lists, each raised by its add; how many.

    ``places`` says how far each list has been read in ``keys``, and is moved on.
    """
    p0, p1, p2, p3 = places[0], places[1], places[2], places[3]
    a0, a1, a2, a3 = adds[0], adds[1], adds[2], adds[3]
    l0, l1, l2, l3 = lifts[0], lifts[1], lifts[2], lifts[3]
    x0, x1, x2, x3 = keys[p0] + a0, keys[p1] + a1, keys[p2] + a2, keys[p3] + a3
    for t in range(len(out_keys)):
        first = x0 >= x1
        second = x2 >= x3
        one = x0 if first else x1
        two = x2 if second else x3
        left = one >= two
        best = one if left else two
        if best < 0:
            places[0], places[1], places[2], places[3] = p0, p1, p2, p3
            return t
        code_one = codes[p0] + l0 if first else codes[p1] + l1
        code_two = codes[p2] + l2 if second else codes[p3] + l3
        out_keys[t] = best
        out_codes[t] = code_one if left else code_two
        p0 += np.uint64(left and first)
        p1 += np.uint64(left and not first)
        p2 += np.uint64((not left) and second)
        p3 += np.uint64((not left) and (not second))
        x0, x1, x2, x3 = keys[p0] + a0, keys[p1] + a1, keys[p2] + a2, keys[p3] + a3
    places[0], places[1], places[2], places[3] = p0, p1, p2, p3
    return len(out_keys)


@njit(cache=True)
def merge_two(keys: Any, codes: Any, lists: Any, adds: Any, lifts: Any, out_keys: Any, out_codes: Any) -> int:
    """Two whole lists into one; for issues with more than four options."""
    i, j = lists[0], lists[1]
    x, y = keys[i] + adds[0], keys[j] + adds[1]
    t = 0
    while x >= 0 or y >= 0:
        left = x >= y
        code_x, code_y = codes[i] + lifts[0], codes[j] + lifts[1]
        out_keys[t] = x if left else y
        out_codes[t] = code_x if left else code_y
        i += np.uint64(left)
        j += np.uint64(not left)
        x, y = keys[i] + adds[0], keys[j] + adds[1]
        t += 1
    out_keys[t] = NOTHING
    out_codes[t] = _ZERO
    return t


@njit(cache=True)
def stage_of_two(
    keys: Any,
    codes: Any,
    starts: Any,
    adds: Any,
    lifts: Any,
    ups: Any,
    masks: Any,
    needs: Any,
    out_keys: Any,
    out_codes: Any,
) -> int:
    """One issue, two dimensions: what is kept has more of the second than all before it."""
    places = starts.copy()
    chunk_keys = np.empty(CHUNK, np.int64)
    chunk_codes = np.empty(CHUNK, np.uint64)
    m = 0
    most = np.int64(-1)
    last = np.int64(-1)
    while True:
        n = merge_chunk(keys, codes, adds, lifts, places, chunk_keys, chunk_codes)
        if n == 0:
            return m
        for t in range(n):
            key = chunk_keys[t]
            second = key & masks[1]
            if second <= most:
                if key == last and chunk_codes[t] < out_codes[m - 1]:
                    out_codes[m - 1] = chunk_codes[t]
                continue
            if not enough(key, ups, masks, needs):
                continue
            most = second
            last = key
            out_keys[m] = key
            out_codes[m] = chunk_codes[t]
            m += 1


@njit(cache=True)
def stage_of_three(
    keys: Any,
    codes: Any,
    starts: Any,
    adds: Any,
    lifts: Any,
    ups: Any,
    masks: Any,
    needs: Any,
    out_keys: Any,
    out_codes: Any,
    coarse: Any,
    middle: Any,
    fine: Any,
) -> int:
    """One issue, three dimensions: the most of the third among at least as much of the second, in three levels."""
    places = starts.copy()
    chunk_keys = np.empty(CHUNK, np.int64)
    chunk_codes = np.empty(CHUNK, np.uint64)
    m = 0
    last = np.int64(-1)
    up, mask, low = np.uint64(ups[1]), np.uint64(masks[1]), np.uint64(masks[2])
    five, ten = np.uint64(5), np.uint64(10)
    while True:
        n = merge_chunk(keys, codes, adds, lifts, places, chunk_keys, chunk_codes)
        if n == 0:
            return m
        for t in range(n):
            key = np.uint64(chunk_keys[t])
            b = (key >> up) & mask
            c = np.int32(key & low) + np.int32(1)
            if max(coarse[b >> ten], middle[b >> five], fine[b]) >= c:
                if chunk_keys[t] == last and chunk_codes[t] < out_codes[m - 1]:
                    out_codes[m - 1] = chunk_codes[t]
                continue
            if not enough(chunk_keys[t], ups, masks, needs):
                continue
            last = chunk_keys[t]
            out_keys[m] = chunk_keys[t]
            out_codes[m] = chunk_codes[t]
            m += 1
            raise_run(fine, np.int64(b), np.int64(b >> five) << 5, c)
            raise_run(middle, np.int64(b >> five) - 1, np.int64(b >> ten) << 5, c)
            raise_run(coarse, np.int64(b >> ten) - 1, 0, c)


@njit(cache=True, inline="always")
def raise_run(table: Any, start: Any, end: Any, value: Any) -> None:
    """Raises cells from ``start`` down to ``end`` to the value, as far as they are lower."""
    at = start
    while at >= end and table[np.uint64(at)] < value:
        table[np.uint64(at)] = value
        at -= 1


@njit(cache=True, inline="always")
def raise_block(table: Any, base: Any, stride: Any, row: Any, column: Any, value: Any) -> None:
    """Raises the cells of a block with at most this row and column to the value, as far as they are lower."""
    if column < 0:
        return
    while row >= 0:
        start = base + np.uint64(row) * stride
        if table[start + np.uint64(column)] >= value:
            return
        at = column
        while at >= 0 and table[start + np.uint64(at)] < value:
            table[start + np.uint64(at)] = value
            at -= 1
        row -= 1


@njit(cache=True)
def stage_of_four(
    keys: Any,
    codes: Any,
    starts: Any,
    adds: Any,
    lifts: Any,
    ups: Any,
    masks: Any,
    needs: Any,
    out_keys: Any,
    out_codes: Any,
    table: Any,
    bases: Any,
    rows: Any,
    columns: Any,
) -> int:
    """One issue, four dimensions: three levels of 16 siblings in each of the two middle ones, so nine tables in one.

    ``bases`` says where each table starts, by level of the second and third dimension, coarse first. ``rows`` and
    ``columns`` are how many siblings the coarsest level has.
    """
    places = starts.copy()
    chunk_keys = np.empty(CHUNK, np.int64)
    chunk_codes = np.empty(CHUNK, np.uint64)
    m = 0
    last = np.int64(-1)
    up1, mask1, up2, mask2, low = (
        np.uint64(ups[1]), np.uint64(masks[1]), np.uint64(ups[2]), np.uint64(masks[2]), np.uint64(masks[3])
    )  # fmt: skip
    four, eight, part = np.uint64(4), np.uint64(8), np.uint64(15)
    R, C = np.uint64(rows), np.uint64(columns)
    S = np.uint64(16)
    CM = C * S
    t00, t01, t02 = bases[0], bases[1], bases[2]
    t10, t11, t12 = bases[3], bases[4], bases[5]
    t20, t21, t22 = bases[6], bases[7], bases[8]
    while True:
        n = merge_chunk(keys, codes, adds, lifts, places, chunk_keys, chunk_codes)
        if n == 0:
            return m
        for t in range(n):
            key = np.uint64(chunk_keys[t])
            b, c, d = (key >> up1) & mask1, (key >> up2) & mask2, np.uint16((key & low) + _ONE)
            bc, bm, bf = b >> eight, (b >> four) & part, b & part
            cc, cm, cf = c >> eight, (c >> four) & part, c & part
            if table[t00 + bc * C + cc] >= d:
                continue
            b01 = t01 + cc * R * S
            if table[b01 + bc * S + cm] >= d:
                continue
            b10 = t10 + bc * S * C
            if table[b10 + bm * C + cc] >= d:
                continue
            b11 = t11 + ((bc * C + cc) << eight)
            if table[b11 + (bm << four) + cm] >= d:
                continue
            b02 = t02 + (c >> four) * R * S
            if table[b02 + bc * S + cf] >= d:
                continue
            b20 = t20 + (b >> four) * S * C
            if table[b20 + bf * C + cc] >= d:
                continue
            b12 = t12 + ((bc * CM + (c >> four)) << eight)
            if table[b12 + (bm << four) + cf] >= d:
                continue
            b21 = t21 + (((b >> four) * C + cc) << eight)
            if table[b21 + (bf << four) + cm] >= d:
                continue
            b22 = t22 + (((b >> four) * CM + (c >> four)) << eight)
            if table[b22 + (bf << four) + cf] >= d:
                if chunk_keys[t] == last and chunk_codes[t] < out_codes[m - 1]:
                    out_codes[m - 1] = chunk_codes[t]
                continue
            if not enough(chunk_keys[t], ups, masks, needs):
                continue
            last = chunk_keys[t]
            out_keys[m] = chunk_keys[t]
            out_codes[m] = chunk_codes[t]
            m += 1
            ibc, ibm, ibf = np.int64(bc) - 1, np.int64(bm) - 1, np.int64(bf)
            icc, icm, icf = np.int64(cc) - 1, np.int64(cm) - 1, np.int64(cf)
            # what a block, a row of it or a column knew already, the levels above it know as well
            row_known, column_known, block_known = (
                table[b22 + (bf << four)] >= d, table[b22 + cf] >= d, table[b22] >= d
            )  # fmt: skip
            raise_block(table, b22, S, ibf, icf, d)
            if not row_known:
                raise_block(table, b21, S, ibf, icm, d)
                raise_block(table, b20, C, ibf, icc, d)
            if not column_known:
                raise_block(table, b12, S, ibm, icf, d)
                raise_block(table, b02, S, ibc, icf, d)
            if not block_known:
                raise_block(table, b11, S, ibm, icm, d)
                raise_block(table, b10, C, ibm, icc, d)
                raise_block(table, b01, S, ibc, icm, d)
                raise_block(table, t00, C, ibc, icc, d)


@njit(cache=True)
def climb_of_two(most: int, adds: Any, lifts: Any, counts: Any, limits: Any, ups: Any, masks: Any) -> Any:
    """All issues at once, of at most four options each; nothing where more than ``most`` would have to be kept.

    ``adds`` and ``lifts`` by issue and option; ``limits`` by issue and dimension, what must be had after the issue.
    """
    keys = np.array([0, NOTHING])
    codes = np.zeros(2, np.uint64)
    starts = np.zeros(4, np.uint64)
    for issue in range(len(adds)):
        n = len(keys) - 1
        if n > most:
            return keys[:0], codes[:0]
        for option in range(4):
            starts[option] = 0 if option < counts[issue] else n
        out_keys = np.empty(n * counts[issue] + 1, np.int64)
        out_codes = np.empty(n * counts[issue] + 1, np.uint64)
        m = stage_of_two(keys, codes, starts, adds[issue], lifts[issue], ups, masks, limits[issue], out_keys, out_codes)
        out_keys[m] = NOTHING
        out_codes[m] = 0
        keys = out_keys[: m + 1]
        codes = out_codes[: m + 1]
    return keys, codes
