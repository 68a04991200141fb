"""Whether any package reaches given floors, by CP-SAT: for targets that a search from option to option circles around.

Round scores and parties with opposite wishes make targets that are met by exact balance only. A bound says little
there and a search wanders; clause learning and cuts settle most in milliseconds. Work is counted, not timed: the same
question has the same answer everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Literal

from onetext.dealspace.logic.model import Model

_SAFE = 1 << 60
_ASKING = 400
"""Nodes that take about as long as to put a question to the solver."""
_UNITS = 50_000
"""Nodes of a search that take about as long as one unit of the solver's own count of work."""


class Decider:
    """``left``: the kept options to look among, by issue; ``weights``: of a weighed sum that is to be reached too.

    ``excluded`` packages are no answer. ``spent``: what was done so far, counted like nodes of a search.
    """

    def __init__(self, model: Model, left: Sequence[Sequence[int]] | None, weights: Sequence[int] | None) -> None:
        from ortools.sat.python import cp_model  # noqa: PLC0415  # takes a second to load, and few scenarios need it

        self._cp = cp_model
        self._whole = cp_model.CpModel()
        self._at: list[list[Any]] = [[self._whole.new_bool_var("") for _ in rows] for rows in model.own]
        for row in self._at:
            self._whole.add_exactly_one(row)
        for row, kept in zip(self._at, left or (), strict=False):
            for option in set(range(len(row))).difference(kept):
                self._whole.add(row[option] == 0)
        self._counts = self._counted(model)
        self._sum: Any = sum(w * c for w, c in zip(weights or [0] * len(self._counts), self._counts, strict=True))
        self.spent = 0

    @staticmethod
    def fits(model: Model, weights: Sequence[int] | None) -> bool:
        """Whether all sums are small enough for the solver."""
        if weights is None:
            return max(model.ranges) < _SAFE
        return sum(abs(w) * span for w, span in zip(weights, model.ranges, strict=True)) < _SAFE

    def _counted(self, model: Model) -> list[Any]:
        """What each party counts; a box is held exactly where all its sides are."""
        terms: list[list[Any]] = [[] for _ in range(model.tally.parties)]
        for row, rows in zip(self._at, model.own, strict=True):
            for at, worth in zip(row, rows, strict=True):
                for party, amount in enumerate(worth):
                    terms[party].append(amount * at)
        for sides, worth, hard in model.boxes:
            outside = [self._at[i][o] for i, inside in sides for o in range(len(self._at[i])) if o not in inside]
            if hard:
                self._whole.add_bool_or(outside)
                continue
            held = self._whole.new_bool_var("")
            self._whole.add_bool_or([*outside, held])
            for issue, inside in sides:
                self._whole.add(sum(self._at[issue][option] for option in inside) >= held)
            for party, amount in enumerate(worth):
                terms[party].append(amount * held)
        return [sum(row) for row in terms]

    def exclude(self, kept: Sequence[int]) -> None:
        self._whole.add_bool_or([row[option].negated() for row, option in zip(self._at, kept, strict=True)])

    def decide(
        self, floors: Sequence[int], least: int | None, most_work: int, seconds: float = math.inf
    ) -> list[int] | Literal[False] | None:
        """Kept options by issue that reach the floors and the sum; False where there are none; None: not settled.

        ``seconds``: only where somebody said how long it may take.
        """
        asked = self._whole.clone()
        for count, floor in zip(self._counts, floors, strict=True):
            asked.add(count >= int(floor))
        if least is not None:
            asked.add(self._sum >= int(least))
        solver = self._cp.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        solver.parameters.linearization_level = 2
        solver.parameters.max_deterministic_time = most_work / _UNITS
        if seconds < math.inf:
            solver.parameters.max_time_in_seconds = seconds
        status = solver.solve(asked)
        self.spent += _ASKING + math.ceil(solver.response_proto.deterministic_time * _UNITS)
        if status == self._cp.INFEASIBLE:
            return False
        if status not in (self._cp.OPTIMAL, self._cp.FEASIBLE):
            return None
        return [next(option for option, at in enumerate(row) if solver.value(at)) for row in self._at]
