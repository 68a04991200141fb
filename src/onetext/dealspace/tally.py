"""A scenario in whole numbers: every party's worth on a whole scale of its own, so that comparisons are exact (S1)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from operator import getitem

from onetext.dealspace.scenario import Box, Choice, Package, Preferences, Rule, Scenario, inside
from onetext.dealspace.worth import best_value, contributions, extras

Vector = tuple[int, ...]
"""What a package gives each party, each in units of 1 / its ``Tally.units``."""


@dataclass(frozen=True)
class Tally:
    """Middles of all values. ``own`` by party, issue and option; for each party a utility of 1 is its ``units``.

    A package gives a party ``base``, what its options give, and each of its ``extras`` whose box it lies in; no more
    than ``caps`` where that is not None. Gains are measured from ``floors``, the reservation values, 0 where there is
    none; ``limited`` says which parties have one: the others can be given less than nothing.
    """

    units: Vector
    own: tuple[tuple[tuple[int, ...], ...], ...]
    base: Vector
    extras: tuple[tuple[tuple[Box, int], ...], ...]
    caps: tuple[int | None, ...]
    floors: Vector
    limited: tuple[bool, ...]
    red_lines: frozenset[Choice]
    rules: tuple[Rule, ...]

    @property
    def parties(self) -> int:
        return len(self.own)

    @property
    def additive(self) -> bool:
        """Whether a package's worth is the sum of its options' and no rule ties options together."""
        return not self.rules and not any(self.extras) and not any(map(self._caught, range(self.parties)))

    def _caught(self, party: int) -> bool:
        """Whether a package can reach the cap."""
        cap = self.caps[party]
        return cap is not None and self.base[party] + sum(map(max, self.own[party])) > cap

    @cached_property
    def needs(self) -> Vector:
        """What a package must give: the reservation value, or where a party has none, the least it can ever get."""
        return tuple(
            floor if limited else self._least(party)
            for party, (floor, limited) in enumerate(zip(self.floors, self.limited, strict=True))
        )

    def _least(self, party: int) -> int:
        """No package gives the party less."""
        at = self.base[party] + sum(map(min, self.own[party]))
        at += sum(worth for _, worth in self.extras[party] if worth < 0)
        cap = self.caps[party]
        return at if cap is None else min(at, cap)

    @cached_property
    def common(self) -> int:
        """The scale all parties share: a utility of 1 is this much."""
        return math.lcm(*self.units)

    def allowed(self) -> list[list[int]]:
        """The options by issue that are nobody's red line."""
        if not self.red_lines:
            return self.everything()
        return [
            [option for option in range(len(row)) if (issue, option) not in self.red_lines]
            for issue, row in enumerate(self.own[0])
        ]

    def everything(self) -> list[list[int]]:
        return [list(range(len(row))) for row in self.own[0]]

    def worth(self, package: Package) -> Vector:
        """What a package gives each party."""
        return tuple(self._worth(party, package) for party in range(self.parties))

    def _worth(self, party: int, package: Package) -> int:
        at = self.base[party] + sum(map(getitem, self.own[party], package))
        at += sum(worth for box, worth in self.extras[party] if inside(box, package))
        cap = self.caps[party]
        return at if cap is None else min(at, cap)

    def breaks_rule(self, package: Package) -> bool:
        return any(broken(rule, package) for rule in self.rules)

    def acceptable(self, package: Package) -> bool:
        """Whether it breaks no rule, holds no red line and gives each party its reservation value."""
        return (
            not any(choice in self.red_lines for choice in enumerate(package))
            and not self.breaks_rule(package)
            and all(at >= need for at, need in zip(self.worth(package), self.needs, strict=True))
        )

    def gains(self, vector: Vector) -> Vector:
        """Over the reservation values, all in units of 1 / ``common``."""
        return tuple(
            (at - floor) * (self.common // unit)
            for at, floor, unit in zip(vector, self.floors, self.units, strict=True)
        )

    def utility(self, party: int, amount: int) -> Fraction:
        return Fraction(amount, self.units[party])

    def utilities(self, vector: Vector) -> tuple[Fraction, ...]:
        return tuple(map(self.utility, range(self.parties), vector))


def broken(rule: Rule, package: Package) -> bool:
    """Whether the rule applies to the package and is broken by it."""
    if not all(package[issue] == option for issue, option in rule.when):
        return False
    return any(package[issue] == option for issue, option in rule.then_not) or not all(
        package[issue] == option for issue, option in rule.then
    )


def box_of(choices: Iterable[Choice]) -> Box:
    """The box of packages that hold all of the choices; empty where two of them exclude each other."""
    found: dict[int, frozenset[int]] = {}
    for issue, option in choices:
        found[issue] = found.get(issue, frozenset([option])) & {option}
    return tuple(sorted(found.items()))


def tally(scenario: Scenario) -> Tally:
    """The scenario at the middle of its values, each party on the coarsest scale where all its worths are whole."""
    columns = [_Column.of(party) for party in scenario.parties]
    return Tally(
        tuple(column.unit for column in columns),
        tuple(column.own for column in columns),
        tuple(column.base for column in columns),
        tuple(column.extras for column in columns),
        tuple(column.cap for column in columns),
        tuple(column.floor for column in columns),
        tuple(party.reservation is not None for party in scenario.parties),
        frozenset().union(*(party.red_lines for party in scenario.parties)),
        tuple(rule for rule in scenario.rules if rule.constrains),
    )


@dataclass(frozen=True)
class _Column:
    """One party's part of a tally."""

    unit: int
    own: tuple[tuple[int, ...], ...]
    base: int
    extras: tuple[tuple[Box, int], ...]
    cap: int | None
    floor: int

    @classmethod
    def of(cls, party: Preferences) -> _Column:
        best = best_value(party)
        own = contributions(party)
        base, added = _extras(party)
        floor = party.reservation.middle if party.reservation else Fraction(0)
        numbers = [at for row in own for at in row] + [worth for _, worth in added] + [base, best, floor * best]
        scale = _coarsest(numbers)
        unit = int(best * scale)
        return cls(
            unit,
            tuple(tuple(int(at * scale) for at in row) for row in own),
            int(base * scale),
            tuple((box, int(worth * scale)) for box, worth in added if worth),
            unit if party.scale is not None else None,
            int(floor * best * scale),
        )


def _extras(party: Preferences) -> tuple[Fraction, list[tuple[Box, Fraction]]]:
    """What every package has, and what counts in boxes: worth outside a box is worth everywhere, lost inside.

    A box without issues holds every package.
    """
    base = Fraction(0)
    added = [(box_of(choices), Fraction(worth)) for choices, worth in extras(party)]
    for rectangle in party.rectangles:
        if rectangle.outside != (not rectangle.box):
            base += rectangle.worth
        if rectangle.box:
            added.append((rectangle.box, -rectangle.worth if rectangle.outside else rectangle.worth))
    return base, [(box, worth) for box, worth in added if all(options for _, options in box)]


def _coarsest(numbers: Sequence[Fraction]) -> Fraction:
    """The smallest factor that makes all numbers whole."""
    lowest = math.lcm(*(number.denominator for number in numbers))
    shared = math.gcd(*(int(number * lowest) for number in numbers))
    return Fraction(lowest, shared or 1)
