from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onetext.dealspace.combination import Extra, best_combination
from onetext.dealspace.logic import single
from onetext.files.faults import Faults

Own = list[list[int]]


@st.composite
def worths(draw: st.DrawFn) -> tuple[Own, list[Extra]]:
    own = draw(st.lists(st.lists(st.integers(0, 20), min_size=1, max_size=4), min_size=1, max_size=4))
    choice = st.integers(0, len(own) - 1).flatmap(
        lambda issue: st.tuples(st.just(issue), st.integers(0, len(own[issue]) - 1))
    )
    extra = st.tuples(st.frozensets(choice, min_size=1, max_size=3), st.integers(-20, 20))
    return own, draw(st.lists(extra, max_size=5))


def total(own: Own, extras: list[Extra], package: tuple[int, ...]) -> int:
    held = set(enumerate(package))
    return sum(own[issue][option] for issue, option in held) + sum(int(worth) for when, worth in extras if when <= held)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(worths())
def test_best_combination_is_the_best_of_all(worth: tuple[Own, list[Extra]]) -> None:
    own, extras = worth
    most, package = best_combination(own, extras)
    assert most == max(total(own, extras, other) for other in product(*(range(len(row)) for row in own)))
    assert total(own, extras, package) == most


def test_too_many_interactions_are_refused_instead_of_searched_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single, "_MOST_WORK", 0)
    own = [[0, 0, 0, 0] for _ in range(60)]
    extras: list[Extra] = [
        (frozenset({(a, option), (b, (option + a + b) % 4)}), 1)
        for a in range(60)
        for b in range(a)
        for option in range(4)
    ]
    with pytest.raises(Faults, match="too many interactions"):
        best_combination(own, extras)
