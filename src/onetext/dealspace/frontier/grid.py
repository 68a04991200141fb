"""Two dimensions over a grid: where worths are few enough, quicker than labels by an order of magnitude.

What is kept is the grid itself; the package of a point is followed through it when it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

import numpy as np

from onetext.dealspace.frontier import grid_kernel
from onetext.dealspace.frontier.layout import Layout
from onetext.dealspace.frontier.points import Array
from onetext.dealspace.frontier.reduction import Reduction
from onetext.dealspace.tally import Vector

MOST_BYTES = 1 << 24
"""Of a grid: past that the labels are fewer than the cells, and the cells no longer close to the processor."""
_MOST_IN_16 = (1 << 15) - 1
_MOST_IN_32 = (1 << 31) - 1


class Grid:
    """The rows of a reduction of two dimensions: one for the issues from each on, and one after the last."""

    def __init__(self, reduced: Reduction) -> None:
        self.reduced = reduced
        steps, most = reduced.steps, max(4, *(len(step.options) for step in reduced.steps))
        reaches = [*accumulate((step.most[0] for step in reversed(steps)), initial=0)][::-1]
        self.starts, self.ends, self.cells = [], [], 0
        for row, reach in enumerate(reaches):
            margin = steps[row - 1].most[0] if row else 0
            self.starts.append(self.cells + margin)
            self.ends.append(self.cells + margin + reach + 1)
            self.cells += 2 * margin + reach + 1
        self._most = most

    @property
    def kind(self) -> Any:
        return np.int16 if self.reduced.ranges[1] <= _MOST_IN_16 else np.int32

    @property
    def bytes(self) -> int:
        return self.cells * int(np.dtype(self.kind).itemsize)

    @property
    def fits(self) -> bool:
        return self.reduced.ranges[1] <= _MOST_IN_32 and self.bytes <= MOST_BYTES

    @cached_property
    def arrays(self) -> tuple[Any, ...]:
        """What the kernels take: a table to fill, starts, ends, the worths of both dimensions, what is impossible."""
        rows = [[*step.worths, *step.worths[:1] * (self._most - len(step.worths))] for step in self.reduced.steps]
        worths = np.array(rows, np.int64)
        return (
            np.empty(self.cells, self.kind),
            np.array(self.starts),
            np.array(self.ends),
            np.ascontiguousarray(worths[:, :, 0]),
            np.ascontiguousarray(worths[:, :, 1]).astype(self.kind),
            self.kind(np.iinfo(self.kind).min),
        )


@dataclass(frozen=True)
class Filled:
    """``cells``: those of the first row that are efficient, from the highest down; ``keys`` as a layout has them."""

    keys: Array
    cells: Array
    grid: Grid

    def chosen(self, reduced: Reduction, plan: Layout, places: Array) -> Sequence[Array]:
        """As ``Climbed.chosen``."""
        table, starts, _, firsts, seconds, _ = self.grid.arrays
        found = np.empty((len(firsts), len(places)), np.int64)
        grid_kernel.follow(table, starts, firsts, seconds, self.cells[places], found)
        return list(found)


def filled(grid: Grid, needs: Vector, plan: Layout) -> Filled:
    """The efficient points of the grid's reduction that give what is needed; layouts in the order of dimensions."""
    out = np.empty(grid.ends[0] - grid.starts[0], np.int64)
    arguments: Any = (*grid.arrays, np.array(needs), out)
    m = grid_kernel.frontier_of_two(*arguments)
    cells = out[:m].copy()
    table, up = grid.arrays[0], plan.offsets[plan.dimensions.index(0)]
    across = plan.offsets[plan.dimensions.index(1)]
    return Filled((cells << up) + (table[grid.starts[0] + cells].astype(np.int64) << across), cells, grid)
