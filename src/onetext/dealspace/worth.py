"""What a package is worth to a party at the middle of every uncertain value."""

from __future__ import annotations

from fractions import Fraction

from onetext.dealspace.combination import Extra, best_combination
from onetext.dealspace.scenario import Preferences


def contributions(party: Preferences) -> list[list[Fraction]]:
    """Weight times score over 100, by issue and option."""
    return [
        [weight.middle * score.middle / 100 for score in row]
        for weight, row in zip(party.weights, party.scores, strict=True)
    ]


def extras(party: Preferences) -> list[Extra]:
    return [(frozenset(interaction.when), interaction.value.middle) for interaction in party.interactions]


def best_value(party: Preferences) -> Fraction:
    """The worth of its best package over all combinations of options, rules and red lines aside.

    Raises ``Faults`` when its interactions are too many to search through.
    """
    return Fraction(best_combination(contributions(party), extras(party))[0])
