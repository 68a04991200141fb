"""One block of draws: drawn, solved again, and counted. Whoever works on it, it counts the same (S6)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from onetext.dealspace.robust.asking import GROUPS, MOST_DRAWS, STRETCH, Shortlist, Sums, accepts, sums
from onetext.dealspace.robust.draws import Draw, Plan
from onetext.dealspace.robust.resolving import Resolver, Solved
from onetext.dealspace.robust.worths import Bools, Ints, Packages

_SHORT = 16


@dataclass(frozen=True)
class Task:
    """All that a worker needs to know. The first package of the shortlist is the one acceptance is counted of."""

    plan: Plan
    resolver: Resolver
    seed: int
    samples: int
    short: Shortlist
    asks: bool

    def size(self, block: int) -> int:
        return min(self.resolver.block, self.samples - block * self.resolver.block)

    def blocks(self) -> int:
        return -(-self.samples // self.resolver.block)

    @property
    def stretch(self) -> int:
        """Draws that follow one another and belong to one group of those that say what to ask."""
        return min(STRETCH, self.resolver.block)


@dataclass(frozen=True)
class Counted:
    """Of how many draws, in how many some package is acceptable to all; in how many an option is in the best package.

    ``options`` (issues, options); ``accepted`` by party; ``sums`` by group, empty where nothing is asked.
    """

    samples: int
    deals: int
    unproved: int
    options: Ints
    accepted: Ints
    sums: dict[int, Sums]


def worked(task: Task, block: int) -> Counted:
    draw = task.plan.draw(task.plan.values(task.seed, block, task.size(block)))
    return counted(task, block, draw, task.resolver.solved(draw))


def counted(task: Task, block: int, draw: Draw, solved: Solved) -> Counted:
    plan, short, packages = task.plan, task.short, solved.packages
    worth = plan.worth(draw, short.packages)
    accepted = accepts(draw, worth, short)
    return Counted(
        len(draw),
        int((packages[:, 0] >= 0).sum()),
        solved.unproved,
        np.array([np.bincount(column[column >= 0], minlength=max(plan.sizes)) for column in packages.T]),
        accepted[:, :, 0].sum(axis=0) if len(short.packages) else np.zeros(len(plan.parties), dtype=np.int64),
        _sums(task, block, draw, worth, accepted) if task.asks else {},
    )


def _sums(task: Task, block: int, draw: Draw, worth: Ints, accepted: Bools) -> dict[int, Sums]:
    """Draws of one stretch belong to one group; the stretches take turns."""
    stretch = task.stretch
    found: dict[int, Sums] = {}
    first = block * task.resolver.block
    for start in range(0, min(len(draw), MOST_DRAWS - first), stretch):
        part = slice(start, start + stretch)
        added = sums(task.plan, draw.part(start, start + stretch), worth[part], accepted[part], task.short)
        group = (first + start) // stretch % GROUPS
        found[group] = found[group] + added if group in found else added
    return found


def shortlist(plan: Plan, reference: tuple[int, ...] | None, draw: Draw, packages: Packages) -> Shortlist:
    """The reference, then the packages most often best in the first block, the first in the order of the file first."""
    often = Counter(tuple(row) for row in packages.tolist() if row[0] >= 0)
    ranked = sorted(often, key=lambda package: (-often[package], package))
    first = [] if reference is None else [reference]
    rows = (first + [package for package in ranked if package != reference])[:_SHORT]
    return Shortlist.of(plan, np.array(rows, dtype=np.int64).reshape(len(rows), len(plan.sizes)), draw.values)
