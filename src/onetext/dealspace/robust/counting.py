"""One block of draws: drawn, solved again, and counted. Whoever works on it, it counts the same (S6)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from onetext.dealspace.robust.asking import MOST_DRAWS, Shortlist, Sums, accepts, sums
from onetext.dealspace.robust.draws import Draw, Plan
from onetext.dealspace.robust.resolving import Resolver
from onetext.dealspace.robust.worths import Ints, Packages

_SHORT = 24


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


@dataclass(frozen=True)
class Counted:
    """Of how many draws, in how many some package is acceptable to all; in how many an option is in the best package.

    ``options`` (issues, options); ``accepted`` by party; ``sums`` None where nothing is asked.
    """

    samples: int
    deals: int
    options: Ints
    accepted: Ints
    sums: Sums | None


def worked(task: Task, block: int) -> Counted:
    draw = task.plan.draw(task.plan.values(task.seed, block, task.size(block)))
    return counted(task, block, draw, task.resolver.packages(draw))


def counted(task: Task, block: int, draw: Draw, packages: Packages) -> Counted:
    plan, short = task.plan, task.short
    worth = plan.worth(draw, short.packages)
    accepted = accepts(draw, worth, short)
    asks = task.asks and (block + 1) * task.resolver.block <= MOST_DRAWS
    return Counted(
        len(draw),
        int((packages[:, 0] >= 0).sum()),
        np.array([np.bincount(column[column >= 0], minlength=max(plan.sizes)) for column in packages.T]),
        accepted[:, :, 0].sum(axis=0) if len(short.packages) else np.zeros(len(plan.parties), dtype=np.int64),
        sums(plan, draw, worth, accepted, short) if asks else None,
    )


def shortlist(plan: Plan, reference: tuple[int, ...] | None, draw: Draw, packages: Packages) -> Shortlist:
    """The reference, then the packages most often best in the first block, the first in the order of the file first."""
    often = Counter(tuple(row) for row in packages.tolist() if row[0] >= 0)
    ranked = sorted(often, key=lambda package: (-often[package], package))
    first = [] if reference is None else [reference]
    rows = (first + [package for package in ranked if package != reference])[:_SHORT]
    return Shortlist.of(plan, np.array(rows, dtype=np.int64).reshape(len(rows), len(plan.sizes)), draw.values)
