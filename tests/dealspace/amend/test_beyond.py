"""S2, S5: proofs beyond three changes, by branch and bound and by CP-SAT, agree with going through all packages."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings

from benchmarks.scenarios import GENERATORS, Shape
from onetext.dealspace.amend import beyond as beyond_module
from onetext.dealspace.amend import logic
from onetext.dealspace.amend.amending import amend
from onetext.dealspace.amend.beyond import highest
from onetext.dealspace.amend.ceiling import ceiling
from onetext.dealspace.amend.logic import logic_ceiling
from onetext.dealspace.amend.moves import Moves
from onetext.dealspace.amend.smallest import improves, smallest
from onetext.dealspace.enumeration import Enumeration
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package, Rectangle
from onetext.dealspace.tally import Tally, Vector, tally
from tests.dealspace.amend.test_amending import drafted, still
from tests.dealspace.scenarios import Data, scenarios, usable
from tests.plain.amendments import Draft

RUNNING = Running(still)


def highest_of_all(counted: Tally, floors: Vector) -> Fraction | None:
    sums = [sum(counted.utilities(vector), Fraction(0)) for _, _, vector in Enumeration(counted).walk(floors)]
    return max(sums, default=None)


def sum_of(counted: Tally, package: Package | None) -> Fraction | None:
    return None if package is None else sum(counted.utilities(counted.worth(package)), Fraction(0))


@settings(max_examples=80, deadline=None, derandomize=True)
@given(scenarios(additive=True))
def test_branch_and_bound_finds_the_largest_sum(data: Data) -> None:
    if scenario := usable(data):
        counted = tally(scenario)
        top = ceiling(counted, counted.floors, None, RUNNING)
        assert (sum_of(counted, top.package), top.proved) == (highest_of_all(counted, counted.floors), True)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(scenarios())
def test_model_finds_the_largest_sum(data: Data) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(logic, "_WORTH_ENUMERATING", 0)
        if scenario := usable(data):
            counted = tally(scenario)
            top = logic_ceiling(counted, counted.floors, None, Running(still))
            assert (sum_of(counted, top.package), top.proved) == (highest_of_all(counted, counted.floors), True)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(drafted())
def test_counting_parties_nearly_alike_proves_as_much_about_being_efficient(data: Data) -> None:
    def only_rounded(counted: Tally, factors: Sequence[int]) -> bool:
        return list(factors) != [counted.common // unit for unit in counted.units]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(beyond_module, "_WORTH_ENUMERATING", 0)
        for name, at in (("_WORTH_ENUMERATING", 0), ("MOST_PACKAGES", 0), ("_fits", only_rounded), ("_FINE", 2)):
            patch.setattr(logic, name, at)
        scenario = usable(data)
        far = amend(scenario, still).beyond if scenario else None
    if far is None or scenario is None or tally(scenario).additive:
        return
    twin = Draft(data, data["draft"])
    assert far.efficient == twin.efficient()
    if far.best is not None:
        assert far.best.choices in twin.efficient_not_worse()
        assert not far.proved


@settings(max_examples=40, deadline=None, derandomize=True)
@given(drafted())
def test_search_agrees_with_the_twin_where_it_claims_a_proof(data: Data) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(beyond_module, "_WORTH_ENUMERATING", 0)
        scenario = usable(data)
        far = amend(scenario, still).beyond if scenario else None
    if far is None:
        return
    twin = Draft(data, data["draft"])
    efficient = twin.efficient_not_worse()
    assert far.efficient == twin.efficient()
    assert far.proved
    if far.efficient or not efficient:
        assert (far.best, far.nearest) == (None, None)
        return
    assert far.best is not None
    assert far.nearest is not None
    assert twin.rank(far.best.choices)[0] == min(map(twin.rank, efficient))[0]
    least = min(map(len, efficient))
    assert far.at_least <= least <= len(far.nearest.choices)
    if far.nearest_proved:
        assert len(far.nearest.choices) == least
        assert twin.rank(far.nearest.choices)[0] == min(twin.rank(one) for one in efficient if len(one) == least)[0]


@pytest.mark.parametrize("kind", list(GENERATORS))
def test_a_draft_of_28_points_is_proved_efficient_once_it_is_best(kind: str) -> None:
    scenario = GENERATORS[kind](Shape(parties=5, reservation=None), 1)
    chance = random.Random(1)
    draft = tuple(chance.randrange(4) for _ in scenario.issues)
    first = amend(replace(scenario, draft=draft), still)
    assert first.beyond is not None
    assert (first.beyond.efficient, first.beyond.proved) == (False, True)
    assert first.beyond.best is not None
    assert min(first.beyond.best.gains) >= 0
    better = list(draft)
    for issue, option in first.beyond.best.choices:
        better[issue] = option
    second = amend(replace(scenario, draft=tuple(better)), still)
    assert second.beyond is not None
    assert (second.beyond.efficient, second.ordered()) == (True, [])


def test_a_stopped_search_claims_nothing() -> None:
    scenario = GENERATORS["opposed"](Shape(parties=8, reservation=None), 1)
    counted = tally(scenario)
    draft = (0,) * 28
    stopped = Running(still, asked=lambda: True)
    found = amend(replace(scenario, draft=draft), still, stopped)
    assert [one.complete for one in found.found] == [False, False, False]
    top = ceiling(counted, counted.worth(draft), None, stopped)
    assert top.proved is False


def test_worth_that_fits_no_machine_number_is_compared_all_the_same() -> None:
    scenario = GENERATORS["independent"](Shape(points=5, parties=3, steps=1000), 1)
    small = tally(scenario)
    factor = 10**30
    large = replace(
        small,
        units=tuple(unit * factor for unit in small.units),
        own=tuple(tuple(tuple(at * factor for at in row) for row in own) for own in small.own),
        base=tuple(at * factor for at in small.base),
        floors=tuple(at * factor for at in small.floors),
    )
    draft = (0, 1, 2, 3, 0)
    one, other = Moves(small, draft), Moves(large, draft)
    assert (one.dtype, other.dtype) == (one.single.dtype, object)
    for few, many in zip(
        smallest(one, improves, 3, 50, RUNNING), smallest(other, improves, 3, 50, RUNNING), strict=True
    ):
        assert [change.choices for change in few.minimal] == [change.choices for change in many.minimal]
        assert many.count > 0
    assert highest(large, other.start, draft, RUNNING).package == highest(small, one.start, draft, RUNNING).package


def test_worth_above_the_cap_is_no_gain() -> None:
    """A file that gives its own scale: no package counts for more than 1, and a rectangle pays outside too."""
    base = GENERATORS["independent"](Shape(points=4, options=3, parties=2, steps=100, reservation=None), 3)
    capped = replace(
        base.parties[0],
        scale=Fraction(40),
        rectangles=(
            Rectangle(((0, frozenset([1])), (1, frozenset([0, 2])), (2, frozenset([1, 2]))), Fraction(15)),
            Rectangle(((1, frozenset([1])), (3, frozenset([0]))), Fraction(9), outside=True),
        ),
    )
    scenario = replace(base, parties=(capped, base.parties[1]))
    counted = tally(scenario)
    seen = 0
    for head, tail, vector in Enumeration(replace(counted, floors=(-(10**9),) * 2)).walk(None):
        draft = Enumeration(counted).package(head, tail)
        moves = Moves(counted, draft)
        assert moves.start == vector
        for size in (1, 2, 3):
            for sets in moves.sets(size):
                for column, numbers in enumerate(zip(*(place.tolist() for place in sets.moves), strict=True)):
                    after = counted.worth(moves.changed(numbers))
                    assert tuple(sets.gains[:, column]) == tuple(a - b for a, b in zip(after, vector, strict=True))
                    seen += 1
    assert seen > 5000
