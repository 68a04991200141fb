"""The most the parties can gain together while nobody falls below a floor: branch and bound over whole numbers.

With multipliers on the floors the problem falls apart by issue (Lagrangian relaxation; Geoffrion 1974), so each set of
multipliers bounds what a package can reach, takes options out for good, and prunes the search. Multipliers are looked
for with floats; every bound is then computed in whole numbers, so the proof is exact (S1, S2).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, Vector

_FINE = 1 << 20
_STEPS = 150
_KEPT_BOUNDS = 4
_ROUNDS = 6
_LOOK = 512
MOST_NODES = 300_000
"""Branches looked at before giving up: a few seconds."""

Rows = list[list[int]]


@dataclass(frozen=True)
class Ceiling:
    """The best package found, None where no package keeps the floors; ``proved`` False where the search was stopped.

    Of several with the largest sum of utilities it is the first one found. Where ``rounded``, parties counted nearly
    alike and not quite: no package keeps the floors and beats it, but another one may have a slightly larger sum.
    """

    package: Package | None
    proved: bool
    rounded: bool = False

    @property
    def exact(self) -> bool:
        """Whether no package that keeps the floors has a larger sum."""
        return self.proved and not self.rounded


def ceiling(tally: Tally, floors: Vector, known: Package | None, running: Running) -> Ceiling:
    """The package with the largest sum of utilities that gives each party its floor and holds no red line.

    ``known`` is such a package, where one is known. For additive tallies only: rules and boxes are not looked at.
    """
    search = _Search(tally, floors, known, running)
    if all(search.options):
        search.run()
    return Ceiling(search.best, search.proved)


class _Search:
    def __init__(self, tally: Tally, floors: Vector, known: Package | None, running: Running) -> None:
        self.running = running
        self.options = tally.allowed()
        self.best = known
        self.proved = True
        self.nodes = 0
        factors = [tally.common // unit for unit in tally.units]
        self.own = tally.own
        self.worth: list[Rows] = [
            [[at * factor for at in row] for row in own] for own, factor in zip(tally.own, factors, strict=True)
        ]
        self.spare = [(base - floor) * f for base, floor, f in zip(tally.base, floors, factors, strict=True)]
        """What a party may lose over all issues, where an issue gives what ``worth`` says."""
        self.common = tally.common
        self.most = None if known is None else self.total(known)
        """The sum of worths of the best package so far."""

    def total(self, package: Package) -> int:
        return sum(rows[issue][option] for rows in self.worth for issue, option in enumerate(package))

    def run(self) -> None:
        bounds = self._reduced()
        if bounds is not None and all(self.options):
            self._branch(bounds)

    def _reduced(self) -> list[_Bound] | None:
        """Takes out what cannot be in a better package, round after round; None where nothing is left."""
        for _ in range(_ROUNDS):
            before = sum(map(len, self.options))
            bounds = [self._bound(weights) for weights in self._multipliers()]
            bounds += [self._floor(party) for party in range(len(self.worth))]
            for bound in bounds:
                slack = bound.slack(self)
                if slack is not None and not self._without(bound, slack):
                    return None
            if sum(map(len, self.options)) == before:
                return bounds
        return [self._bound(weights) for weights in self._multipliers()] + [
            self._floor(party) for party in range(len(self.worth))
        ]

    def _without(self, bound: _Bound, slack: int) -> bool:
        """Takes out the options that alone cost more than the slack; False where none can be left."""
        if slack < 0:
            self.options = [[] for _ in self.options]
            return False
        for issue, options in enumerate(self.options):
            top = max(bound.rows[issue][option] for option in options)
            self.options[issue] = [option for option in options if top - bound.rows[issue][option] <= slack]
        return True

    def _bound(self, weights: list[int]) -> _Bound:
        rows = [
            [sum(w * party[issue][option] for w, party in zip(weights, self.worth, strict=True))
             for option in range(len(row))]
            for issue, row in enumerate(self.worth[0])
        ]  # fmt: skip
        spare = sum((w - _FINE) * spare for w, spare in zip(weights, self.spare, strict=True))
        return _Bound(rows, spare, objective=True)

    def _floor(self, party: int) -> _Bound:
        return _Bound(self.worth[party], self.spare[party], objective=False)

    def _multipliers(self) -> list[list[int]]:
        """Good multipliers by subgradient steps (Polyak's), each 1 for the sum itself plus its weight on the floor."""
        width = max(map(len, self.options))
        table = np.full((len(self.worth), len(self.options), width), -np.inf)
        for party, rows in enumerate(self.worth):
            for issue, options in enumerate(self.options):
                table[party, issue, : len(options)] = [rows[issue][option] / self.common for option in options]
        table[:, np.isinf(table[0])] = -1e9
        spare = np.array([at / self.common for at in self.spare])
        extra = np.zeros(len(self.worth))
        goal = (self.most / self.common) if self.most is not None else None
        seen: list[tuple[float, list[float]]] = []
        places = np.arange(len(self.options))
        for step in range(_STEPS):
            picks = np.tensordot(1 + extra, table, 1).argmax(axis=1)
            given = table[:, places, picks].sum(axis=1)
            slack = given + spare
            value = float(given.sum() + extra @ slack)
            seen.append((value, extra.tolist()))
            if (slack >= 0).all():
                self._offer(tuple(self.options[issue][pick] for issue, pick in enumerate(picks.tolist())))
            size = float(slack @ slack)
            distance = value - goal if goal is not None else 0.3 * abs(value) + 0.1
            if size == 0 or distance <= 0:
                break
            extra = np.maximum(0, extra - distance / size / (1 + step / 40) * slack)
        seen.sort()
        return [[_FINE + round(at * _FINE) for at in extra] for _, extra in seen[:_KEPT_BOUNDS]]

    def _offer(self, package: Package) -> None:
        """Keeps a package that reaches all floors and beats the best so far, tested in whole numbers."""
        for rows, spare in zip(self.worth, self.spare, strict=True):
            if spare + sum(rows[issue][option] for issue, option in enumerate(package)) < 0:
                return
        total = self.total(package)
        if self.most is None or total > self.most:
            self.most, self.best = total, package

    def _branch(self, bounds: list[_Bound]) -> None:
        """Depth first, issues with most at stake first, each option tried in the order of the best bound."""
        order = sorted(range(len(self.options)), key=lambda issue: -bounds[0].stake(issue, self.options[issue]))
        rest = [bound.rest(order, self.options) for bound in bounds]
        chosen: list[int] = [0] * len(order)
        ranked = [bounds[0].ranked(issue, self.options[issue]) for issue in order]
        stack: list[tuple[int, int, tuple[int, ...]]] = [(0, -1, tuple(bound.spare for bound in bounds))]
        while stack:
            depth, option, sums = stack.pop()
            if option >= 0:
                chosen[depth - 1] = option
            if depth == len(order):
                package = [0] * len(order)
                for issue, pick in zip(order, chosen, strict=True):
                    package[issue] = pick
                self._offer(tuple(package))
                continue
            self.nodes += 1
            if self.nodes % _LOOK == 0 and (self.nodes >= MOST_NODES or self.running.over()):
                self.proved = False
                return
            issue = order[depth]
            least = [self.least() if bound.objective else 0 for bound in bounds]
            for pick in reversed(ranked[depth]):
                at = tuple([so_far + bound.rows[issue][pick] for so_far, bound in zip(sums, bounds, strict=True)])
                if all(
                    low is None or so_far + later[depth + 1] >= low
                    for so_far, later, low in zip(at, rest, least, strict=True)
                ):
                    stack.append((depth + 1, pick, at))

    def least(self) -> int | None:
        """What a bound on the objective must reach for a better package to be possible; None where any is better."""
        return None if self.most is None else (self.most + 1) * _FINE


@dataclass(frozen=True)
class _Bound:
    """No package with all floors kept has more than the sum of its ``rows`` plus ``spare``."""

    rows: Rows | tuple[tuple[int, ...], ...]
    spare: int
    objective: bool
    """Whether it bounds the sum, times ``_FINE``; else it is a floor itself, and must stay above 0."""

    def slack(self, search: _Search) -> int | None:
        """How much the best choice of each issue leaves to lose; None where nothing is known yet."""
        least = search.least() if self.objective else 0
        if least is None:
            return None
        top = self.spare + sum(
            max(self.rows[issue][option] for option in options) for issue, options in enumerate(search.options)
        )
        return top - least

    def ranked(self, issue: int, options: list[int]) -> list[int]:
        return sorted(options, key=self.rows[issue].__getitem__, reverse=True)

    def stake(self, issue: int, options: list[int]) -> int:
        worths = [self.rows[issue][option] for option in options]
        return max(worths) - min(worths)

    def rest(self, order: list[int], options: list[list[int]]) -> list[int]:
        """The most from each depth on."""
        found = [0]
        for issue in reversed(order):
            found.append(found[-1] + max(self.rows[issue][option] for option in options[issue]))
        return found[::-1]
