from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.wording.alignment import matches, rising


def plain_longest(a: list[int], b: list[int]) -> int:
    """Length of a longest common subsequence, by the table."""
    row = [0] * (len(b) + 1)
    for item in a:
        last = row
        row = [0]
        for j, other in enumerate(b):
            row.append(last[j] + 1 if item == other else max(row[j], last[j + 1]))
    return row[-1]


ITEMS = st.lists(st.integers(0, 5), max_size=14)


@given(ITEMS, ITEMS)
@settings(deadline=None)
def test_matches_are_equal_items_in_rising_order(a: list[int], b: list[int]) -> None:
    found = matches(a, b)
    assert all(a[i] == b[j] for i, j in found)
    assert all(x[0] < y[0] and x[1] < y[1] for x, y in pairwise(found))
    assert len(found) <= plain_longest(a, b)


@given(ITEMS, ITEMS)
@settings(deadline=None)
def test_matches_of_a_clause_are_as_many_as_can_be(a: list[int], b: list[int]) -> None:
    assert len(matches(a, b)) == plain_longest(a, b)


@given(st.lists(st.integers(0, 3), max_size=90), st.lists(st.integers(0, 3), max_size=90))
@settings(deadline=None, max_examples=20)
def test_matches_of_a_stretch_without_anchors_are_as_many_as_can_be(a: list[int], b: list[int]) -> None:
    """All items twice, over and over, so that no run of them stands once; long enough to be no short stretch."""
    a, b = [8, *[4, 5] * 160, *a, *a, *[4, 5] * 160, 9], [7, *[5, 4] * 160, *b, *b, *[5, 4] * 160, 6]
    runs, others = ([tuple(side[i : i + size]) for size in (1, 3, 8) for i in range(len(side))] for side in (a, b))
    if not any(runs.count(run) == 1 and others.count(run) == 1 for run in set(runs) & set(others)):
        assert len(matches(a, b)) == plain_longest(a, b)


def test_item_that_stands_once_in_long_texts_is_an_anchor() -> None:
    a, b = ["x"] * 300 + ["A"] + ["y"] * 300, ["y"] * 310 + ["A"] + ["x"] * 310
    assert matches(a, b) == [(300, 310)]


def test_longest_rising_part() -> None:
    assert rising([(0, 3), (1, 1), (2, 2), (3, 0)]) == [(1, 1), (2, 2)]
    assert rising([]) == []
