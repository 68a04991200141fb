"""A solution as the plain data that ``solve --json`` prints; numbers are rounded to floats only here."""

from __future__ import annotations

from typing import Any

from onetext.dealspace.answers import NAMES, Answer, Name
from onetext.dealspace.intervals import Interval
from onetext.dealspace.scenario import Package
from onetext.dealspace.solve import Solution
from onetext.dealspace.tally import Vector

FRONTIER_LIMIT = 200
VALUE_KEYS: dict[Name, str] = {
    "nash": "product",
    "kalai_smorodinsky": "ratio",
    "leximin": "smallest_gain",
    "utilitarian": "sum",
}


def solution_data(
    solution: Solution, frontier_limit: int = FRONTIER_LIMIT, read: float | None = None
) -> dict[str, Any]:
    """The shape of ``solve --json``. ``frontier_limit`` caps the points, not their count; ``read``: seconds of reading.

    An interval without a lower bound has null there; ``ties`` null says that they were not counted. An answer is null
    where no package is acceptable, or where time was up before one was found; ``zopa.exists`` is null where it was up
    before even that was known.
    """
    scenario = solution.scenario
    zopa: dict[str, Any] = {"exists": solution.exists, "proved": solution.exists is not None}
    if solution.exists is False:
        zopa["obstacles"] = list(solution.obstacles)
    seconds = {"read": read, **solution.seconds} if read is not None else dict(solution.seconds)
    return {
        "packages": scenario.packages,
        "parties": [party.name for party in scenario.parties],
        "issues": [issue.name for issue in scenario.issues],
        "assumed": list(solution.assumed),
        "based_on": list(scenario.based_on),
        "warnings": [fault.as_dict() for fault in scenario.warnings],
        "zopa": zopa,
        **{name: _answer(solution, found) if (found := solution.answers.get(name)) else None for name in NAMES},
        "frontier": _frontier(solution, frontier_limit),
        "seconds": {step: round(taken, 6) for step, taken in seconds.items()},
    }


def _answer(solution: Solution, answer: Answer) -> dict[str, Any]:
    return {
        **_point(solution, answer.vector, answer.package),
        "intervals": {
            party.name: _ends(interval)
            for party, interval in zip(solution.scenario.parties, solution.intervals[answer.package], strict=True)
        },
        VALUE_KEYS[answer.name]: float(answer.value),
        "proved": answer.proved,
        "gap": float(answer.gap),
        "ties": answer.ties,
    }


def _ends(interval: Interval) -> list[float | None]:
    return [None if interval.low is None else float(interval.low), float(interval.high)]


def _point(solution: Solution, vector: Vector, package: Package) -> dict[str, Any]:
    return {
        "package": solution.scenario.named(package),
        "utilities": {party: float(utility) for party, utility in solution.utilities(vector).items()},
    }


def _frontier(solution: Solution, limit: int) -> dict[str, Any]:
    found = solution.frontier
    if not found.computed:
        return {"size": None, "exact": False}
    mark = {} if found.acceptable else {"acceptable": False}
    return {
        "size": found.size,
        "exact": found.exact,
        "grid": found.grid,
        "within": None if found.within is None else float(found.within),
        "acceptable": found.acceptable,
        **({"partial": True} if found.partial else {}),
        "points": [{**_point(solution, vector, package), **mark} for vector, package in found.first(limit)],
    }
