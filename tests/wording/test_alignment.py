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
def test_matches_are_as_many_as_can_be_where_nothing_stands_once(a: list[int], b: list[int]) -> None:
    """Without anchors the shortest edit script decides: doubling the items leaves none that stands once."""
    a, b = [0, *a, *a, 9, 9, 1], [2, *b, *b, 9, 9, 3]
    if all(a.count(item) != 1 or b.count(item) != 1 for item in set(a) & set(b)):
        runs = [tuple(a[i : i + 3]) for i in range(len(a))]
        others = [tuple(b[i : i + 3]) for i in range(len(b))]
        if not any(runs.count(run) == 1 and others.count(run) == 1 for run in runs):
            assert len(matches(a, b)) == plain_longest(a, b)


def test_item_that_stands_once_is_an_anchor() -> None:
    assert matches(list("xxAyy"), list("yyAxx")) == [(2, 2)]


def test_longest_rising_part() -> None:
    assert rising([(0, 3), (1, 1), (2, 2), (3, 0)]) == [(1, 1), (2, 2)]
    assert rising([]) == []
