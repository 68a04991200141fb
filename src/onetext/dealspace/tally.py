"""A scenario in whole numbers: every worth on one scale common to all parties, so that comparisons are exact (S1)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from onetext.dealspace.scenario import Choice, Rule, Scenario
from onetext.dealspace.worth import best_value, contributions, extras

Vector = tuple[int, ...]
"""What a package gives each party, in units of 1 / ``Tally.unit``."""


@dataclass(frozen=True)
class Tally:
    """Middles of all values. ``own`` by party, issue and option; a utility of 1 is ``unit``.

    ``floors`` are the reservation values, 0 where there is none; ``limited`` says which parties have one.
    """

    unit: int
    own: tuple[tuple[tuple[int, ...], ...], ...]
    extras: tuple[tuple[tuple[frozenset[Choice], int], ...], ...]
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
        return not self.rules and not any(self.extras)

    def allowed(self) -> list[list[int]]:
        """The options by issue that are nobody's red line."""
        return [
            [option for option in range(len(row)) if (issue, option) not in self.red_lines]
            for issue, row in enumerate(self.own[0])
        ]

    def everything(self) -> list[list[int]]:
        return [list(range(len(row))) for row in self.own[0]]

    def gains(self, vector: Vector) -> Vector:
        return tuple(at - floor for at, floor in zip(vector, self.floors, strict=True))

    def utility(self, amount: int) -> Fraction:
        return Fraction(amount, self.unit)


def tally(scenario: Scenario) -> Tally:
    """The scenario at the middle of its values, on a scale where all of its utilities are whole."""
    bests = [best_value(party) for party in scenario.parties]
    own = [
        [[at / best for at in row] for row in contributions(party)]
        for party, best in zip(scenario.parties, bests, strict=True)
    ]
    added = [
        [(choices, worth / best) for choices, worth in extras(party)]
        for party, best in zip(scenario.parties, bests, strict=True)
    ]
    floors = [party.reservation.middle if party.reservation else Fraction(0) for party in scenario.parties]
    denominators = {at.denominator for rows in own for row in rows for at in row}
    denominators |= {Fraction(worth).denominator for rows in added for _, worth in rows}
    unit = math.lcm(*denominators, *(floor.denominator for floor in floors))
    return Tally(
        unit,
        tuple(tuple(tuple(int(at * unit) for at in row) for row in rows) for rows in own),
        tuple(tuple((choices, int(worth * unit)) for choices, worth in rows if worth) for rows in added),
        tuple(int(floor * unit) for floor in floors),
        tuple(party.reservation is not None for party in scenario.parties),
        frozenset().union(*(party.red_lines for party in scenario.parties)),
        tuple(rule for rule in scenario.rules if rule.constrains),
    )
