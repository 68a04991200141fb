"""The most the parties can gain together above floors where rules and interactions tie options: by CP-SAT.

The model is in whole numbers, so what the solver proves is exact. Where the sum of utilities has numbers too large for
it, the parties are counted nearly alike, which proves as much about being efficient, and less about the sum.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from onetext.dealspace.amend.ceiling import Ceiling
from onetext.dealspace.amend.forbidden import forbidden_boxes
from onetext.dealspace.enumeration import MOST_PACKAGES, Enumeration
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Box, Package
from onetext.dealspace.tally import Tally, Vector

_WORTH_ENUMERATING = 100_000
_MOST_WORK = 60.0
"""In the solver's own count, which goes by what it did and not by the clock: some seconds on a usual processor (S6)."""
_SAFE = 2**60
_FINE = 10_000
"""How nearly alike parties count where they cannot count quite alike."""


def logic_ceiling(tally: Tally, floors: Vector, known: Package | None, running: Running) -> Ceiling:
    """The package with the largest sum that reaches all floors, breaks no rule and holds no red line."""
    packages = math.prod(map(len, tally.own[0]))
    exact = [tally.common // unit for unit in tally.units]
    fits = _fits(tally, exact)
    if packages <= _WORTH_ENUMERATING or (packages <= MOST_PACKAGES and not fits):
        return _enumerated(tally, floors)
    factors = exact if fits else [max(1, _FINE * max(tally.units) // unit) for unit in tally.units]
    if not fits and not _fits(tally, factors):
        return Ceiling(known, proved=False)
    found = _Model(tally).solved(floors, known, factors, running)
    return replace(found, rounded=not fits)


def _enumerated(tally: Tally, floors: Vector) -> Ceiling:
    packages = Enumeration(tally)
    best: tuple[int, Package] | None = None
    for head, tail, vector in packages.walk(floors, everything=False):
        total = _total(tally, vector)
        if best is None or total > best[0]:
            best = total, packages.package(head, tail)
    return Ceiling(best[1] if best else None, proved=True)


def _total(tally: Tally, vector: Vector) -> int:
    return sum(at * (tally.common // unit) for at, unit in zip(vector, tally.units, strict=True))


def _fits(tally: Tally, factors: Sequence[int]) -> bool:
    reach = 0
    for party in range(tally.parties):
        most = abs(tally.base[party]) + sum(max(map(abs, row)) for row in tally.own[party])
        most += sum(abs(worth) for _, worth in tally.extras[party]) + abs(tally.caps[party] or 0)
        reach += most * factors[party]
    return reach < _SAFE


class _Model:
    """A literal an option, one for each box that counts, and each party's worth as a sum of them."""

    def __init__(self, tally: Tally) -> None:
        from ortools.sat.python import cp_model  # noqa: PLC0415  # a second to import: only where it is needed

        self.cp: Any = cp_model
        self.tally = tally
        self.model: Any = cp_model.CpModel()
        sizes = tuple(map(len, tally.own[0]))
        self.options: list[list[Any]] = [
            [self.model.new_bool_var(f"{issue},{option}") for option in range(size)] for issue, size in enumerate(sizes)
        ]
        for row in self.options:
            self.model.add_exactly_one(row)
        for issue, option in tally.red_lines:
            self.model.add(self.options[issue][option] == 0)
        for box in forbidden_boxes(tally.rules, sizes):
            self.model.add_bool_or([literal for side in self._outside(box) for literal in side])
        self.boxes: dict[Box, Any] = {}
        self.worths = [self._worth(party) for party in range(tally.parties)]

    def _outside(self, box: Box) -> list[list[Any]]:
        """By issue of the box, the options that lie outside it."""
        return [
            [literal for option, literal in enumerate(self.options[issue]) if option not in options]
            for issue, options in box
        ]

    def _inside(self, box: Box) -> Any:
        """A literal that is true exactly in the box."""
        if box not in self.boxes:
            held = self.model.new_bool_var("box")
            outside = self._outside(box)
            for side in outside:
                for literal in side:
                    self.model.add_implication(held, literal.Not())
            self.model.add_bool_or([held, *(literal for side in outside for literal in side)])
            self.boxes[box] = held
        return self.boxes[box]

    def _worth(self, party: int) -> Any:
        tally = self.tally
        terms = [
            at * literal
            for row, literals in zip(tally.own[party], self.options, strict=True)
            for at, literal in zip(row, literals, strict=True)
        ]
        terms += [worth * self._inside(box) for box, worth in tally.extras[party]]
        raw = tally.base[party] + sum(terms)
        cap = tally.caps[party]
        if cap is None:
            return raw
        least = tally.base[party] + sum(map(min, tally.own[party])) + sum(min(w, 0) for _, w in tally.extras[party])
        capped = self.model.new_int_var(min(least, cap), cap, f"worth {party}")
        self.model.add(capped <= raw)
        return capped

    def solved(self, floors: Vector, known: Package | None, factors: Sequence[int], running: Running) -> Ceiling:
        """The largest sum of worths times ``factors``, which are above 0: nothing that keeps the floors beats it."""
        for worth, floor in zip(self.worths, floors, strict=True):
            self.model.add(worth >= floor)
        self.model.maximize(sum(factor * worth for factor, worth in zip(factors, self.worths, strict=True)))
        if known is not None:
            for row, option in zip(self.options, known, strict=True):
                for number, literal in enumerate(row):
                    self.model.add_hint(literal, number == option)
        solver = self.cp.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        solver.parameters.max_deterministic_time = _MOST_WORK
        if running.seconds() < math.inf:
            solver.parameters.max_time_in_seconds = running.seconds()
        status = solver.solve(self.model)
        running.work(solver.response_proto.deterministic_time)
        if status == self.cp.INFEASIBLE:
            return Ceiling(None, proved=True)
        if status not in (self.cp.OPTIMAL, self.cp.FEASIBLE):
            return Ceiling(known, proved=False)
        package = tuple(
            next(option for option, literal in enumerate(row) if solver.value(literal)) for row in self.options
        )
        return Ceiling(package, proved=status == self.cp.OPTIMAL)
