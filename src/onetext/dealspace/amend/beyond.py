"""What lies beyond three changes: whether a draft is efficient, the best package that hurts nobody, the nearest one.

A draft is efficient when it breaks no rule and holds no red line, and no such package gives everybody at least as much
and somebody more. The package with the largest sum among those that hurt nobody is efficient: looking for it proves
the one and finds the other.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onetext.dealspace.amend.ceiling import Ceiling, ceiling
from onetext.dealspace.amend.logic import logic_ceiling
from onetext.dealspace.amend.moves import Array, Moves
from onetext.dealspace.amend.order import Key, key
from onetext.dealspace.amend.smallest import Change, Found
from onetext.dealspace.efficient import efficient
from onetext.dealspace.enumeration import Enumeration
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, Vector

_WORTH_ENUMERATING = 20_000
_MOST_CHECKED = 60
"""Packages whose efficiency is looked into while the nearest one is sought."""


@dataclass(frozen=True)
class Beyond:
    """``efficient`` is None where it is not settled.

    ``best`` has the largest sum of all packages that hurt nobody, for sure where ``proved``; None where no package does
    better than the draft, or none is known. ``nearest`` is the efficient package that hurts nobody with the fewest
    changed points, then the best, for sure where ``nearest_proved``; none with fewer than ``at_least`` is efficient.
    """

    efficient: bool | None
    best: Change | None
    proved: bool
    nearest: Change | None
    nearest_proved: bool
    at_least: int


def beyond(moves: Moves, found: Sequence[Found], running: Running) -> Beyond:
    """``found``: the improving changes of 1 to 3 points, as far as looked at. The draft leaves nothing open."""
    if math.prod(map(len, moves.tally.own[0])) <= _WORTH_ENUMERATING:
        return _enumerated(moves)
    top = highest(moves.tally, moves.start, _known(moves, found), running)
    best = _change(moves, top.package) if top.package is not None else None
    if best is None or not any(best.gains):
        if moves.breaches == 0:
            return Beyond(True if top.proved else None, None, top.proved, None, top.proved, 0)
        return Beyond(False, best, top.exact, best if top.proved else None, best is None and top.proved, 0)
    nearest, at_least = _near(moves, found, running)
    if nearest is None:
        sure = top.exact and len(best.choices) == at_least
        return Beyond(False, best, top.exact, best if top.proved else None, sure, at_least)
    return Beyond(False, best, top.exact, nearest, True, at_least)


def _known(moves: Moves, found: Sequence[Found]) -> Package | None:
    """The best package known so far that hurts nobody."""
    changes = [one.best for one in found if one.best is not None]
    if not changes:
        return moves.draft if moves.breaches == 0 else None
    return _applied(moves, min(changes, key=lambda change: _key(moves, change)))


def _applied(moves: Moves, change: Change) -> Package:
    options = dict(change.choices)
    return tuple(options.get(issue, option) for issue, option in enumerate(moves.draft))


def highest(tally: Tally, floors: Vector, known: Package | None, running: Running) -> Ceiling:
    """The package with the largest sum that reaches all floors, breaks no rule and holds no red line."""
    if tally.additive:
        return ceiling(tally, floors, known, running)
    return logic_ceiling(tally, floors, known, running)


def _enumerated(moves: Moves) -> Beyond:
    """By going through all packages."""
    lawful = moves.breaches == 0
    found = list(_not_worse(moves))
    tops = set(efficient(vector for _, vector in found))
    if lawful and moves.start in tops:
        return Beyond(True, None, True, None, True, 0)
    changes = [_change(moves, package) for package, vector in found if vector in tops]
    if not changes:
        return Beyond(False, None, True, None, True, 0)
    best = min(changes, key=lambda change: _key(moves, change))
    nearest = min(changes, key=lambda change: (len(change.choices), _key(moves, change)))
    return Beyond(False, best, True, nearest, True, len(nearest.choices))


def _not_worse(moves: Moves) -> Iterator[tuple[Package, Vector]]:
    packages = Enumeration(moves.tally)
    for head, tail, vector in packages.walk(moves.start):
        yield packages.package(head, tail), vector


def _near(moves: Moves, found: Sequence[Found], running: Running) -> tuple[Change | None, int]:
    """The nearest efficient package among changes of few points, and how many points it must at least change.

    Where worths just add up, what improves the draft on other points improves the changed draft as well: a package is
    only efficient when it touches each such set of points.
    """
    if not moves.tally.additive:
        return None, 1
    musts = [[issue for issue, _ in change.choices] for one in found for change in one.minimal]
    for one in found:
        if not one.complete or one.moves is None:
            return None, one.size
        left = _touching(moves, one.moves, musts)
        changes = [_change(moves, moves.changed(tuple(numbers))) for numbers in left.T.tolist()]
        changes.sort(key=lambda change: _key(moves, change))
        for change in changes[:_MOST_CHECKED]:
            package = _applied(moves, change)
            vector = moves.tally.worth(package)
            top = highest(moves.tally, vector, package, running)
            if not top.proved:
                return None, one.size
            if top.package is not None and moves.tally.worth(top.package) == vector:
                return change, one.size
        if len(changes) > _MOST_CHECKED:
            return None, one.size
    return None, len(found) + 1


def _touching(moves: Moves, sets: Array, musts: Sequence[Sequence[int]]) -> Array:
    """The sets, a column each, that have a move on at least one issue of each of the ``musts``."""
    for must in musts:
        if not sets.shape[1]:
            break
        sets = sets[:, np.isin(moves.issues[sets], must).any(axis=0)]
    return sets


def _change(moves: Moves, package: Package) -> Change:
    choices = tuple(
        (issue, option)
        for issue, (option, before) in enumerate(zip(package, moves.draft, strict=True))
        if option != before
    )
    vector = moves.tally.worth(package)
    return Change(choices, tuple(now - before for now, before in zip(vector, moves.start, strict=True)))


def _key(moves: Moves, change: Change) -> Key:
    return key(moves.tally, change.gains, change.choices)
