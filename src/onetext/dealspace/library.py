"""The deal space as a library: ``from onetext import dealspace``, then these names.

Times are of the machine's clock; a limit of ``seconds`` ends long work, which then gives what it has and says what is
not proved (S2). Nothing here opens a connection, and what is drawn at random has its seed (S6).
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from onetext.dealspace.field import Frontier
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Scenario
from onetext.dealspace.solve import Solution
from onetext.dealspace.solve import solve as _solve

if TYPE_CHECKING:
    from onetext.dealspace.amend.amending import Amendments
    from onetext.dealspace.conflicts.finding import Conflicts
    from onetext.dealspace.explaining.explain import Explanation
    from onetext.dealspace.robust.robustness import Robustness

__all__ = [
    "Amendments", "Conflicts", "Explanation", "Robustness", "Scenario", "Solution",
    "amend", "conflicts", "explain", "frontier", "read_scenario", "robust", "solve",
]  # fmt: skip

_HOMES = {
    "Amendments": "amend.amending",
    "Conflicts": "conflicts.finding",
    "Explanation": "explaining.explain",
    "Robustness": "robust.robustness",
}
"""Records whose modules need numpy or more: loaded when they are asked for."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(_module(_HOMES[name]), name)


def _module(place: str) -> Any:
    return importlib.import_module(f"onetext.dealspace.{place}")


def _running(seconds: float | None) -> Running:
    return Running(perf_counter, math.inf if seconds is None else perf_counter() + seconds)


def read_scenario(paths: str | Path | Sequence[str | Path], discretise: int | None = None) -> Scenario:
    """The scenario in a file or folder of ours, of Genius, GeniusWeb, NegMAS or NegoLog, or in several files of one.

    ``discretise`` is how many numbers are tried of an issue that takes every number between two bounds.
    Raises ``Faults`` with what is wrong, where, and what to do.

    >>> harbour = read_scenario("examples/dealspace/harbour.yaml")
    >>> harbour.packages, [party.name for party in harbour.parties]
    (54, ['North', 'South'])
    """
    many = [paths] if isinstance(paths, str | Path) else list(paths)
    found: Scenario = _module("formats.recognising").scenario_at([Path(path) for path in many], discretise)
    return found


def solve(scenario: Scenario, seconds: float | None = None) -> Solution:
    """The Nash, Kalai-Smorodinsky, leximin and utilitarian packages, and the frontier.

    >>> found = solve(read_scenario("examples/dealspace/harbour.yaml"))
    >>> found.scenario.named(found.answers["nash"].package)
    {'port': 'run by North', 'fees': 'none', 'patrols': 'joint', 'fishing': 'open'}
    """
    return _solve(scenario, perf_counter, _running(seconds))


def frontier(scenario: Scenario, seconds: float | None = None) -> Frontier:
    """The distinct efficient outcomes, each with its first package in the order of the file.

    >>> len(frontier(read_scenario("examples/dealspace/harbour.yaml")).packages)
    8
    """
    return solve(scenario, seconds).frontier


def explain(solution: Solution) -> Explanation:
    """Why these packages: ``lines`` for people, and what was traded, what binds and what decides as data.

    >>> explain(solve(read_scenario("examples/dealspace/harbour.yaml"))).binds
    ('red line of South: fees=high',)
    """
    found: Explanation = _module("explaining.explain").explain(solution)
    return found


def conflicts(
    scenario: Scenario, *, prove_smallest: bool = False, most: int = 1, seconds: float | None = None
) -> Conflicts:
    """What shuts out every package: minimal sets of red lines, reservations and rules, and the cheapest way out.

    >>> conflicts(read_scenario("examples/dealspace/harbour.yaml")).feasible
    True
    """
    found: Conflicts = _module("conflicts.finding").conflicts(
        scenario, _running(seconds), prove_smallest=prove_smallest, most=most
    )
    return found


def amend(
    scenario: Scenario,
    *,
    most: int = 100,
    want: str | None = None,
    party: str | None = None,
    seconds: float | None = None,
) -> Amendments:
    """What would improve the scenario's draft; ``want`` is an ``issue=option`` whose price is asked, by ``party``.

    >>> found = amend(read_scenario("examples/dealspace/harbour.yaml"))
    >>> [one.count for one in found.found]  # of one point, of two, of three
    [1, 1, 0]
    """
    found: Amendments = _module("amend.amending").amend(
        scenario, perf_counter, _running(seconds), most=most, want=want, party=party
    )
    return found


def robust(scenario: Scenario, samples: int = 1000, seed: int = 0, seconds: float | None = None) -> Robustness:
    """How sure the best package is: every number that is not known drawn ``samples`` times, and solved again.

    >>> found = robust(read_scenario("examples/dealspace/reservoir.yaml"), samples=100, seed=1)
    >>> found.share(found.options[2][1])  # of the second option of the third issue
    1.0
    """
    found: Robustness = _module("robust.robustness").robust(scenario, samples, seed, _running(seconds))
    return found
