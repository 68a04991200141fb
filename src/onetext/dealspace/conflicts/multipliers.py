"""Rows added up: factors for which even the best options of every issue fall short prove that there is no package.

Finding factors is a matter of floats (Polyak's subgradient steps for the Lagrangian dual of the sums, Fisher 1981);
what is proved with them is proved in whole numbers. On the way good packages turn up, too.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from onetext.dealspace.conflicts.bits import bits
from onetext.dealspace.conflicts.grounds import Grounds
from onetext.dealspace.conflicts.query import Row, combined
from onetext.dealspace.scenario import Package

_STEPS = 40
_FINE = 1 << 24
_KEPT = 24
_NOISE = 1e-9
_SHUT = -1.0e9


class Pressure:
    """Reservations under one set of factors: ``row`` is their sum, ``support`` the reservations in it."""

    def __init__(self, row: Row, support: int, factors: Any) -> None:
        self.row = row
        self.support = support
        self.factors = factors
        self.over = sum(worth for _, worth in row.extras if worth > 0) - row.floor

    def refutes(self, domains: Sequence[Sequence[int]]) -> bool:
        """Whether no package of these options can meet all reservations in the support."""
        at = self.over
        for own, domain in zip(self.row.own, domains, strict=True):
            at += max([own[option] for option in domain])
        return at < 0

    def needed(self, grounds: Grounds, mask: int) -> int:
        """A part of a refuted mask that is refuted as well: options are opened as long as the sum falls short."""
        domains = grounds.query(mask).domains
        at = self.over + sum(
            max([own[option] for option in domain]) for own, domain in zip(self.row.own, domains, strict=True)
        )
        waiting: list[tuple[int, int, int]] = []
        shut: list[list[tuple[int, int]]] = []
        for issue, (own, domain) in enumerate(zip(self.row.own, domains, strict=True)):
            top = max([own[option] for option in domain])
            lines = enumerate(grounds.line_bits[issue])
            above = sorted((own[option], bit) for option, bit in lines if bit & mask and own[option] > top)
            shut.append(above)
            if above:
                heapq.heappush(waiting, (above[0][0] - top, issue, 0))
        kept = self.support
        while waiting:
            rise, issue, number = heapq.heappop(waiting)
            if at + rise >= 0:
                kept |= sum(bit for _, bit in shut[issue][number:])
                continue
            at += rise
            if number + 1 < len(shut[issue]):
                step = shut[issue][number + 1][0] - shut[issue][number][0]
                heapq.heappush(waiting, (step, issue, number + 1))
        return kept


class Multipliers:
    """Looks for factors, and keeps those that proved something."""

    def __init__(self, grounds: Grounds) -> None:
        import numpy as np  # noqa: PLC0415 -- a small file must not wait for it

        self.np = np
        self.grounds = grounds
        self.kept: list[Pressure] = []
        widest = max(grounds.sizes)
        self.rows = list(grounds.rows.values())
        self.scales = [float(max(row.most, abs(row.floor), 1)) for row in self.rows]
        table = np.full((len(self.rows), len(grounds.sizes), widest), 0.0)
        for number, (row, scale) in enumerate(zip(self.rows, self.scales, strict=True)):
            for issue, own in enumerate(row.own):
                table[number, issue, : len(own)] = [at / scale for at in own]
        self.table = table
        self.short = np.array(
            [
                (sum(worth for _, worth in row.extras if worth > 0) - row.floor) / scale
                for row, scale in zip(self.rows, self.scales, strict=True)
            ]
        )
        self.closed = np.full((len(grounds.sizes), widest), _SHUT)
        for issue, size in enumerate(grounds.sizes):
            self.closed[issue, :size] = 0.0

    def known(self, mask: int, domains: Sequence[Sequence[int]]) -> Pressure | None:
        """Factors found before that refute this mask, too."""
        for pressure in reversed(self.kept):
            if not pressure.support & ~mask and pressure.refutes(domains):
                return pressure
        return None

    def look(
        self, mask: int, domains: Sequence[Sequence[int]], judge: Callable[[Package], bool]
    ) -> tuple[Pressure | None, Package | None, Row | None]:
        """Factors that refute the mask, or a package that ``judge`` takes, or the row that helps most to search."""
        active = list(bits(mask & self.grounds.soft))
        if not active:
            return None, None, None
        best, lowest, seen = self._start(active), math.inf, None
        for factors, at, chosen in self._walk(active, self._closed(mask, domains)):
            if at < lowest:
                best, lowest = factors, at
            if at < 0:
                pressure = self._pressure(active, factors)
                if pressure is not None and pressure.refutes(domains):
                    self._keep(pressure)
                    return pressure, None, None
            if chosen is not None and chosen != seen:
                seen = chosen
                if judge(chosen):
                    return None, chosen, None
        pressure = self._pressure(active, best)
        return None, None, pressure.row if pressure else None

    def _walk(self, active: list[int], closed: Any) -> Iterator[tuple[Any, float, Package | None]]:
        """Factors on their way down, what their sum comes to at most, and the package there if it meets all floors."""
        np = self.np
        count, width = closed.shape
        table, short = self.table[active].reshape(len(active), -1), self.short[active]
        starts = np.arange(count) * width
        factors = self._start(active)
        for step in range(_STEPS):
            scores = (factors @ table).reshape(count, width)
            scores += closed
            chosen = scores.argmax(1)
            slope = table[:, starts + chosen].sum(1) + short
            at = float(factors @ slope)
            met = bool(slope.min() >= -_NOISE)
            yield factors, at, tuple(chosen.tolist()) if met else None
            steep = float(slope @ slope)
            if steep < _NOISE**2:
                return
            factors = np.maximum(factors - slope * ((max(at, 0.0) + 0.02 / (1 + step)) / steep), 0.0)
            total = float(factors.sum())
            if total <= 0:
                return
            factors /= total

    def _closed(self, mask: int, domains: Sequence[Sequence[int]]) -> Any:
        """0 for the options that are left, far below for the others."""
        if not mask & ~self.grounds.soft:
            return self.closed
        closed = self.closed.copy()
        for issue, (size, domain) in enumerate(zip(self.grounds.sizes, domains, strict=True)):
            if len(domain) < size:
                closed[issue, :size] = _SHUT
                closed[issue, list(domain)] = 0.0
        return closed

    def _start(self, active: list[int]) -> Any:
        np = self.np
        for pressure in reversed(self.kept):
            start = pressure.factors[active]
            if start.sum() > 0:
                start = start + 1e-3
                return start / start.sum()
        return np.full(len(active), 1.0 / len(active))

    def _pressure(self, active: list[int], factors: Any) -> Pressure | None:
        """The factors in whole numbers, for the rows as they are."""
        finest = max(self.scales)
        whole = [0] * len(self.rows)
        every = self.np.zeros(len(self.rows))
        for bit, factor in zip(active, factors.tolist(), strict=True):
            whole[bit] = round(factor * _FINE * max(1.0, finest / self.scales[bit]))
            every[bit] = factor
        if not any(whole):
            return None
        support = sum(1 << bit for bit, factor in enumerate(whole) if factor)
        return Pressure(combined(self.rows, whole), support, every)

    def _keep(self, pressure: Pressure) -> None:
        self.kept.append(pressure)
        if len(self.kept) > _KEPT:
            self.kept.pop(0)
