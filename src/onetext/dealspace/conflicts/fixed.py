"""A query put to CP-SAT with nothing left to assume: options that are shut are not even in the model.

Only for queries that outgrow the search. Its answers are checked: a package by counting, "none" is its proof.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from onetext.dealspace.conflicts.narrowing import narrowed
from onetext.dealspace.conflicts.query import Query, Row
from onetext.dealspace.conflicts.search import Stopped
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Box, Package, inside

_LARGEST = 1 << 52
_LOOK = 0.05


def there() -> bool:
    """Whether CP-SAT is installed."""
    from importlib.util import find_spec  # noqa: PLC0415 -- asked once, when a query has outgrown the search

    return find_spec("ortools") is not None


def fits(query: Query, goal: Row | None) -> bool:
    """Whether all sums stay in the numbers that CP-SAT counts with."""
    rows = query.rows if goal is None else (*query.rows, goal)
    return all(max(abs(row.most), abs(row.least), abs(row.floor)) < _LARGEST for row in rows)


def solved(query: Query, goal: Row | None, running: Running) -> Package | None:
    """A package that answers the query, with ``goal`` one that gives the most of it; None where there is none.

    Raises ``Stopped`` where the time was up first.
    """
    from ortools.sat.python import cp_model  # noqa: PLC0415 -- takes a second to import

    ready = narrowed(query)
    if ready is None:
        return None
    model = _Model(cp_model, ready)
    if goal is not None:
        model.maximise(goal)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    if math.isfinite(running.left()):
        solver.parameters.max_time_in_seconds = running.left()
    with _stopped_when(running, solver):
        status = solver.solve(model.model)
    if status == cp_model.INFEASIBLE:
        return None
    if status != cp_model.OPTIMAL and not (goal is None and status == cp_model.FEASIBLE):
        raise Stopped
    package = model.package(solver)
    if any(row.total(package) < row.floor for row in query.rows) or any(inside(ban, package) for ban in query.bans):
        raise AssertionError("CP-SAT gave a package that does not answer the query")
    return package


@contextmanager
def _stopped_when(running: Running, solver: Any) -> Iterator[None]:
    """Looks from beside whether the work is over, and stops the solver then."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_LOOK):
            if running.over():
                solver.stop_search()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


class _Model:
    def __init__(self, cp_model: Any, query: Query) -> None:
        self.model = cp_model.CpModel()
        self.holds = [{option: self.model.new_bool_var("") for option in domain} for domain in query.domains]
        self.boxes: dict[Box, Any] = {}
        self.sides: dict[tuple[int, frozenset[int]], Any] = {}
        for row in self.holds:
            self.model.add_exactly_one(list(row.values()))
        for ban in query.bans:
            self.model.add_bool_or([self._outside(side) for side in ban])
        for condition in query.rows:
            self.model.add(self._sum(condition) >= condition.floor)

    def maximise(self, goal: Row) -> None:
        self.model.maximize(self._sum(goal))

    def package(self, solver: Any) -> Package:
        return tuple(next(option for option, held in row.items() if solver.boolean_value(held)) for row in self.holds)

    def _sum(self, row: Row) -> Any:
        terms = [
            row.own[issue][option] * held for issue, found in enumerate(self.holds) for option, held in found.items()
        ]
        terms += [worth * self._inside(box) for box, worth in row.extras]
        return sum(terms)

    def _inside(self, box: Box) -> Any:
        """A variable that says whether the package lies in the box."""
        if box not in self.boxes:
            lies = self.model.new_bool_var("")
            sides = [self._outside(side) for side in box]
            self.model.add_bool_or([*sides, lies])
            for side in sides:
                self.model.add_implication(lies, ~side)
            self.boxes[box] = lies
        return self.boxes[box]

    def _outside(self, side: tuple[int, frozenset[int]]) -> Any:
        """A variable that says whether the package leaves the box on this side."""
        if side not in self.sides:
            leaves = self.model.new_bool_var("")
            issue, options = side
            held = self.holds[issue]
            self.model.add(sum(at for option, at in held.items() if option not in options) == leaves)
            self.sides[side] = leaves
        return self.sides[side]
