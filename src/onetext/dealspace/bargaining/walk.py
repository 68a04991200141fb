"""Going through all packages that meet some rows, the rows rising on the way: the kernel's driver.

The kernel works on floats of the size of 1 with a margin; whoever takes the packages checks them in whole numbers.
Where a row has fewer than about 10^11 steps the margin is half a step: nothing but what meets it is handed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from onetext.dealspace.bargaining import rows_kernel
from onetext.dealspace.bargaining.compiling import compiled, slice_of
from onetext.dealspace.bargaining.grid import Grid, Row
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector

_CUTS = 16
"""Mixtures kept beside the rows themselves."""
_LOOKS = 6
_REMEMBERED = 1 << 17
_FINE = 4e-12
_ROUNDING = 2e-12
_SAME = 1e-9
"""Products nearer than this are left to whole numbers."""


class Walk:
    """``done`` once every package that meets the rows was handed over.

    ``weights`` of the rows, by step of each row's sum, say what order of options is promising. With ``once``, packages
    that give everybody the same are handed over once, any one of them.

    ``around``: the gains of a package, of everybody; then the rows are one a party, and of the packages only those are
    wanted whose product of gains is at least ``product`` times that of ``around``.
    """

    product = 0.0

    def __init__(
        self,
        grid: Grid,
        rows: Sequence[Row],
        weights: Sequence[float],
        *,
        once: bool = False,
        around: Vector | None = None,
    ) -> None:
        self.grid = grid
        self.coefficients = [row.coefficients for row in rows]
        self.done = False
        layouts = [grid.layout(row.coefficients) for row in rows]
        self._scales = [1.0 / max(1, layout.spread) for layout in layouts]
        worth = np.stack([_worth(grid, coefficients) for coefficients in self.coefficients], axis=2)
        self._needs = np.array([self._need(index, row.need) for index, row in enumerate(rows)])
        if around is not None:
            self.product = 1.0
            sizes = np.array([layout.spread / gain for layout, gain in zip(layouts, around, strict=True)])
            worth = worth * np.maximum(sizes, 1e-300)
            self._needs = np.array([-layout.low / gain for layout, gain in zip(layouts, around, strict=True)])
        mixture = np.array(weights, dtype=float) / (1 if around else np.array(self._scales))
        mixture = mixture / mixture.sum() if mixture.sum() > 0 else np.full(len(rows), 1 / len(rows))
        self._arrange(worth, mixture)
        self._margin = rows_kernel.MARGIN * max(1.0, float(worth.max()))
        self._pool = np.vstack([np.eye(len(rows)), np.tile(mixture, (_CUTS, 1))])
        self._seen = np.zeros((_REMEMBERED if once else 0, grid.parties + 1), dtype=np.int64)

    def _arrange(self, worth: Any, mixture: Any) -> None:
        """Issues by falling influence, options by falling worth to the mixture."""
        self._counts_of = [len(options) for options in self.grid.options]
        spreads = worth.max(axis=1) - worth.min(axis=1)
        self._order = np.argsort(-(spreads @ mixture), kind="stable")
        scores = worth @ mixture
        for issue, count in enumerate(self._counts_of):
            scores[issue, count:] = -np.inf
        self._ranks = np.argsort(-scores, axis=1, kind="stable")
        self._counts = np.array([self._counts_of[issue] for issue in self._order], dtype=np.int64)
        self._worth = self._arranged(worth)
        self._exact = self._arranged(_exact(self.grid))
        issues = len(self._order)
        self._state = np.zeros(3, dtype=np.int64)
        self._state[1] = worth.shape[2]
        self._place = np.zeros(issues + 1, dtype=np.int64)
        self._trial = np.zeros(issues, dtype=np.int64)

    def _arranged(self, by_issue: Any) -> Any:
        return np.ascontiguousarray(np.stack([by_issue[issue][self._ranks[issue]] for issue in self._order]))

    def _need(self, index: int, need: int) -> float:
        scale = self._scales[index]
        margin = 0.5 * scale if scale > _FINE else _ROUNDING
        steps = self.grid.layout(self.coefficients[index]).steps(need)
        return max(-0.01, min(2.0, steps * scale if abs(steps) < 1e300 else 2.0 * (steps > 0)) - margin)

    def lift(self, index: int, need: int) -> None:
        """Raises what a row needs, from here on."""
        self._needs[index] = max(self._needs[index], self._need(index, need))

    def packages(self, running: Running) -> Iterator[Package]:
        """Packages as places in the grid's options; ends when all are found, or when time is over."""
        search = compiled(self.grid.packages, rows_kernel.search, *rows_kernel.PARTS)
        steps = slice_of(self.grid.packages)
        while not self.done:
            state = search(
                self._worth,
                self._counts,
                self._needs,
                self._state,
                self._place,
                self._trial,
                self._pool,
                self._exact,
                self._seen,
                self.product * (1 - _SAME),
                self._margin,
                steps,
                _LOOKS,
            )
            if state == rows_kernel.DONE:
                self.done = True
                return
            if state == rows_kernel.LEAF:
                yield self._places()
            if running.over():
                return

    def _places(self) -> Package:
        places = [0] * len(self._order)
        for depth, issue in enumerate(self._order):
            places[issue] = int(self._ranks[issue, self._trial[depth]])
        return tuple(places)


def _worth(grid: Grid, coefficients: tuple[int, ...]) -> Any:
    """A row's worth by issue and option, 0 to 1."""
    layout = grid.layout(coefficients)
    found = np.zeros((len(grid.options), max(map(len, grid.options))))
    for issue, row in enumerate(layout.parts):
        found[issue, : len(row)] = [at / max(1, layout.spread) for at in row]
    return found


def _exact(grid: Grid) -> Any:
    """Steps by issue, option and party, as far as they fit; an empty array where they do not."""
    if grid.exact is None:
        return np.zeros((len(grid.options), max(map(len, grid.options)), 0), dtype=np.int64)
    return grid.exact.transpose(1, 2, 0)


def exact_fits(grid: Grid) -> bool:
    return grid.exact is not None
