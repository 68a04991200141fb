"""The first way to give everybody exactly so much, against going through all ways."""

from __future__ import annotations

import random
from itertools import product

import pytest

from onetext.dealspace.bargaining import filling
from onetext.dealspace.bargaining.filling import TooManyError, first_filling


def amount(parts: list[list[list[int]]], places: tuple[int, ...]) -> list[int]:
    return [sum(column) for column in zip(*(rows[at] for rows, at in zip(parts, places, strict=True)), strict=True)]


@pytest.mark.parametrize("seed", range(40))
def test_first_of_all_ways_is_found(seed: int) -> None:
    chance = random.Random(seed)
    parties = chance.randint(1, 4)
    parts = [
        [[chance.choice([0, 0, 5, 10, 3]) for _ in range(parties)] for _ in range(chance.randint(1, 4))]
        for _ in range(5)
    ]
    ways = list(product(*(range(len(rows)) for rows in parts)))
    target = amount(parts, chance.choice(ways))

    assert first_filling(parts, target) == list(next(way for way in ways if amount(parts, way) == target))


def test_no_way_is_said() -> None:
    assert first_filling([[[2], [4]], [[2], [6]]], [7]) is None


def test_too_many_amounts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "_MOST_STATES", 1)
    with pytest.raises(TooManyError):
        first_filling([[[1, 2], [2, 1], [0, 3]]] * 4, [4, 8])
