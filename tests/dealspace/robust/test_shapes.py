"""Draws keep to their bounds and have the shape that was given."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from onetext.dealspace import value
from onetext.dealspace.robust.shapes import below, drawn
from onetext.dealspace.robust.unknowns import Unknown
from onetext.dealspace.value import Value

SHAPES = [
    value.interval(Fraction(20), Fraction(70)),
    value.triangular((Fraction(0), Fraction(30), Fraction(60)), Fraction(0), Fraction(100)),
    value.triangular((Fraction(-40), Fraction(30), Fraction(160)), Fraction(0), Fraction(100)),
    value.triangular((Fraction(10), Fraction(10), Fraction(60)), Fraction(0), Fraction(100)),
    value.normal(Fraction(50), Fraction(10), Fraction(0), Fraction(100)),
    value.normal(Fraction(0), Fraction(40), Fraction(0), Fraction(100)),
]


def unknown(shape: Value) -> Unknown:
    return Unknown(0, "score", (0, 0), shape, float(shape.low), float(shape.high))


@pytest.mark.parametrize("shape", SHAPES, ids=[shape.text for shape in SHAPES])
def test_draws_lie_below_a_number_as_often_as_the_cut_shape_says(shape: Value) -> None:
    one = unknown(shape)
    found = drawn([one], 20_000, np.random.default_rng(2))[0]
    assert one.low <= found.min() < found.max() <= one.high
    at = np.linspace(one.low, one.high, 9)
    first, *shares, last = below(one, at)
    expected = (np.array(shares) - first) / (last - first)
    assert np.abs([(found < x).mean() for x in at[1:-1]] - expected).max() < 0.015
