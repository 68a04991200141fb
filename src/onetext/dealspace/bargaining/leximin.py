"""Leximin over whole packages: the smallest gain as large as can be, then the next, exactly.

Usually few packages share the largest smallest gain, and they are compared one by one. Where they are too many, a
party that cannot rise above it in any of them is set aside (its gain is the same in all, so the order among them rests
on the others), and the rest is solved again. Where each alone could rise but not all together, somebody stays at it:
one case for each party that might.
"""

from __future__ import annotations

from dataclasses import dataclass

from onetext.dealspace.bargaining.grid import Grid, Row
from onetext.dealspace.bargaining.largest import Largest, largest, some_package
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector


@dataclass(frozen=True)
class Fairest:
    """The best by leximin. ``ties``: how many vectors have the same gains in another order, None where not counted.

    ``first``: whether ``places`` is the first package of its vector in the order of the file. ``bound`` is an upper
    bound of the smallest gain, on the common scale.
    """

    places: Package
    gains: Vector
    ties: frozenset[Vector] | None
    first: bool
    proved: bool
    bound: float


def fairest(grid: Grid, rows: tuple[Row, ...], running: Running, start: Package | None = None) -> Fairest | None:
    """Over the packages that meet the rows; None where there is none (or where none was found in time)."""
    return _fairest(grid, rows, tuple(range(grid.parties)), running, start)


def _fairest(
    grid: Grid, rows: tuple[Row, ...], group: tuple[int, ...], running: Running, start: Package | None
) -> Fairest | None:
    aims = [grid.single(party, grid.factors[party]) for party in group]
    found = largest(grid, rows, aims, running, start)
    if found.places is None:
        return None
    if found.ties is not None:
        return chosen(grid, found)
    if not found.proved:
        return Fairest(found.places, found.gains, None, first=False, proved=False, bound=found.bound)
    return _among_many(grid, rows, group, running, found)


def chosen(grid: Grid, found: Largest) -> Fairest:
    """The best of all that tie, by leximin and then the order of the file."""
    ties = found.ties or {found.gains: found.places or ()}
    most = max(map(grid.fairness, ties))
    same = {gains: places for gains, places in ties.items() if grid.fairness(gains) == most}
    gains = min(same, key=same.__getitem__)
    counted = frozenset(same) if found.proved else None
    return Fairest(same[gains], gains, counted, found.first, found.proved, found.bound)


def _among_many(grid: Grid, rows: tuple[Row, ...], group: tuple[int, ...], running: Running, found: Largest) -> Fairest:
    least = {party: -(-found.value // grid.factors[party]) for party in group}
    held = rows + tuple(Row(grid.single(party), least[party]) for party in group)
    exact = [party for party in group if least[party] * grid.factors[party] == found.value]
    fixed = []
    for party in exact:
        more = (*held, Row(grid.single(party), least[party] + 1))
        if some_package(grid, more, running) == (None, True):
            fixed.append(party)
    if running.over():
        return Fairest(found.places or (), found.gains, None, first=False, proved=False, bound=found.bound)
    if fixed:
        rest = tuple(party for party in group if party not in fixed)
        if not rest:
            return Fairest(
                found.places or (), found.gains, frozenset([found.gains]), first=False, proved=True, bound=found.bound
            )
        deeper = _fairest(grid, held, rest, running, found.places)
        return _or_start(deeper, found)
    cases = []
    for party in exact:
        case = (*held, Row(grid.single(party, -1), -least[party]))
        rest = tuple(other for other in group if other != party)
        cases.append(_fairest(grid, case, rest, running, None))
    return _best_case(grid, [case for case in cases if case is not None], found, complete=not running.over())


def _or_start(deeper: Fairest | None, found: Largest) -> Fairest:
    if deeper is None:
        return Fairest(found.places or (), found.gains, None, first=False, proved=False, bound=found.bound)
    return Fairest(deeper.places, deeper.gains, deeper.ties, deeper.first, deeper.proved, found.bound)


def _best_case(grid: Grid, cases: list[Fairest], found: Largest, *, complete: bool) -> Fairest:
    if not cases:
        return _or_start(None, found)
    most = max(grid.fairness(case.gains) for case in cases)
    best = [case for case in cases if grid.fairness(case.gains) == most]
    ties: frozenset[Vector] | None = frozenset()
    for case in best:
        ties = None if ties is None or case.ties is None else ties | case.ties
    top = min(best, key=lambda case: case.places)
    proved = complete and all(case.proved for case in cases)
    return Fairest(top.places, top.gains, ties, first=False, proved=proved, bound=found.bound)
