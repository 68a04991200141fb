"""Which unknown number would be worth asking about next: the expected value of knowing it (EVPPI).

The decision is which package of a shortlist to put on the table. Its worth in a draw is the *joint gain*: the
geometric mean of the parties' gains over their reservation values, in utility (0 to 1), and 0 where somebody refuses
it or it breaks a rule; its n-th power is Nash's product. Knowing a number x before deciding is worth
E[max over packages of E[joint gain | x]] - max over packages of E[joint gain], never less than 0.

The inner expectation is a regression on x over the draws already made (Strong, Oakley and Brennan 2014), here by steps:
x is cut into 8 bins, of about equal share by what the first block drew. The best package of a bin would be chosen by
the same noise that it is then valued by; so the draws are parted into 4 groups, and the choice made on three is valued
on the fourth (cross-fitting).
That errs on the low side: a number that matters for nothing comes out at about 0. The mean of the 4 is the value, their
standard deviation over 2 its standard error. All sums are of whole numbers, so their order does not matter (S6).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onetext.dealspace.robust.draws import Draw, Plan
from onetext.dealspace.robust.shapes import Floats
from onetext.dealspace.robust.worths import Bools, Ints, Packages
from onetext.dealspace.tally import broken

BINS = 8
GROUPS = 4
STEPS = 10_000
"""A joint gain is counted in these; sums of a block stay below 2^24, where single precision is exact."""
STRETCH = 64
"""Draws that follow one another and belong to one group."""
_ALONE = 2**18
MOST_UNKNOWN = 20_000
"""Of more unknowns it is not looked into which to ask about, and that is said."""
MOST_DRAWS = 4_096
"""Draws beyond these are not used for what to ask: the error is small enough by then."""
_SURE = 2.0
"""Standard errors a value must be above 0 to be named."""


@dataclass(frozen=True)
class Shortlist:
    """Packages, and which of them break no rule; ``refused`` (parties, packages): red lines held.

    ``edges`` (bins - 1, unknowns) part the bins.
    """

    packages: Packages
    legal: Bools
    refused: Bools
    edges: Floats

    @classmethod
    def of(cls, plan: Plan, packages: Packages, values: Floats) -> Shortlist:
        rows = [tuple(row) for row in packages.tolist()]
        legal = [not any(broken(rule, row) for rule in plan.rules) for row in rows]
        refused = [[any(choice in lines for choice in enumerate(row)) for row in rows] for lines in plan.red_lines]
        edges = np.quantile(values, np.arange(1, BINS) / BINS, axis=1)
        return cls(packages, np.array(legal, dtype=bool), np.array(refused, dtype=bool), edges)


@dataclass(frozen=True)
class Sums:
    """Joint gains added up, in steps: over all draws (packages), and over those above each edge.

    ``above`` (edges, unknowns, packages).
    """

    draws: int
    all: Ints
    above: Ints

    def __add__(self, other: Sums) -> Sums:
        return Sums(self.draws + other.draws, self.all + other.all, self.above + other.above)

    def bins(self) -> Ints:
        """(bins, unknowns, packages)."""
        unknown = self.above.shape[1]
        total = np.broadcast_to(self.all, (1, unknown, len(self.all)))
        nothing = np.zeros_like(total)
        return -np.diff(np.concatenate([total, self.above, nothing]), axis=0)


@dataclass(frozen=True)
class Worth:
    """What knowing the unknown in this column is worth, in joint gain, with its standard error."""

    column: int
    value: float
    error: float


def accepts(draw: Draw, worth: Ints, short: Shortlist) -> Bools:
    """(draws, parties, packages): whether a package gives the party its reservation and holds none of its red lines."""
    found: Bools = (worth >= draw.floors[:, :, None]) & ~short.refused & draw.usable[:, None, None]
    return found


def sums(plan: Plan, draw: Draw, worth: Ints, accepted: Bools, short: Shortlist) -> Sums:
    """At most ``STRETCH`` draws."""
    gains = np.maximum(worth - draw.floors[:, :, None], 0) / plan.grid
    joint = gains.prod(axis=1) ** (1 / len(plan.parties))
    joint = np.where(accepted.all(axis=1) & short.legal, joint, 0.0)
    steps: npt.NDArray[np.float32] = np.rint(joint * STEPS).astype(np.float32)
    above = (draw.values[None] > short.edges[:, :, None]).astype(np.float32)
    added = _added(above.reshape(-1, len(draw)), steps).reshape(*short.edges.shape, steps.shape[1])
    return Sums(len(draw), steps.sum(axis=0).astype(np.int64), added)


def _added(above: npt.NDArray[np.float32], steps: npt.NDArray[np.float32]) -> Ints:
    """The product of both, in slices that OpenBLAS does not part over threads: there are workers for that."""
    size = max(1, _ALONE // max(1, steps.size))
    parts = [above[start : start + size] @ steps for start in range(0, len(above), size)]
    return np.concatenate(parts).astype(np.int64)


def worth_asking(groups: list[Sums]) -> list[Worth]:
    """The unknowns that it pays to know, best first; empty unless every group has draws."""
    if len(groups) < GROUPS or groups[0].above.shape[1] == 0:
        return []
    found = np.array([_crossed(groups, number) for number in range(GROUPS)])
    values, errors = found.mean(axis=0), found.std(axis=0, ddof=1) / GROUPS**0.5
    named = [column for column in range(len(values)) if values[column] > max(1e-9, _SURE * errors[column])]
    named.sort(key=lambda column: (-values[column], column))
    return [Worth(column, float(values[column]), float(errors[column])) for column in named]


def _crossed(groups: list[Sums], number: int) -> Floats:
    """By unknown: chosen on the other groups, valued on this one."""
    others = [group for place, group in enumerate(groups) if place != number]
    chosen = np.sum([group.bins() for group in others], axis=0).argmax(axis=2)
    before = int(np.sum([group.all for group in others], axis=0).argmax())
    knowing = np.take_along_axis(groups[number].bins(), chosen[:, :, None], axis=2)[:, :, 0].sum(axis=0)
    value: Floats = (knowing - groups[number].all[before]) / (groups[number].draws * STEPS)
    return value
