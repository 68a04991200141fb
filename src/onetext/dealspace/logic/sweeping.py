"""A sweep's frontier as every engine gives it."""

from __future__ import annotations

from onetext.dealspace.field import Frontier
from onetext.dealspace.logic.model import Model
from onetext.dealspace.logic.sweep import MOST_WORK, Sweep
from onetext.dealspace.running import Running
from onetext.dealspace.tally import Tally

_FIRST = 3
"""Dimensions up to which a sweep is likely to end before its work does."""


def swept_frontier(tally: Tally, running: Running) -> Frontier | None:
    """Exact; None where too much is tied together or it takes too much work."""
    acceptable = Sweep(Model.of(tally, tally.allowed()), running)
    if not acceptable.fits:
        return None
    found = acceptable.frontier(tally.needs, _most(acceptable))
    if found is None or found:
        return None if found is None else Frontier(found, acceptable=True)
    legal = Sweep(Model.of(tally, tally.everything()), running)
    found = legal.frontier(legal.model.lowest, _most(legal)) if legal.fits else None
    return None if found is None else Frontier(found, acceptable=False)


def _most(sweep: Sweep) -> int:
    return MOST_WORK if len(sweep.layout.dimensions) <= _FIRST else MOST_WORK // 4
