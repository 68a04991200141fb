"""The compiled sweep of five dimensions: suffix maxima over three of them, in two levels of 32 siblings each.

As in sweep_kernel.py; the eight tables lie in one array, numbered by which dimensions are at their fine
level (bits).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from onetext.dealspace.frontier.sweep_kernel import CHUNK, enough, merge_chunk, raise_block

_ONE = np.uint64(1)
_FIVE = np.uint64(5)
_PART = np.uint64(31)
_SIBLINGS = np.uint64(32)


@njit(cache=True, inline="always")
def _cell(level: int, bit: int, coarse: Any, fine: Any, count: Any, block: Any) -> Any:
    """Block and place of one dimension at a level: which block, how many siblings, which of them."""
    if level & bit:
        return block * count + coarse, _SIBLINGS, fine
    return block, count, coarse


@njit(cache=True)
def stage_of_five(
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
    counts: Any,
) -> int:
    """One issue, five dimensions. ``bases`` says where each table starts, ``counts`` the coarse cells by dimension."""
    places = starts.copy()
    chunk_keys = np.empty(CHUNK, np.int64)
    chunk_codes = np.empty(CHUNK, np.uint64)
    m = 0
    last = np.int64(-1)
    n1, n2, n3 = np.uint64(counts[0]), np.uint64(counts[1]), np.uint64(counts[2])
    up1, up2, up3 = np.uint64(ups[1]), np.uint64(ups[2]), np.uint64(ups[3])
    mask1, mask2, mask3, low = np.uint64(masks[1]), np.uint64(masks[2]), np.uint64(masks[3]), np.uint64(masks[4])
    while True:
        n = merge_chunk(keys, codes, adds, lifts, places, chunk_keys, chunk_codes)
        if n == 0:
            return m
        for t in range(n):
            key = np.uint64(chunk_keys[t])
            b, c, e, d = (key >> up1) & mask1, (key >> up2) & mask2, (key >> up3) & mask3, np.uint16((key & low) + _ONE)
            bc, bf, cc, cf, ec, ef = b >> _FIVE, b & _PART, c >> _FIVE, c & _PART, e >> _FIVE, e & _PART
            beaten = False
            for level in range(8):
                block, s1, i1 = _cell(level, 1, bc, bf, n1, np.uint64(0))
                block, s2, i2 = _cell(level, 2, cc, cf, n2, block)
                block, s3, i3 = _cell(level, 4, ec, ef, n3, block)
                if table[bases[level] + ((block * s1 + i1) * s2 + i2) * s3 + i3] >= d:
                    beaten = True
                    break
            if beaten:
                if chunk_keys[t] == last and chunk_codes[t] < out_codes[m - 1]:
                    out_codes[m - 1] = chunk_codes[t]
                continue
            if not enough(chunk_keys[t], ups, masks, needs):
                continue
            last = chunk_keys[t]
            out_keys[m] = chunk_keys[t]
            out_codes[m] = chunk_codes[t]
            m += 1
            for level in range(8):
                block, s1, i1 = _cell(level, 1, bc, bf, n1, np.uint64(0))
                block, s2, i2 = _cell(level, 2, cc, cf, n2, block)
                block, s3, i3 = _cell(level, 4, ec, ef, n3, block)
                row = np.int64(i1) - (0 if level & 1 else 1)
                middle = np.int64(i2) - (0 if level & 2 else 1)
                column = np.int64(i3) - (0 if level & 4 else 1)
                if middle < 0 or column < 0:
                    continue
                while row >= 0:
                    base = bases[level] + (block * s1 + np.uint64(row)) * s2 * s3
                    if table[base + np.uint64(middle) * s3 + np.uint64(column)] >= d:
                        break
                    raise_block(table, base, s3, middle, column, d)
                    row -= 1
