from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from onetext.drafting.order import moved_among


def plain_least(places: list[tuple[int, int]], weights: list[int]) -> int:
    """The least weight whose moving leaves the rest in order, by trying all."""
    least = sum(weights)
    for size in range(len(places) + 1):
        for staying in combinations(sorted(range(len(places)), key=lambda index: places[index]), size):
            if all(places[a][1] < places[b][1] for a, b in pairwise(staying)):
                least = min(least, sum(weights) - sum(weights[index] for index in staying))
    return least


def test_the_lighter_of_two_that_changed_places_moved() -> None:
    assert moved_among([(0, 1), (1, 0)], [5, 3]) == [1]
    assert moved_among([(0, 1), (1, 0)], [3, 5]) == [0]


def test_nothing_moved_where_the_order_is_kept() -> None:
    assert moved_among([(0, 3), (2, 7)], [1, 1]) == []
    assert moved_among([], []) == []


@given(st.permutations(range(6)), st.lists(st.integers(1, 9), min_size=6, max_size=6))
def test_as_little_moves_as_can_be(order: list[int], weights: list[int]) -> None:
    places = list(enumerate(order))
    moved = moved_among(places, weights)
    assert sum(weights[index] for index in moved) == plain_least(places, weights)
