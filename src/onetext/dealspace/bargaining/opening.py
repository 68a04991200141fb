"""A first package, an upper bound and a mixture of rows: what a walk starts from."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from onetext.dealspace.bargaining import opening_kernel
from onetext.dealspace.bargaining.compiling import compiled
from onetext.dealspace.bargaining.grid import Coefficients, Grid, Layout, Row
from onetext.dealspace.scenario import Package

ROUNDS = 400


@dataclass(frozen=True)
class Opening:
    """``weights`` by step of each sum, the aims first, then the rows; ``bound`` on the smallest aim."""

    places: Package
    bound: float
    weights: dict[Coefficients, float]


def opened(grid: Grid, aims: Sequence[Row], rows: Sequence[Row], rounds: int = ROUNDS) -> Opening:
    """Towards the largest value of what the smallest aim exceeds its need by, while the rows are met."""
    lines = [*aims, *rows]
    layouts = [grid.layout(line.coefficients) for line in lines]
    whole = max(layout.spread * layout.unit for layout in layouts[: len(aims)]) or 1
    sizes = [whole] * len(aims) + [max(1, layout.spread * layout.unit) for layout in layouts[len(aims) :]]
    need = np.array(
        [_short(line.need - layout.low, size) for line, layout, size in zip(lines, layouts, sizes, strict=True)]
    )
    chosen = np.arange(len(lines)) < len(aims)
    weight = np.where(chosen, 1 / len(aims), 0.0)
    found = np.zeros(len(grid.options), dtype=np.int64)
    counts = np.array(list(map(len, grid.options)), dtype=np.int64)
    opening = compiled(grid.packages, opening_kernel.opening, *opening_kernel.PARTS)
    bound = opening(_worth(grid, layouts, sizes), counts, need, chosen, weight, found, rounds)
    weights: dict[Coefficients, float] = {}
    for line, at, layout, size in zip(lines, weight, layouts, sizes, strict=True):
        plain = line.plain().coefficients
        weights[plain] = weights.get(plain, 0.0) + float(at) * _short(layout.unit, size)
    return Opening(tuple(map(int, found)), _large(bound, whole), weights)


def _worth(grid: Grid, layouts: Sequence[Layout], sizes: Sequence[int]) -> Any:
    worth = np.zeros((len(grid.options), max(map(len, grid.options)), len(layouts)))
    for index, (layout, size) in enumerate(zip(layouts, sizes, strict=True)):
        by = layout.unit / size
        for issue, row in enumerate(layout.parts):
            worth[issue, : len(row), index] = [at * by for at in row]
    return worth


def _short(amount: int, size: int) -> float:
    """The quotient, held within what a bound can use."""
    return max(-1e6, min(1e6, amount / size)) if abs(amount) < size << 40 else math.copysign(1e6, amount)


def _large(bound: float, whole: int) -> float:
    return bound * whole if whole < 1 << 1000 else math.inf
