"""Weights under known orders are drawn as plain rejection draws them."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from onetext.dealspace import value
from onetext.dealspace.robust import ordered
from onetext.dealspace.robust.ordered import Group, groups
from onetext.dealspace.robust.shapes import Floats, drawn
from onetext.dealspace.robust.unknowns import Unknown
from onetext.dealspace.scenario import Choice
from onetext.dealspace.value import Value

FLAT = value.interval(Fraction(0), Fraction(100))
LOW = value.interval(Fraction(10), Fraction(60))
BELL = value.normal(Fraction(40), Fraction(15), Fraction(0), None)
HILL = value.triangular((Fraction(0), Fraction(20), Fraction(90)), Fraction(0), None)
CHAIN = [(0, 1), (1, 2), (2, 3)]
DIAMOND = [(0, 1), (0, 2), (1, 3), (2, 3)]


def weights(*values: Value) -> list[Unknown]:
    return [Unknown(0, "weight", (at,), v, float(v.low), float(v.high)) for at, v in enumerate(values)]


def rejected(unknowns: list[Unknown], orders: list[Choice], count: int) -> Floats:
    found = drawn(unknowns, count, np.random.default_rng(5))
    keeps = np.all([found[heavy] >= found[light] for heavy, light in orders], axis=0)
    kept: Floats = found[:, keeps]
    return kept


def distance(one: Floats, other: Floats) -> float:
    """The largest gap between two empirical distributions (Kolmogorov and Smirnov)."""
    at = np.concatenate([one, other])
    ranks = [np.searchsorted(np.sort(side), at, side="right") / len(side) for side in (one, other)]
    return float(np.abs(ranks[0] - ranks[1]).max())


def assert_like_rejection(unknowns: list[Unknown], orders: list[Choice]) -> None:
    group = Group.of(unknowns, orders)
    found = group.drawn(8000, np.random.default_rng(7))
    plain = rejected(unknowns, orders, 400_000)
    assert all((found[heavy] >= found[light]).all() for heavy, light in orders)
    for column in range(len(unknowns)):
        bound = 1.95 * (1 / found.shape[1] + 1 / plain.shape[1]) ** 0.5  # passed by chance once in a thousand
        assert distance(found[column], plain[column]) < bound
    gaps = [(found[heavy] - found[light], plain[heavy] - plain[light]) for heavy, light in orders]
    assert all(distance(*gap) < 0.05 for gap in gaps)


@pytest.mark.parametrize(
    ("values", "orders"),
    [
        ((FLAT, FLAT, FLAT, FLAT), CHAIN),
        ((LOW, FLAT, BELL, HILL), CHAIN),
        ((FLAT, LOW, HILL, BELL), [(0, 1), (2, 1), (2, 3)]),
        ((FLAT, FLAT, LOW, BELL), DIAMOND),
        ((FLAT, FLAT, FLAT), [(0, 1), (1, 2), (0, 2)]),
    ],
    ids=["chain", "chain of shapes", "zigzag", "diamond", "with what follows"],
)
def test_marginals_are_those_of_rejection(values: tuple[Value, ...], orders: list[Choice]) -> None:
    assert_like_rejection(weights(*values), orders)


def test_gibbs_steps_come_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ordered, "_WORTH", 1.1)
    assert Group.of(weights(FLAT, LOW, BELL, FLAT), DIAMOND).gibbs
    assert_like_rejection(weights(FLAT, LOW, BELL, FLAT), DIAMOND)


def test_long_chain_has_the_means_of_sorted_numbers() -> None:
    group = Group.of(weights(*[FLAT] * 28), [(at, at + 1) for at in range(27)])
    means = group.drawn(4000, np.random.default_rng(3)).mean(axis=1)
    expected = [100 * (28 - at) / 29 for at in range(28)]
    assert max(abs(mean - at) for mean, at in zip(means, expected, strict=True)) < 0.6


def test_orders_that_follow_from_others_are_left_out() -> None:
    assert Group.of(weights(FLAT, FLAT, FLAT), [(0, 2), (0, 1), (1, 2)]).orders == ((0, 1), (1, 2))


def test_only_weights_tied_to_one_another_make_a_group() -> None:
    assert groups([0, 1, 2, 3, 5], [(3, 1), (5, 0), (1, 2)]) == [[0, 5], [1, 2, 3]]


def test_a_thousand_weights_in_one_chain_are_drawn() -> None:
    group = Group.of(weights(*[FLAT] * 400), [(at, at + 1) for at in range(399)])
    found = group.drawn(20, np.random.default_rng(3))
    assert (np.diff(found, axis=0) <= 0).all()
