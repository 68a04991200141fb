"""A question about packages: options left by issue, sums that must be reached, boxes no package may lie in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from onetext.dealspace.scenario import Box, Package, inside

Extras = tuple[tuple[Box, int], ...]


@dataclass(frozen=True)
class Row:
    """A package reaches it when what its options give and the extras whose box it lies in come to ``floor``."""

    own: tuple[tuple[int, ...], ...]
    extras: Extras
    floor: int

    def total(self, package: Package) -> int:
        at = sum([row[option] for row, option in zip(self.own, package, strict=True)])
        if self.extras:
            at += sum(worth for box, worth in self.extras if inside(box, package))
        return at

    @property
    def most(self) -> int:
        """No package gives more."""
        return sum(map(max, self.own)) + sum(worth for _, worth in self.extras if worth > 0)

    @property
    def least(self) -> int:
        """No package gives less."""
        return sum(map(min, self.own)) + sum(worth for _, worth in self.extras if worth < 0)


@dataclass(frozen=True)
class Query:
    """``domains`` by issue; ``bans`` are boxes of two issues or more."""

    domains: tuple[tuple[int, ...], ...]
    rows: tuple[Row, ...]
    bans: tuple[Box, ...]


def plain_row(own: Sequence[Sequence[int]], extras: Sequence[tuple[Box, int]], floor: int) -> Row:
    """The same condition in the smallest numbers from 0 on: extras on one issue lie with its options."""
    table = [list(row) for row in own]
    kept = []
    for box, worth in extras:
        if len(box) > 1:
            kept.append((box, worth))
        elif box:
            for option in box[0][1]:
                table[box[0][0]][option] += worth
        else:
            floor -= worth
    lowest = [min(row) for row in table]
    floor -= sum(lowest)
    table = [[at - low for at in row] for row, low in zip(table, lowest, strict=True)]
    shared = math.gcd(*(at for row in table for at in row), *(worth for _, worth in kept)) or 1
    return Row(
        tuple(tuple(at // shared for at in row) for row in table),
        tuple((box, worth // shared) for box, worth in kept),
        -(-floor // shared),
    )


def combined(rows: Sequence[Row], factors: Sequence[int]) -> Row:
    """The sum of rows, each so many times: whatever reaches all of them reaches it. Factors are not negative."""
    pairs = [(row, factor) for row, factor in zip(rows, factors, strict=True) if factor]
    own = [
        [sum(column) for column in zip(*([factor * at for at in row.own[issue]] for row, factor in pairs), strict=True)]
        for issue in range(len(rows[0].own))
    ]
    extras = tuple((box, factor * worth) for row, factor in pairs for box, worth in row.extras)
    return Row(tuple(map(tuple, own)), extras, sum(factor * row.floor for row, factor in pairs))
