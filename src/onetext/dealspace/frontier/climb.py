"""The compiled way up: stage by stage over the issues, with the room each stage may take known beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from onetext.dealspace.frontier import five_kernel, sweep_kernel
from onetext.dealspace.frontier.grid import Grid, filled
from onetext.dealspace.frontier.layout import Layout
from onetext.dealspace.frontier.points import Array, Climbed, Reached, TooLargeError
from onetext.dealspace.frontier.reduction import Reduction
from onetext.dealspace.running import Running
from onetext.dealspace.tally import Vector

_BYTES = 16
"""A key and a code."""
_SECONDS = {2: 1e-8, 3: 2e-8, 4: 6e-8, 5: 2e-7}
"""A candidate, by dimensions, on a usual processor."""
_CLEARING = 2e-10
"""A byte of a table."""
_MOST_IN_TABLE = (1 << 16) - 2
"""Tables of four and five dimensions hold 16 bits."""
_MOST_CLEARED = 1 << 27
"""Cells of a table that is cleared and used again."""


def climb(reduced: Reduction, needs: Vector, plan: Layout, room: int, running: Running) -> Reached:
    """The efficient keys and codes of a reduction of two to five dimensions whose keys fit.

    Raises ``TooLargeError`` where the next stage may take more than ``room`` bytes, or where the time is up.
    """
    if reduced.dimensions == 2 and (grid := Grid(reduced)).fits and grid.bytes <= room:
        return filled(grid, needs, plan)
    if reduced.dimensions == 2 and plan.lifts is not None and all(len(step.options) <= 4 for step in reduced.steps):
        return _two(reduced, needs, plan, room)
    keys, codes = np.array([0, sweep_kernel.NOTHING]), np.zeros(2, np.uint64)
    left, so_far = list(reduced.ranges), [0] * reduced.dimensions
    offsets, masks = np.array(plan.offsets), np.array([(1 << width) - 1 for width in plan.widths])
    chain: list[Array] = []
    held, tables = 0, Tables()
    for number, place in enumerate(plan.order):
        step = reduced.steps[place]
        for dimension, most in enumerate(step.most):
            left[dimension] -= most
            so_far[dimension] += most
        n, options = len(keys) - 1, len(step.options)
        widest = so_far[plan.dimensions[-1]]
        taken = held + _stage_bytes(n, options) + table_bytes(so_far, plan)
        if running.over() or taken > room or (len(plan.widths) > 3 and widest > _MOST_IN_TABLE):
            raise TooLargeError
        limits = np.array([max(0, needs[dimension] - left[dimension]) for dimension in plan.dimensions])
        if not limits.any():
            limits = limits[:0]
        adds = [plan.key(row) for row in step.worths]
        lifts = [option << plan.lift(place) for option in range(options)]
        lists = _lists(keys, codes, adds, lifts)
        out_keys, out_codes = np.empty(n * options + 1, np.int64), np.empty(n * options + 1, np.uint64)
        del keys, codes  # where lists were merged first, they are others
        m = _stage(plan, so_far, lists, (offsets, masks, limits), (out_keys, out_codes), tables)
        del lists
        running.work(n * options * _SECONDS[reduced.dimensions] + table_bytes(so_far, plan) * _CLEARING)
        keys, codes = _ended(out_keys, out_codes, m)
        if plan.lifts is None:
            chain.append(codes[:-1])
            held += codes.nbytes
            codes = np.arange(m + 1, dtype=np.uint64)
        running.tell("frontier", (number + 1) / len(plan.order))
    return Climbed(keys[:-1], codes[:-1], tuple(chain))


def _two(reduced: Reduction, needs: Vector, plan: Layout, room: int) -> Climbed:
    """Two dimensions in one go: so quick that it can be neither watched nor stopped."""
    keys, codes = sweep_kernel.climb_of_two(room // (5 * _BYTES), *arrays_of_two(reduced, needs, plan))
    if not len(keys):
        raise TooLargeError
    return Climbed(keys[:-1], codes[:-1], ())


def arrays_of_two(reduced: Reduction, needs: Vector, plan: Layout) -> Any:
    """What ``climb_of_two`` takes, but for its room."""
    size = len(plan.order)
    adds, lifts = np.zeros((size, 4), np.int64), np.zeros((size, 4), np.uint64)
    limits, left = np.zeros((size, 2), np.int64), list(reduced.ranges)
    for number, place in enumerate(plan.order):
        step = reduced.steps[place]
        left = [rest - most for rest, most in zip(left, step.most, strict=True)]
        for option, row in enumerate(step.worths):
            adds[number, option], lifts[number, option] = plan.key(row), option << plan.lift(place)
        limits[number] = [needs[dimension] - left[dimension] for dimension in plan.dimensions]
    counts = np.array([len(reduced.steps[place].options) for place in plan.order])
    masks = np.array([(1 << width) - 1 for width in plan.widths])
    return adds, lifts, counts, limits, np.array(plan.offsets), masks


def table_bytes(ranges: Sequence[int], plan: Layout) -> int:
    """What the tables of a stage take whose worths reach these ranges, by dimension."""
    inner = [ranges[dimension] + 1 for dimension in plan.dimensions[1:-1]]
    if len(inner) == 2:
        return 2 * sum(_sizes_of_four(inner))
    if len(inner) == 3:
        return 2 * sum(_sizes_of_five(inner))
    return 4 * sum(inner)


def _stage_bytes(n: int, options: int) -> int:
    """At worst: what came in, all candidates, and them again where more than four lists are merged first."""
    return _BYTES * n * (1 + options * (1 if options <= 4 else 3))


def _ended(keys: Array, codes: Array, m: int) -> tuple[Array, Array]:
    """The first m and the end mark; what lies behind them is given back, and nothing is copied."""
    keys[m], codes[m] = sweep_kernel.NOTHING, 0
    for array in (keys, codes):
        array.resize(m + 1, refcheck=False)  # nobody else looks at them: they were made for this stage
    return keys, codes


Lists = tuple[Array, Array, Array, Array, Array]


def _lists(keys: Array, codes: Array, adds: list[int], lifts: list[int]) -> Lists:
    """Keys and codes with at most four starts, and what each list is raised by."""
    starts = [0] * len(adds)
    while len(starts) > 4:
        size, old = len(keys) - 1, starts
        ends = [*old[1:], size + 1] if old[-1] else [size + 1] * len(old)
        lengths = [end - start for start, end in zip(old, ends, strict=True)]
        pairs = [(at, min(at + 1, len(old) - 1)) for at in range(0, len(old), 2)]
        total = sum(lengths[one] + (lengths[other] if other != one else 0) for one, other in pairs)
        more_keys, more_codes = np.empty(total, np.int64), np.empty(total, np.uint64)
        starts, at = [], 0
        for one, other in pairs:
            pair = [old[one], old[other] if other != one else lengths[one] + old[one] - 1]
            at += _merged(keys, codes, pair, (adds, lifts), (one, other), (more_keys, more_codes, at, starts))
        keys, codes, adds, lifts = more_keys[:at], more_codes[:at], [0] * len(starts), [0] * len(starts)
    missing = 4 - len(starts)
    return (
        keys,
        codes,
        np.array(starts + [len(keys) - 1] * missing, np.uint64),
        np.array(adds + [0] * missing, np.int64),
        np.array(lifts + [0] * missing, np.uint64),
    )


def _merged(
    keys: Array,
    codes: Array,
    pair: list[int],
    raised: tuple[list[int], list[int]],
    which: tuple[int, int],
    into: tuple[Array, Array, int, list[int]],
) -> int:
    """Two lists into one at a place; how long it is with its end mark."""
    adds, lifts = raised
    out_keys, out_codes, at, starts = into
    starts.append(at)
    n = sweep_kernel.merge_two(
        keys,
        codes,
        np.array(pair, np.uint64),
        np.array([adds[one] for one in which], np.int64),
        np.array([lifts[one] for one in which], np.uint64),
        out_keys[at:],
        out_codes[at:],
    )
    return int(n) + 1


class Tables:
    """Zeros for one stage after the other, in one array where that is quicker.

    Fresh pages cost more than clearing old ones; but a large table, and any of five dimensions, is only touched here
    and there, and then fresh zeros take less room.
    """

    def __init__(self) -> None:
        self._held = np.empty(0, np.uint16)

    def zeros(self, size: int) -> Array:
        if size > _MOST_CLEARED:
            return np.zeros(size, np.uint16)
        if size > len(self._held):
            self._held = np.empty(min(2 * size, _MOST_CLEARED), np.uint16)
        self._held[:size] = 0
        return self._held[:size]


def _stage(
    plan: Layout,
    so_far: Sequence[int],
    lists: Lists,
    fields: tuple[Array, Array, Array],
    out: tuple[Array, Array],
    tables: Tables,
) -> int:
    inner = [so_far[dimension] + 1 for dimension in plan.dimensions[1:-1]]
    if not inner:
        return int(sweep_kernel.stage_of_two(*lists, *fields, *out))
    if len(inner) == 1:
        levels = [np.zeros((inner[0] >> up) + 1, np.int32) for up in (10, 5, 0)]
        return int(sweep_kernel.stage_of_three(*lists, *fields, *out, *levels))
    if len(inner) == 2:
        sizes = _sizes_of_four(inner)
        rows, columns = ((count >> 8) + 1 for count in inner)
        return int(
            sweep_kernel.stage_of_four(*lists, *fields, *out, tables.zeros(sum(sizes)), _bases(sizes), rows, columns)
        )
    sizes = _sizes_of_five(inner)
    counts = np.array([(count >> 5) + 1 for count in inner], np.uint64)
    return int(five_kernel.stage_of_five(*lists, *fields, *out, np.zeros(sum(sizes), np.uint16), _bases(sizes), counts))


def unbeaten(keys: Array, widths: Sequence[int], ranges: Sequence[int]) -> Array:
    """Of distinct falling keys of three to five fields, the places of those that nothing before beats."""
    plan = Layout(tuple(range(len(widths))), tuple(widths), (), None)
    size = len(keys)
    lists = _ended(np.append(keys, 0), np.arange(size + 1, dtype=np.uint64), size)
    starts = np.array([0, size, size, size], np.uint64)
    fields = np.array(plan.offsets), np.array([(1 << width) - 1 for width in widths]), np.zeros(0, np.int64)
    out = np.empty(size + 1, np.int64), np.empty(size + 1, np.uint64)
    nothing = np.zeros(4, np.int64), np.zeros(4, np.uint64)
    return out[1][: _stage(plan, ranges, (*lists, starts, *nothing), fields, out, Tables())].astype(np.int64)


def _bases(sizes: list[int]) -> Any:
    return np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.uint64)


def _sizes_of_four(inner: list[int]) -> list[int]:
    rows, columns = ((count >> 8) + 1 for count in inner)
    return [rows * 16**up * columns * 16**across for up in range(3) for across in range(3)]


def _sizes_of_five(inner: list[int]) -> list[int]:
    counts = [(count >> 5) + 1 for count in inner]
    cells = counts[0] * counts[1] * counts[2]
    return [cells * 32 ** level.bit_count() for level in range(8)]
