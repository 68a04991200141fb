"""What a package gives a party, point by point, and what two parties gave each other in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from onetext.dealspace.scenario import Box, Package, inside
from onetext.dealspace.tally import Tally

_NEAR = Fraction(9, 10)
"""Of what is at stake for a party on a point; from there on it has its way."""


@dataclass(frozen=True)
class Point:
    """An issue as a party sees it: what is at ``stake`` between its worst and best option, and what it ``gave`` of it.

    In utilities; what options are worth together with others stands apart (``Bonus``).
    """

    issue: int
    option: int
    stake: Fraction
    gave: Fraction


@dataclass(frozen=True)
class Bonus:
    """What a party has, or loses, because the package lies in a box: options that count together."""

    box: Box
    worth: Fraction


@dataclass(frozen=True)
class Standing:
    """One party in one package. ``has``: points where it has its best option or nearly, the weightiest first.

    ``gave``: the other points that matter to it, the largest gift first.
    """

    party: int
    utility: Fraction
    has: tuple[Point, ...]
    gave: tuple[Point, ...]
    bonuses: tuple[Bonus, ...]


@dataclass(frozen=True)
class Swap:
    """A point that went ``to`` a party: its ``gain`` over the giver's best option there, and the giver's ``cost``."""

    issue: int
    option: int
    instead: int
    gain: Fraction
    cost: Fraction


@dataclass(frozen=True)
class Trade:
    """What two parties gave each other: points that went to the first, points that went to the second.

    ``first_net`` and ``second_net``: what each gains by its points less what the other's points cost it.
    """

    first: int
    second: int
    to_first: tuple[Swap, ...]
    to_second: tuple[Swap, ...]

    @property
    def first_net(self) -> Fraction:
        return sum((s.gain for s in self.to_first), Fraction(0)) - sum((s.cost for s in self.to_second), Fraction(0))

    @property
    def second_net(self) -> Fraction:
        return sum((s.gain for s in self.to_second), Fraction(0)) - sum((s.cost for s in self.to_first), Fraction(0))

    @property
    def pays(self) -> bool:
        """Whether both are better off than with all these points the other way round."""
        return self.first_net > 0 and self.second_net > 0


def standings(tally: Tally, package: Package) -> tuple[Standing, ...]:
    vector = tally.worth(package)
    return tuple(_standing(tally, package, party, vector[party]) for party in range(tally.parties))


def _standing(tally: Tally, package: Package, party: int, worth: int) -> Standing:
    points = []
    for issue, (row, option) in enumerate(zip(tally.own[party], package, strict=True)):
        best, least = max(row), min(row)
        if best > least:
            stake, gave = tally.utility(party, best - least), tally.utility(party, best - row[option])
            points.append(Point(issue, option, stake, gave))
    kept = [point for point in points if point.gave <= point.stake * (1 - _NEAR)]
    given = [point for point in points if point.gave > point.stake * (1 - _NEAR)]
    kept.sort(key=lambda point: (-point.stake, point.issue))
    given.sort(key=lambda point: (-point.gave, point.issue))
    bonuses = tuple(
        Bonus(box, tally.utility(party, extra)) for box, extra in tally.extras[party] if inside(box, package)
    )
    return Standing(party, tally.utility(party, worth), tuple(kept), tuple(given), bonuses)


def trades(tally: Tally, package: Package) -> tuple[Trade, ...]:
    """Between each two parties that have points for each other, those that pay for both first, then the largest."""
    found = []
    for first, second in combinations(range(tally.parties), 2):
        to_first, to_second = _swaps(tally, package, first, second), _swaps(tally, package, second, first)
        if to_first and to_second:
            found.append(Trade(first, second, to_first, to_second))
    found.sort(key=lambda trade: (not trade.pays, -(trade.first_net + trade.second_net), trade.first, trade.second))
    return tuple(found)


def _swaps(tally: Tally, package: Package, to: int, giver: int) -> tuple[Swap, ...]:
    """Points where one has its way and the other has not, over the other's best there; the largest gain first.

    A point where both met in the middle, or both have their way, went to neither.
    """
    found = []
    for issue, option in enumerate(package):
        given, had = tally.own[giver][issue], tally.own[to][issue]
        [*_, instead] = sorted(range(len(given)), key=list(zip(given, had, strict=True)).__getitem__)
        gain, cost = had[option] - had[instead], given[instead] - given[option]
        if gain > 0 and cost > 0 and _near(had, option) and not _near(given, option):
            found.append(Swap(issue, option, instead, tally.utility(to, gain), tally.utility(giver, cost)))
    return tuple(sorted(found, key=lambda swap: (-swap.gain, swap.issue)))


def _near(row: Sequence[int], option: int) -> bool:
    """Whether the option is nearly the best of its issue."""
    return max(row) - row[option] <= (max(row) - min(row)) * (1 - _NEAR)
