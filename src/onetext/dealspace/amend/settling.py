"""Ways of settling what a draft leaves open, its settled points kept; and changes that mend an unacceptable draft."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import product

import numpy as np

from onetext.dealspace.amend.moves import OPEN, Array, Moves, Sets
from onetext.dealspace.amend.order import Key, key
from onetext.dealspace.amend.smallest import Change, Found, Good, smallest
from onetext.dealspace.efficient import efficient
from onetext.dealspace.running import Running

MOST_WAYS = 50_000


@dataclass(frozen=True)
class Settlement:
    """What the open points get, ``acceptable`` to all or not; gains are over the draft as far as it is settled."""

    change: Change
    acceptable: bool


@dataclass(frozen=True)
class Settlements:
    """The efficient ways, acceptable ones first, then best first; ``count`` of them there are.

    None of them where there are too many ways to go through (``ways`` of them).
    """

    ways: int
    count: int
    best: tuple[Settlement, ...]

    @property
    def searched(self) -> bool:
        return self.ways <= MOST_WAYS


def settlements(moves: Moves, most: int) -> Settlements:
    """Of the ways that break no rule and hold no red line those that no other one beats."""
    draft, tally = moves.draft, moves.tally
    open_ = [issue for issue, option in enumerate(draft) if option == OPEN]
    allowed = tally.allowed()
    ways = math.prod(len(allowed[issue]) for issue in open_)
    if not open_ or ways > MOST_WAYS:
        return Settlements(ways if open_ else 0, 0, ())
    first: dict[tuple[int, ...], tuple[int, ...]] = {}
    for options in product(*(allowed[issue] for issue in open_)):
        chosen = dict(zip(open_, options, strict=True))
        package = tuple(chosen.get(issue, option) for issue, option in enumerate(draft))
        if not tally.breaks_rule(package):
            first.setdefault(tally.worth(package), options)
    found: list[tuple[bool, Key, Settlement]] = []
    red = any(choice in tally.red_lines for choice in enumerate(draft))
    for vector in efficient(first):
        gains = tuple(now - before for now, before in zip(vector, moves.start, strict=True))
        change = Change(tuple(zip(open_, first[vector], strict=True)), gains)
        acceptable = not red and min(tally.gains(vector)) >= 0
        found.append((not acceptable, key(tally, gains, change.choices), Settlement(change, acceptable)))
    found.sort(key=lambda entry: entry[:2])
    return Settlements(ways, len(found), tuple(one for _, _, one in found[:most]))


def repairs(moves: Moves, most: int, running: Running) -> list[Found]:
    """The smallest sets of 1 to 3 changes after which nobody need refuse the draft; nobody is asked to gain by them.

    Reservations count only where the draft settles everything.
    """
    return list(smallest(moves, mended(moves), 3, most, running))


def mended(moves: Moves) -> Good:
    tally = moves.tally
    whole = OPEN not in moves.draft
    least = [floor - at if whole else None for floor, at in zip(tally.floors, moves.start, strict=True)]

    def good(sets: Sets) -> Array:
        found: Array = (sets.breaches == 0).astype(bool)
        for row, low in zip(sets.gains, least, strict=True):
            if low is not None:
                found &= (row >= low).astype(bool)
        return np.asarray(found)

    return good
