"""A linear programme solved exactly: the simplex method on whole numbers.

Maximise ``c x`` over ``A x <= b``, ``x >= 0`` with ``b >= 0``, so that the origin is a vertex to start from. The
tableau holds whole numbers over one common denominator (Edmonds' integer pivoting, where every division comes out
even); Bland's rule keeps it from turning in circles.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Maximum:
    """The maximum and a point that reaches it, or, where there is none, a direction in which it grows for ever."""

    value: Fraction | None
    point: tuple[Fraction, ...]


def maximise(objective: Sequence[Fraction], rows: Sequence[Sequence[Fraction]], limits: Sequence[Fraction]) -> Maximum:
    """The maximum of ``objective`` within ``rows`` at most ``limits``; all limits must be 0 or more."""
    return _Tableau(objective, rows, limits).solve()


class _Tableau:
    def __init__(
        self, objective: Sequence[Fraction], rows: Sequence[Sequence[Fraction]], limits: Sequence[Fraction]
    ) -> None:
        self.width = len(objective)
        self.table = [_whole([*row, limit]) for row, limit in zip(rows, limits, strict=True)]
        costs, self.scale = _whole_and_scale([*objective, Fraction(0)])
        self.table.append([-cost for cost in costs])
        self.denominator = 1
        self.columns = list(range(self.width))
        """The variable that each column stands for; slacks are numbered after the variables."""
        self.basis = [self.width + row for row in range(len(rows))]

    def solve(self) -> Maximum:
        while (column := self._entering()) is not None:
            row = self._leaving(column)
            if row is None:
                return Maximum(None, self._ray(column))
            self._pivot(row, column)
        return Maximum(Fraction(self.table[-1][-1], self.denominator * self.scale), self._point())

    def _entering(self) -> int | None:
        costs = self.table[-1]
        falling = [column for column in range(self.width) if costs[column] < 0]
        return min(falling, key=self.columns.__getitem__, default=None)

    def _leaving(self, column: int) -> int | None:
        best: tuple[Fraction, int] | None = None
        chosen = None
        for row, entries in enumerate(self.table[:-1]):
            if entries[column] > 0:
                step = (Fraction(entries[-1], entries[column]), self.basis[row])
                if best is None or step < best:
                    best, chosen = step, row
        return chosen

    def _pivot(self, row: int, column: int) -> None:
        pivot_row = self.table[row]
        pivot, old = pivot_row[column], self.denominator
        for number, entries in enumerate(self.table):
            factor = entries[column]
            if number == row:
                continue
            if factor or pivot != old:
                self.table[number] = [
                    (entry * pivot - factor * at) // old for entry, at in zip(entries, pivot_row, strict=True)
                ]
            self.table[number][column] = -factor
        pivot_row[column] = old
        self.denominator = pivot
        self.columns[column], self.basis[row] = self.basis[row], self.columns[column]

    def _point(self) -> tuple[Fraction, ...]:
        point = [Fraction(0)] * self.width
        for row, variable in enumerate(self.basis):
            if variable < self.width:
                point[variable] = Fraction(self.table[row][-1], self.denominator)
        return tuple(point)

    def _ray(self, column: int) -> tuple[Fraction, ...]:
        ray = [Fraction(0)] * self.width
        if self.columns[column] < self.width:
            ray[self.columns[column]] = Fraction(1)
        for row, variable in enumerate(self.basis):
            if variable < self.width:
                ray[variable] = Fraction(-self.table[row][column], self.denominator)
        return tuple(ray)


def _whole_and_scale(numbers: Sequence[Fraction]) -> tuple[list[int], int]:
    scale = math.lcm(*(number.denominator for number in numbers))
    return [int(number * scale) for number in numbers], scale


def _whole(numbers: Sequence[Fraction]) -> list[int]:
    """A row may be stretched by any positive number; its slack is stretched with it."""
    return _whole_and_scale(numbers)[0]
