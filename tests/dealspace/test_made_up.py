"""The scenarios that benchmarks make up keep what they promise."""

from __future__ import annotations

from fractions import Fraction

import pytest

from benchmarks.scenarios import GENERATORS, Shape, as_file, shared_out, worths
from onetext.dealspace.scenario_file import parse_scenario
from onetext.dealspace.tally import tally


@pytest.mark.parametrize("kind", sorted(GENERATORS))
def test_the_best_package_gives_exactly_the_steps(kind: str) -> None:
    shape = Shape(points=7, parties=3, steps=1000)
    for rows in worths(kind, shape, 5):
        assert sum(max(row) for row in rows) == 1000
        assert min(min(row) for row in rows) >= 0


@pytest.mark.parametrize("kind", sorted(GENERATORS))
def test_the_same_seed_gives_the_same_scenario_and_another_a_different_one(kind: str) -> None:
    shape = Shape(points=5, parties=3, steps=1000, interactions=4, rules=3)
    make = GENERATORS[kind]
    assert make(shape, 1) == make(shape, 1)
    assert make(shape, 1) != make(shape, 2)


@pytest.mark.parametrize("kind", sorted(GENERATORS))
def test_the_file_says_the_same_as_the_scenario(kind: str) -> None:
    shape = Shape(points=6, parties=2, steps=10_000)
    written = tally(parse_scenario(as_file(shape, worths(kind, shape, 3)), "written.yaml"))
    assert written == tally(GENERATORS[kind](shape, 3))


def test_as_many_interactions_and_rules_as_asked() -> None:
    made = GENERATORS["spatial"](Shape(points=9, parties=4, interactions=20, rules=15), 0)
    assert sum(len(party.interactions) for party in made.parties) == 20
    assert (len(made.rules), made.parties[0].reservation is not None) == (15, True)


def test_shares_add_up() -> None:
    assert shared_out(10, [1.0, 1.0, 1.0]) == [4, 3, 3]
    assert Shape().reservation == Fraction(3, 10)
