"""Solving for a page: kept while somebody looks at it, and stopped rather than let a page wait."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from time import perf_counter

from onetext.dealspace.kernels import under_way
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Scenario
from onetext.dealspace.solve import Solution, solve

SECONDS = 5.0
"""A page waits no longer; what is not proved by then says how far off it can be (S2)."""
_PATIENT = 60.0


@dataclass(frozen=True)
class _Kept:
    """A scenario as a key: what is computed is a pure function of its content, whoever sees it (D3)."""

    scenario: Scenario
    patient: bool
    spans: bool

    def __hash__(self) -> int:
        return hash((repr(self.scenario), self.patient, self.spans))


def solved(scenario: Scenario, patient: bool = False, spans: bool = True) -> Solution:
    """Raises ``Faults`` where there is no engine for it.

    ``patient``: a minute, because somebody asked for it. Not ``spans``: without intervals, while a value is tried.
    """
    found = _solved(_Kept(scenario, patient, spans))
    if under_way():  # more is known in a minute
        _solved.cache_clear()
    return found


@lru_cache(maxsize=32)
def _solved(kept: _Kept) -> Solution:
    limit = _PATIENT if kept.patient else SECONDS
    return solve(kept.scenario, perf_counter, Running(perf_counter, until=perf_counter() + limit), intervals=kept.spans)
