"""The plain twin of additive frontiers: every package of a table written out; nothing from ``dealspace`` (S5)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

Vector = tuple[int, ...]
Package = tuple[int, ...]


def frontier_of(
    own: Sequence[Sequence[Sequence[int]]], base: Vector, floors: Vector, red_lines: frozenset[tuple[int, int]]
) -> tuple[bool, list[tuple[Vector, Package]]]:
    """Whether any package is acceptable, and the efficient vectors with their first packages, falling.

    ``own`` by party, issue and option.
    """
    packages = list(product(*(range(len(row)) for row in own[0])))
    worth = {
        package: tuple(
            start + sum(row[option] for row, option in zip(rows, package, strict=True))
            for start, rows in zip(base, own, strict=True)
        )
        for package in packages
    }
    good = [
        package
        for package in packages
        if not any(choice in red_lines for choice in enumerate(package))
        and all(at >= floor for at, floor in zip(worth[package], floors, strict=True))
    ]
    first: dict[Vector, Package] = {}
    for package in good or packages:
        first.setdefault(worth[package], package)
    kept = [vector for vector in first if not any(_beats(other, vector) for other in first)]
    return bool(good), [(vector, first[vector]) for vector in sorted(kept, reverse=True)]


def _beats(one: Vector, other: Vector) -> bool:
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))
