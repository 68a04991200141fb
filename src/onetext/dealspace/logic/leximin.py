"""Leximin exactly: the smallest gain as large as can be, then the second smallest, and so on.

After each step somebody must be the party with the value just found, all others free to have more. Who, is tried for
every party; most are refuted at once. What is left at the end are all vectors with the best sorted gains.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from onetext.dealspace.logic.goals import Smallest
from onetext.dealspace.logic.ladder import Nothing, Top, climb, climb_from
from onetext.dealspace.logic.search import Given, Search
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector


@dataclass(frozen=True)
class Fairest:
    """The best vectors with a package each; ``bound`` on the smallest gain."""

    packages: dict[Vector, Package]
    smallest: Fraction
    bound: Fraction
    proved: bool


@dataclass(frozen=True)
class _Case:
    floors: Vector
    free: tuple[int, ...]


def leximin(search: Search, floors: Vector, given: Given | None = None) -> Fairest | Nothing:
    """Among packages that reach the floors and the weighed sum."""
    tally = search.model.tally
    cases = {_Case(floors, tuple(range(tally.parties))): None}
    first: Top | None = None
    found: dict[Vector, Package] = {}
    level: Fraction | None = None
    while cases:
        tops: list[tuple[_Case, Top]] = []
        best = level
        for case in cases:
            goal = Smallest(search, case.free, tally.units, case.floors, given)
            top = climb(search, goal.goal()) if best is None else climb_from(search, goal.goal(best))
            if isinstance(top, Nothing):
                if not top.proved:
                    return _stopped(first, found) if first else top
                continue
            first = first or top
            if not top.proved:
                return _stopped(first, found or {top.vector: top.package})
            best = top.value if best is None else max(best, top.value)
            tops.append((case, top))
        if not tops:
            return Nothing(proved=True)
        level = max(top.value for _, top in tops)
        tied = [(case, top) for case, top in tops if top.value == level]
        found = {top.vector: top.package for _, top in tied}
        cases = dict.fromkeys(after for case, top in tied for after in _after(search, case, top, level))
    assert first is not None
    return Fairest(found, first.value, first.bound, proved=True)


def _after(search: Search, case: _Case, top: Top, level: Fraction) -> list[_Case]:
    """Each free party in turn as the one at the level, the one where it was found first."""
    tally = search.model.tally
    if len(case.free) == 1:
        return []
    reached = Smallest(search, case.free, tally.units, case.floors).floors_at(level)

    def gain(party: int) -> Fraction:
        return Fraction(top.vector[party] - tally.floors[party], tally.units[party])

    return [
        _Case(reached, tuple(other for other in case.free if other != party)) for party in sorted(case.free, key=gain)
    ]


def _stopped(first: Top, found: dict[Vector, Package]) -> Fairest:
    return Fairest(found, first.value, first.bound, proved=False)
