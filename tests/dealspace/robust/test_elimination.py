"""Issue by issue comes to what going through all packages comes to."""

from __future__ import annotations

import random
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.dealspace.robust import elimination
from onetext.dealspace.robust.elimination import Elimination
from onetext.dealspace.robust.worths import Touched
from onetext.dealspace.scenario import Box, inside

DRAWS = 3


def invented(chance: random.Random) -> tuple[list[int], list[Box]]:
    sizes = [chance.randint(1, 3) for _ in range(chance.randint(1, 5))]
    boxes: list[Box] = []
    for _ in range(chance.randint(0, 5)):
        issues = sorted(chance.sample(range(len(sizes)), chance.randint(0, min(3, len(sizes)))))
        boxes.append(tuple((i, frozenset(chance.sample(range(sizes[i]), chance.randint(0, sizes[i])))) for i in issues))
    return sizes, boxes


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.integers(0, 10**9))
def test_best_package_is_that_of_all_packages(seed: int) -> None:
    chance = random.Random(seed)
    sizes, boxes = invented(chance)
    own = np.zeros((len(sizes), max(sizes), DRAWS))
    for issue, size in enumerate(sizes):
        own[issue, :size] = [[chance.randint(0, 9) for _ in range(DRAWS)] for _ in range(size)]
    extras = np.array([[chance.randint(-9, 9) for _ in range(DRAWS)] for _ in boxes], float).reshape(len(boxes), DRAWS)

    def worth(package: tuple[int, ...], draw: int) -> float:
        held = sum(extras[box, draw] for box, sides in enumerate(boxes) if inside(sides, package))
        return float(sum(own[issue, option, draw] for issue, option in enumerate(package)) + held)

    most = [max(worth(package, draw) for package in product(*map(range, sizes))) for draw in range(DRAWS)]
    assert Touched.of(sizes, boxes).best(own, extras).tolist() == most


def test_issues_tied_too_widely_are_searched_with_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [((i, frozenset([0])), (j, frozenset([1]))) for i in range(4) for j in range(i + 1, 4)]
    own = np.arange(4 * 3 * DRAWS, dtype=float).reshape(4, 3, DRAWS)
    extras = np.arange(len(pairs) * DRAWS, dtype=float).reshape(len(pairs), DRAWS) * 7
    by_issue = Touched.of([3] * 4, pairs)
    assert by_issue.by_issue is not None

    monkeypatch.setattr(elimination, "_MOST_CELLS", 8)
    assert Elimination.of([3] * 4, pairs) is None
    assert Touched.of([3] * 4, pairs).best(own, extras).tolist() == by_issue.best(own, extras).tolist()
