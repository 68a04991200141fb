"""Solving every draw again: the exact Nash package of each, as ``solve`` would give it for that draw.

The product of the gains, then leximin on gains, then the first in the order of the file.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from typing import Final, Literal, Protocol

import numpy as np
import numpy.typing as npt

from onetext.dealspace.bargaining.compiling import has_numba
from onetext.dealspace.robust.draws import Draw, Plan
from onetext.dealspace.robust.worths import Ints, Packages
from onetext.dealspace.running import Running
from onetext.dealspace.tally import broken

MOST_PACKAGES = 1_000_000
_MOST_BOXES = 200_000_000
"""Packages times extras whose meetings are written out."""
_AT_ONCE = 2_000_000
_WORTH_BOUNDING = 4096
"""Up to this many packages going through them all is done before branch and bound is loaded."""
_NEAR = 1e-9
"""Logarithms of products nearer than this are compared as whole numbers."""


@dataclass(frozen=True)
class Solved:
    """The Nash package of each draw, -1 throughout where no package is acceptable or none was found.

    ``unproved``: of how many draws the search stopped at its limit, so that a better package may be there.
    """

    packages: Packages
    unproved: int = 0


class Resolver(Protocol):
    """One way of solving draws. ``block`` is how many draws are solved between two looks at the clock.

    ``kernels``: the compiled ones it cannot do without, if any.
    """

    block: int

    @property
    def kernels(self) -> Literal["bargaining", "logic"] | None: ...

    def solved(self, draw: Draw) -> Solved: ...


class ByEnumeration:
    """Goes through all packages that break no rule and hold no red line."""

    kernels: Final = None

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.options = plan.allowed()
        self.count = math.prod(map(len, self.options))
        self.block = 512 if self.count <= _WORTH_BOUNDING else 64 if self.count <= 50_000 else 4
        self.rows = np.arange(0) if self.count == 0 else np.flatnonzero(self._legal())
        self.boxes = [self._held(party) for party in range(len(plan.parties))]

    def solved(self, draw: Draw) -> Solved:
        found = np.full((len(draw), len(self.options)), -1, dtype=np.int64)
        if len(self.rows) == 0:
            return Solved(found)
        step = max(1, _AT_ONCE // (self.count * len(self.plan.parties)))
        for start in range(0, len(draw), step):
            gains = self._gains(draw.part(start, start + step))
            for number, row in enumerate(gains, start):
                if draw.usable[number] and (chosen := _nash(row)) is not None:
                    found[number] = self._package(int(self.rows[chosen]))
        return Solved(found)

    def _gains(self, draw: Draw) -> Ints:
        """(draws, packages, parties)."""
        columns = []
        for party, boxes in enumerate(self.boxes):
            worth = draw.base[:, party, None]
            for issue, options in enumerate(self.options):
                worth = (worth[:, :, None] + draw.own[:, party, issue, options][:, None, :]).reshape(len(draw), -1)
            worth = worth[:, self.rows]
            for column, held in enumerate(boxes):
                worth[:, held] += draw.extras[party][:, column, None]
            cap = self.plan.cap(party)
            worth = worth if cap is None else np.minimum(worth, cap)
            columns.append(worth - draw.floors[:, party, None])
        return np.stack(columns, axis=2)

    def _legal(self) -> npt.NDArray[np.bool_]:
        if not self.plan.rules:
            return np.ones(self.count, dtype=bool)
        return np.array(
            [not any(broken(rule, package) for rule in self.plan.rules) for package in product(*self.options)]
        )

    def _held(self, party: int) -> list[npt.NDArray[np.intp]]:
        """For each box of the party, which of the rows lie in it."""
        boxes = self.plan.parties[party].boxes
        if not boxes:
            return []
        packages = np.array([self._package(int(row)) for row in self.rows]).reshape(len(self.rows), len(self.options))
        held = []
        for box in boxes:
            lies = np.ones(len(self.rows), dtype=bool)
            for issue, options in box:
                lies &= np.isin(packages[:, issue], sorted(options))
            held.append(np.flatnonzero(lies))
        return held

    def _package(self, row: int) -> list[int]:
        package = []
        for options in reversed(self.options):
            row, place = divmod(row, len(options))
            package.append(options[place])
        return package[::-1]


class ByBound:
    """Additive worth and no rules, however many packages: branch and bound with an exact proof, all draws in one go."""

    block = 512
    kernels: Final = "bargaining"

    def __init__(self, plan: Plan) -> None:
        options = plan.allowed()
        self.counts = np.array([len(row) for row in options], dtype=np.int64)
        widest = max(1, *map(len, options))
        self.options = np.array([row + [0] * (widest - len(row)) for row in options], dtype=np.int64)
        self.whole = [len(row) for row in options] == list(plan.sizes)

    def solved(self, draw: Draw) -> Solved:
        from onetext.dealspace.bargaining.samples import nash_many  # noqa: PLC0415 -- compiled only where asked for

        issues = np.arange(len(self.counts))
        own = draw.own if self.whole else draw.own[:, :, issues[:, None], self.options]
        found = np.full((len(draw), len(issues)), -1, dtype=np.int64)
        if self.counts.min() == 0:
            return Solved(found)
        places = nash_many(own, draw.floors, self.counts).astype(np.int64)
        good = (places[:, 0] >= 0) & draw.usable
        found[good] = self.options[issues, places[good]]
        return Solved(found)


class ByLogic:
    """Rules, interactions or boxes over more packages than can be gone through: each draw searched, with a proof.

    A draw has as much work as any other answer; where that is not enough its package is the best that was found.
    """

    block = 1
    kernels: Final = "logic"

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def solved(self, draw: Draw) -> Solved:
        from onetext.dealspace.logic.engine import Logic  # noqa: PLC0415 -- compiled only where asked for

        found = np.full((len(draw), len(self.plan.sizes)), -1, dtype=np.int64)
        unproved = 0
        for number in range(len(draw)):
            if not draw.usable[number] or not self._legal:
                continue
            logic = Logic(self.plan.tally(draw, number), Running(lambda: 0.0))
            answer = logic.answer("nash")
            if answer is None:
                unproved += logic.exists() is not False
                continue
            found[number] = answer.package
            unproved += not answer.proved
        return Solved(found, unproved)

    @cached_property
    def _legal(self) -> bool:
        """False where rules and red lines by themselves are proved to leave no package: so it is in every draw."""
        from onetext.dealspace.logic.engine import Logic  # noqa: PLC0415 -- compiled only where asked for

        nobody = self.plan.draw(self.plan.middles())
        tally = replace(self.plan.tally(nobody, 0), limited=(False,) * len(self.plan.parties))
        return Logic(tally, Running(lambda: 0.0)).exists() is not False


def _nash(gains: Ints) -> int | None:
    """The row with the largest product of gains, ties by leximin, then the first; None where all have a loss."""
    good = np.flatnonzero(gains.min(axis=1) >= 0)
    if len(good) == 0:
        return None
    with np.errstate(divide="ignore"):
        logs = np.log(gains[good].astype(np.float64)).sum(axis=1)
    most = logs.max()
    near = good[logs >= most - _NEAR] if np.isfinite(most) else good
    if len(near) == 1:
        return int(near[0])
    if np.isfinite(most):
        products = [math.prod(map(int, gains[row])) for row in near]
        near = near[[at == max(products) for at in products]]
    ranked = np.sort(gains[near], axis=1)
    for column in range(ranked.shape[1]):
        kept = ranked[:, column] == ranked[:, column].max()
        near, ranked = near[kept], ranked[kept]
    return int(near[0])


def resolver_of(plan: Plan) -> Resolver:
    """The quickest way for a scenario of this kind and size."""
    count = math.prod(map(len, plan.allowed()))
    if plan.additive and count > _WORTH_BOUNDING and (count > MOST_PACKAGES or has_numba()):
        return ByBound(plan)
    boxes = sum(len(party.boxes) for party in plan.parties)
    if count <= MOST_PACKAGES and count * boxes <= _MOST_BOXES:
        return ByEnumeration(plan)
    return ByLogic(plan)
