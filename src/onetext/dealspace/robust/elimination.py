"""The best package of many draws at once, one issue after another maximised out (bucket elimination, Dechter 1999).

What an issue's option is worth hangs only on the issues that some extra names beside it. So the best of it is a table
over those, and the issue is gone. How large the tables get depends on how far extras tie issues together, not on how
many packages there are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onetext.dealspace.robust.shapes import Floats
from onetext.dealspace.scenario import Box

_MOST_CELLS = 1 << 16
"""Of one table in one draw; with wider ties the best package is searched for."""
_AT_ONCE = 1 << 21
"""Cells of one table over some draws."""


@dataclass(frozen=True)
class _Table:
    """Worth by draw and by the options of these issues, in rising order: (draws, options, options …)."""

    issues: tuple[int, ...]
    worth: Floats

    def over(self, issues: Sequence[int]) -> Floats:
        """The same with an axis for each of these issues, which hold its own."""
        return self.worth[(slice(None), *(slice(None) if issue in self.issues else None for issue in issues))]


@dataclass(frozen=True)
class Elimination:
    """``order``: which issue goes next. ``cells``: of the largest table."""

    sizes: tuple[int, ...]
    boxes: tuple[Box, ...]
    order: tuple[int, ...]
    cells: int

    @classmethod
    def of(cls, sizes: Sequence[int], boxes: Sequence[Box]) -> Elimination | None:
        """The issue with the smallest table goes first. None where a table would be too large."""
        beside = {issue: {issue} for box in boxes for issue, _ in box}
        for box in boxes:
            for issue, _ in box:
                beside[issue].update(other for other, _ in box)
        order, largest = [], 1

        def cells(issue: int) -> tuple[int, int]:
            return math.prod(sizes[other] for other in beside[issue]), issue

        while beside:
            count, issue = min(map(cells, beside))
            if count > _MOST_CELLS:
                return None
            largest = max(largest, count)
            order.append(issue)
            near = beside.pop(issue) - {issue}
            for other in near:
                beside[other] = (beside[other] | near) - {issue}
        return cls(tuple(sizes), tuple(boxes), tuple(order), largest)

    def best(self, own: Floats, extras: Floats) -> Floats:
        """The largest worth of the issues that extras name, by draw.

        ``own`` (issues, options, draws), ``extras`` (boxes, draws). Whole numbers below 2^53 come out exact.
        """
        draws = own.shape[2]
        found: Floats = np.zeros(draws)
        step = max(1, _AT_ONCE // self.cells)
        for start in range(0, draws, step):
            part = slice(start, start + step)
            found[part] = self._best(own[:, :, part], extras[:, part])
        return found

    def _best(self, own: Floats, extras: Floats) -> Floats:
        tables = [_Table((issue,), own[issue, : self.sizes[issue]].T) for issue in self.order]
        tables += [self._of_box(box, worth) for box, worth in zip(self.boxes, extras, strict=True)]
        for issue in self.order:
            here = [table for table in tables if issue in table.issues]
            issues = sorted({other for table in here for other in table.issues})
            worth = sum((table.over(issues) for table in here[1:]), here[0].over(issues))
            tables = [table for table in tables if issue not in table.issues]
            tables.append(_Table(tuple(other for other in issues if other != issue), _highest(worth, issues, issue)))
        total: Floats = np.sum([table.worth for table in tables], axis=0)
        return total

    def _of_box(self, box: Box, worth: Floats) -> _Table:
        issues = tuple(sorted(issue for issue, _ in box))
        options = dict(box)
        table = np.zeros((len(worth), *(self.sizes[issue] for issue in issues)))
        table[np.ix_(range(len(worth)), *(sorted(options[issue]) for issue in issues))] = worth.reshape(
            -1, *(1,) * len(issues)
        )
        return _Table(issues, table)


def _highest(worth: Floats, issues: Sequence[int], issue: int) -> Floats:
    found: Floats = worth.max(axis=1 + issues.index(issue))
    return found
