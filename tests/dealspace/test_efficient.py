from __future__ import annotations

import random

import pytest

from onetext.dealspace import efficient as module
from onetext.dealspace.efficient import efficient
from onetext.dealspace.tally import Vector


def beaten(one: Vector, other: Vector) -> bool:
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("width", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("top", [2, 5, 1000])
def test_efficient_keeps_what_nothing_beats(width: int, top: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BLOCK", 16)
    monkeypatch.setattr(module, "_STRONG", 2)
    chance = random.Random(width * top)
    vectors = [tuple(chance.randint(0, top) for _ in range(width)) for _ in range(120)]
    expected = {one for one in vectors if not any(beaten(one, other) for other in vectors)}
    assert efficient(vectors) == sorted(expected, reverse=True)


def test_efficient_of_nothing_is_nothing() -> None:
    assert efficient([]) == []


def test_numbers_beyond_machine_words_are_compared_exactly() -> None:
    huge = 10**30
    assert efficient([(huge + 1, huge), (huge, huge), (huge, huge + 1)]) == [(huge + 1, huge), (huge, huge + 1)]
