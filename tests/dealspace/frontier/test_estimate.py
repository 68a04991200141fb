from fractions import Fraction

import pytest

from benchmarks.scenarios import GENERATORS, Shape
from onetext.dealspace.frontier.additive import Additive
from onetext.dealspace.frontier.estimate import estimate
from onetext.dealspace.tally import tally


@pytest.mark.parametrize(("parties", "steps"), [(2, 5_000), (3, 2_000), (4, 200)])
def test_an_estimate_is_of_the_right_size(parties: int, steps: int) -> None:
    counted = tally(GENERATORS["spatial"](Shape(parties=parties, steps=steps), 0))
    size = Additive(counted, way="compiled").frontier().size
    assert size is not None
    assert size / 10 < estimate(counted).points < size * 10


def test_nothing_acceptable_takes_nothing() -> None:
    counted = tally(GENERATORS["opposed"](Shape(points=4, parties=4, steps=100, reservation=Fraction(1)), 0))
    assert estimate(counted).points == 0


def test_more_parties_than_can_be_swept_are_beyond_any_estimate() -> None:
    counted = tally(GENERATORS["spatial"](Shape(points=6, parties=6, steps=100, reservation=None), 0))
    assert estimate(counted).seconds == float("inf")
