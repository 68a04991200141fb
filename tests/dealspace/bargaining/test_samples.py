"""S1, S6: many samples at once are solved exactly as each is alone."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest

from onetext.dealspace.bargaining.samples import nash_many


def by_going_through(own: list[list[list[int]]], floors: list[int], counts: list[int]) -> list[int]:
    """The Nash package as the format words it."""
    best, chosen = None, [-1] * len(counts)
    for package in product(*map(range, counts)):
        gains = [
            sum(row[option] for row, option in zip(rows, package, strict=True)) - floor
            for rows, floor in zip(own, floors, strict=True)
        ]
        if min(gains) >= 0 and (best is None or (math.prod(gains), sorted(gains)) > best):
            best, chosen = (math.prod(gains), sorted(gains)), list(package)
    return chosen


@pytest.mark.parametrize("most", [3, 100])
def test_samples_agree_with_going_through_all_packages(most: int) -> None:
    """Few distinct numbers, so that products tie; floors that nobody, somebody or everybody can reach."""
    chance = np.random.default_rng(most)
    for parties in (1, 2, 3, 5):
        counts = np.array([3, 1, 2, 3, 2])
        own = chance.integers(0, most, size=(120, parties, 5, 3))
        floors = chance.integers(-1, 3 * most, size=(120, parties))

        found = nash_many(own, floors, counts)

        for sample in range(120):
            expected = by_going_through(own[sample].tolist(), floors[sample].tolist(), counts.tolist())
            assert (sample, found[sample].tolist()) == (sample, expected)


def test_samples_are_the_same_however_they_are_split_up() -> None:
    chance = np.random.default_rng(1)
    own = chance.integers(0, 10**5, size=(40, 4, 20, 4))
    floors = np.full((40, 4), 10**6)
    counts = np.full(20, 4)

    whole = nash_many(own, floors, counts)
    parts = [nash_many(own[start : start + 7], floors[start : start + 7], counts) for start in range(0, 40, 7)]

    assert whole.tobytes() == np.concatenate(parts).tobytes()


def test_numbers_that_are_not_exact_are_refused() -> None:
    with pytest.raises(ValueError, match="whole numbers"):
        nash_many(np.zeros((1, 1, 1, 1)), np.zeros((1, 1)), np.ones(1))
    with pytest.raises(ValueError, match="too large"):
        nash_many(np.full((1, 1, 1, 1), 1 << 50), np.zeros((1, 1), dtype=np.int64), np.ones(1))
