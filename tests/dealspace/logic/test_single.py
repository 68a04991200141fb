"""One party's best package with more interactions than can be searched through plainly."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest

from onetext.dealspace.combination import best_combination
from onetext.dealspace.logic.single import largest
from onetext.dealspace.scenario import Interaction, Preferences
from onetext.dealspace.value import number
from onetext.dealspace.worth import best_value


def liking(seed: int, points: int, interactions: int) -> Preferences:
    chance = random.Random(seed)

    def interaction() -> Interaction:
        named = sorted(chance.sample(range(points), 2))
        return Interaction(
            tuple((point, chance.randrange(4)) for point in named), number(Fraction(chance.randint(-40, 60)))
        )

    return Preferences(
        name="A",
        reservation=None,
        weights=tuple(number(Fraction(chance.randint(1, 60))) for _ in range(points)),
        scores=tuple(tuple(number(Fraction(chance.randint(0, 100))) for _ in range(4)) for _ in range(points)),
        interactions=tuple(interaction() for _ in range(interactions)),
    )


def total(party: Preferences, package: tuple[int, ...]) -> Fraction:
    at = Fraction(0)
    for weight, scores, option in zip(party.weights, party.scores, package, strict=True):
        at += weight.middle * scores[option].middle / 100
    for one in party.interactions:
        if all(package[issue] == option for issue, option in one.when):
            at += one.value.middle
    return at


@pytest.mark.parametrize("seed", range(10))
def test_largest_is_the_largest_of_all_packages(seed: int) -> None:
    party = liking(seed, 5, 12)
    own = [[w.middle * s.middle / 100 for s in row] for w, row in zip(party.weights, party.scores, strict=True)]
    added = [(frozenset(one.when), one.value.middle) for one in party.interactions]
    found = largest(own, added)
    assert found is not None
    worth, package = found
    assert worth == max(total(party, one) for one in product(range(4), repeat=5)) == total(party, package)
    assert worth == best_combination(own, added)[0]


def test_sixty_interactions_are_no_reason_to_refuse() -> None:
    party = liking(1, 28, 60)
    assert best_value(party) > best_value(replace(party, interactions=()))
