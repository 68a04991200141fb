"""What a package is worth to a party at the middle of every uncertain value."""

from __future__ import annotations

from fractions import Fraction

from onetext.dealspace.combination import Extra, best_combination
from onetext.dealspace.scenario import Package, Preferences, inside


def contributions(party: Preferences) -> list[list[Fraction]]:
    """Weight times score over 100, by issue and option."""
    return [
        [weight.middle * score.middle / 100 for score in row]
        for weight, row in zip(party.weights, party.scores, strict=True)
    ]


def extras(party: Preferences) -> list[Extra]:
    return [(frozenset(interaction.when), interaction.value.middle) for interaction in party.interactions]


def best_value(party: Preferences) -> Fraction:
    """What a utility of 1 is worth: as the file says, else its best package's worth, rules and red lines aside.

    Raises ``Faults`` when its interactions are too many to search through.
    """
    if party.scale is not None:
        return party.scale
    return Fraction(best_combination(contributions(party), extras(party))[0])


def utility_on_scale(party: Preferences, package: Package, scale: Fraction) -> Fraction:
    """What a package is worth to a party whose file gives the scale, at most 1."""
    at = sum((row[option] for row, option in zip(contributions(party), package, strict=True)), Fraction(0))
    for rectangle in party.rectangles:
        if inside(rectangle.box, package) != rectangle.outside:
            at += rectangle.worth
    return min(Fraction(1), at / scale)
