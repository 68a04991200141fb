"""The largest value of something, proved: targets a little below the bound first, lower ones if nothing is there.

The bound at the root is close to the truth, so a search that wants nearly as much is cut off early, whichever way it
goes; a search that starts from a poor package would wander long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from onetext.dealspace.logic.search import Search
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Vector

_WIDER = Fraction(3, 2)
_PARTS = 1024


@dataclass(frozen=True)
class Goal:
    """What is to be large. ``lowest`` is the least value that counts; ``highest`` no package is above.

    ``through`` searches for packages with at least a value, ``refuted`` asks the bound alone, ``above`` makes the
    running search want more than a value.
    """

    lowest: Fraction
    highest: Fraction
    value: Callable[[Vector], Fraction]
    through: Callable[[Fraction], Iterator[tuple[Package, Vector]]]
    refuted: Callable[[Fraction], bool]
    above: Callable[[Fraction], None]


@dataclass(frozen=True)
class Top:
    """The best package found, and a bound; ``proved`` where the bound is its value."""

    package: Package
    vector: Vector
    value: Fraction
    bound: Fraction

    @property
    def proved(self) -> bool:
        return self.value == self.bound


@dataclass(frozen=True)
class Nothing:
    """No package counts, if ``proved``; else none was found."""

    proved: bool


def climb(search: Search, goal: Goal, steps: int = 512) -> Top | Nothing:
    """``steps``: in what part of what is possible the first targets fall; few where the bound is likely loose."""
    if goal.highest < goal.lowest or goal.refuted(goal.lowest):
        return Nothing(proved=True)
    highest = _bounded(goal, 2 * steps)
    step = (highest - goal.lowest) / steps
    level = highest
    while True:
        level = max(goal.lowest, level - step)
        best = _best(goal, level)
        if best is not None:
            return Top(*best, best[2] if search.whole else highest)
        if not search.whole:
            return _anything(goal, highest)
        if level == goal.lowest:
            return Nothing(proved=True)
        highest = level
        step *= _WIDER


def climb_from(search: Search, goal: Goal) -> Top | Nothing:
    """The same, where the value is likely to be near the lowest that counts."""
    if goal.highest < goal.lowest or goal.refuted(goal.lowest):
        return Nothing(proved=True)
    best = _best(goal, goal.lowest)
    if best is None:
        return Nothing(proved=search.whole)
    return Top(*best, best[2] if search.whole else goal.highest)


def climb_over(search: Search, goal: Goal, package: Package, vector: Vector) -> Top:
    """The same, from a good package; ``vector`` is its own, and counts."""
    start = goal.value(vector)
    best = _best(goal, start) or (package, vector, start)
    return Top(*best, best[2] if search.whole else _bounded(goal, _PARTS))


def _bounded(goal: Goal, parts: int) -> Fraction:
    """A bound by halving, to so many parts of what is possible."""
    low, high = goal.lowest, goal.highest
    fine = (high - low) / parts
    while high - low > fine:
        middle = (low + high) / 2
        if goal.refuted(middle):
            high = middle
        else:
            low = middle
    return high


def _best(goal: Goal, level: Fraction) -> tuple[Package, Vector, Fraction] | None:
    best = None
    for package, vector in goal.through(level):
        value = goal.value(vector)
        if best is None or value > best[2]:
            best = package, vector, value
        goal.above(best[2])
    return best


def _anything(goal: Goal, highest: Fraction) -> Top | Nothing:
    """Stopped before anything good was found: whatever the first moments of a plain search give."""
    for package, vector in goal.through(goal.lowest):
        return Top(package, vector, goal.value(vector), highest)
    return Nothing(proved=False)
