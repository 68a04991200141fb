"""S5: every way up an additive frontier finds what the plain twin finds, packages, ties and all."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import count, product
from time import monotonic

import pytest
from hypothesis import given, settings

from benchmarks.scenarios import GENERATORS, Shape
from onetext.dealspace import answers
from onetext.dealspace.answers import NAMES, Bargain
from onetext.dealspace.enumeration import Enumeration
from onetext.dealspace.field import Frontier
from onetext.dealspace.frontier import additive, grid
from onetext.dealspace.frontier.additive import Additive, Way
from onetext.dealspace.frontier.points import Points
from onetext.dealspace.frontier.reduction import reduction
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, Vector, tally
from tests.dealspace.scenarios import Data, scenarios, table, usable
from tests.plain.frontier import frontier_of
from tests.plain.packages import solved

WAYS: tuple[Way, ...] = ("whole", "rows", "compiled")


def items(packages: Mapping[Vector, Package]) -> list[tuple[Vector, Package]]:
    return list(packages.items())


def invented(chance: random.Random, parties: int, most_points: int = 4, most_options: int = 6) -> Tally:
    """Few distinct numbers, so that ties, equal parties, and points worth nothing to somebody are common."""
    sizes = [chance.randint(1, most_options) for _ in range(chance.randint(1, most_points))]
    high = chance.choice([1, 2, 5, 100])
    own = [tuple(tuple(chance.randint(0, high) for _ in range(size)) for size in sizes) for _ in range(parties)]
    if parties > 1 and chance.random() < 0.2:
        own[1] = own[0]
    most = [sum(map(max, rows)) for rows in own]
    red = frozenset(
        (issue, option) for issue, size in enumerate(sizes) for option in range(size) if chance.random() < 0.05
    )
    return Tally(
        units=tuple(max(1, at) for at in most),
        own=tuple(own),
        base=tuple(chance.randint(0, 2) for _ in range(parties)),
        extras=((),) * parties,
        caps=(None,) * parties,
        floors=tuple(chance.choice([0, at // 3, at // 2, at]) for at in most),
        limited=(True,) * parties,
        red_lines=red,
        rules=(),
    )


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("parties", [1, 2, 3, 4, 5])
def test_every_way_agrees_with_the_twin_on_random_tables(parties: int, way: Way) -> None:
    chance = random.Random(parties)
    for _ in range(100):
        counted = invented(chance, parties)
        found = Additive(counted, way=way).frontier()
        acceptable, expected = frontier_of(counted.own, counted.base, counted.floors, counted.red_lines)
        assert (found.acceptable, found.exact, items(found.packages)) == (acceptable, True, expected)


def test_two_parties_agree_with_the_twin_where_worths_are_too_many_for_a_grid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MOST_BYTES", 0)
    chance = random.Random(6)
    for _ in range(200):
        counted = invented(chance, 2)
        found = Additive(counted, way="compiled").frontier()
        _, expected = frontier_of(counted.own, counted.base, counted.floors, counted.red_lines)
        assert items(found.packages) == expected


@pytest.mark.parametrize("most", [(1 << 15) - 1, 1 << 15, 1 << 20])
def test_a_grid_of_16_and_of_32_bits_hold_the_most_there_can_be(most: int) -> None:
    """The second party's worths are as large as cells take, and many cells are impossible."""
    own = (((0, 7), (0, 11), (0, 3)), ((most - 30, 0), (20, 0), (10, 0)))
    counted = Tally(
        units=(21, most), own=own, base=(0, 0), extras=((), ()), caps=(None, None), floors=(0, 0),
        limited=(False, False), red_lines=frozenset(), rules=(),
    )  # fmt: skip
    assert grid.Grid(reduction(counted, counted.allowed())).fits
    assert items(Additive(counted, way="compiled").frontier().packages) == items(
        Enumeration(counted).frontier().packages
    )


@pytest.mark.parametrize("way", WAYS)
def test_every_way_agrees_with_the_twin_on_files(way: Way) -> None:
    @settings(max_examples=60, deadline=None, derandomize=True)
    @given(scenarios(additive=True))
    def agrees(data: Data) -> None:
        if scenario := usable(data):
            counted, twin = tally(scenario), solved(data)
            found = Additive(counted, way=way).frontier()
            assert found.acceptable == twin["exists"]
            assert [
                (counted.utilities(vector), scenario.named(package)) for vector, package in items(found.packages)
            ] == twin["frontier"]

    agrees()


@pytest.mark.parametrize("kind", sorted(GENERATORS))
@pytest.mark.parametrize("parties", [2, 3, 4, 5])
def test_all_ways_agree_with_enumeration_on_a_thousand_packages(kind: str, parties: int) -> None:
    counted = tally(GENERATORS[kind](Shape(points=5, parties=parties, steps=1000, reservation=Fraction(1, 4)), 1))
    expected = Enumeration(counted).frontier()
    for way in WAYS:
        found = Additive(counted, way=way).frontier()
        assert (found.acceptable, items(found.packages)) == (expected.acceptable, items(expected.packages))


@pytest.mark.parametrize("way", WAYS)
def test_packages_of_more_than_64_bits_are_followed_back_from_stage_to_stage(way: Way) -> None:
    """Forty points of four options; equal points, so that the order of the file decides between equal packages."""
    counted = tally(GENERATORS["opposed"](Shape(points=3, parties=2, steps=60, reservation=None), 4))
    wide = _repeated(counted, 14)
    found = Additive(wide, way=way).frontier()
    assert items(found.packages) == items(Additive(wide, way="whole").frontier().packages)
    for vector, package in found.first(50):
        assert wide.worth(package) == vector


@pytest.mark.parametrize(("parties", "kind"), list(product([2, 3, 4], ["independent", "spatial"])))
def test_twenty_eight_points_keep_what_a_frontier_promises(parties: int, kind: str) -> None:
    """Each package gives its vector, no vector beats another, no single change of a package beats it."""
    counted = tally(GENERATORS[kind](Shape(parties=parties, steps=80 if parties == 4 else 800), 0))
    found = Additive(counted, way="compiled").frontier()
    assert (found.exact, found.acceptable) == (True, True)
    vectors = list(found.packages)
    assert vectors == sorted(set(vectors), reverse=True)
    for vector in random.Random(1).sample(vectors, 40):
        package = found.packages[vector]
        assert counted.worth(package) == vector
        assert min(counted.gains(vector)) >= 0
        assert not any(beats(other, vector) for other in vectors)
        for issue, option in product(range(28), range(4)):
            changed = counted.worth((*package[:issue], option, *package[issue + 1 :]))
            assert not beats(changed, vector)


def test_a_frontier_that_has_no_room_is_on_a_grid_that_keeps_its_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any efficient package well above the reservations has a listed one near; what is listed is really reached."""
    shape = Shape(points=5, parties=4, steps=100_000, reservation=Fraction(1, 10))
    counted = tally(GENERATORS["independent"](shape, 2))
    exact = Enumeration(counted).frontier()
    monkeypatch.setattr(additive, "_PATIENCE", 0)
    coarse = Additive(counted, way="compiled", room=4_000_000).frontier()
    assert (coarse.exact, coarse.acceptable, coarse.computed) == (False, True, True)
    assert coarse.grid is not None
    assert coarse.within is not None
    assert 0 < coarse.within < Fraction(1, 5)
    listed = [counted.utilities(vector) for vector in coarse.packages]
    assert all(counted.worth(package) == vector for vector, package in items(coarse.packages))
    assert all(min(counted.gains(vector)) >= 0 for vector in coarse.packages)
    for vector in exact.packages:
        if min(counted.gains(vector)) >= coarse.within * counted.common:
            near = counted.utilities(vector)
            assert any(all(a >= b - coarse.within for a, b in zip(at, near, strict=True)) for at in listed)


def test_a_frontier_without_any_room_is_not_computed_and_does_not_fail() -> None:
    counted = tally(GENERATORS["independent"](Shape(parties=4, steps=10_000), 0))
    found = Additive(counted, way="compiled", room=1_000).frontier()
    assert (found.size, found.exact, found.computed, found.first(3)) == (None, False, False, [])


def test_a_frontier_whose_time_is_up_is_not_computed() -> None:
    counted = tally(GENERATORS["independent"](Shape(parties=3, steps=10_000), 0))
    found = Additive(counted, Running(monotonic, asked=lambda: True), way="compiled").frontier()
    assert found.size is None


@pytest.mark.parametrize("parties", [4, 5])
def test_a_frontier_in_a_hurry_is_on_the_grid_there_is_time_for(parties: int) -> None:
    """Each look at this clock takes a hundredth of a second, and each point of a package is one or two."""
    counted = tally(GENERATORS["spatial"](Shape(parties=parties, steps=1_000), 0))
    moments = count()
    hurried = Running(lambda: next(moments) / 100, until=1.0)
    found = Additive(counted, hurried, way="compiled").frontier()
    assert (found.exact, found.computed, found.acceptable) == (False, True, True)
    assert found.grid is not None
    assert found.grid <= 100
    assert all(counted.worth(package) == vector for vector, package in found.first(50))


def test_a_frontier_with_time_enough_is_exact() -> None:
    counted = tally(GENERATORS["spatial"](Shape(points=6, parties=4, steps=1_000), 0))
    moments = count()
    found = Additive(counted, Running(lambda: next(moments) / 100, until=60.0), way="compiled").frontier()
    assert found.exact
    assert items(found.packages) == items(Enumeration(counted).frontier().packages)


@pytest.mark.parametrize("factor", [10**12, 10**30])
def test_numbers_of_any_size_stay_exact_for_two_parties(factor: int) -> None:
    small = tally(GENERATORS["spatial"](Shape(points=6, parties=2, steps=1000), 3))
    odd = tuple(tuple(tuple(at * factor + at % 7 for at in row) for row in rows) for rows in small.own)
    large = Tally(
        units=tuple(sum(map(max, rows)) for rows in odd),
        own=odd, base=(0, 0), extras=((), ()), caps=(None, None), floors=(0, 0), limited=(False, False),
        red_lines=frozenset(), rules=(),
    )  # fmt: skip
    assert items(Additive(large).frontier().packages) == items(Enumeration(large).frontier().packages)


@pytest.mark.parametrize(
    ("factor", "kind"), [(1, "int32"), (1 << 19, "int32"), (1 << 22, "int64"), (1 << 80, "object")]
)
def test_points_are_held_in_the_narrowest_numbers_that_fit_and_none_is_cut_off(factor: int, kind: str) -> None:
    small = tally(GENERATORS["spatial"](Shape(points=5, parties=3, steps=1000), 3))
    own = tuple(tuple(tuple(at * factor for at in row) for row in rows) for rows in small.own)
    units = tuple(sum(map(max, rows)) for rows in own)
    large = replace(small, own=own, units=units, floors=(0,) * 3)
    found = Additive(large, way="compiled").frontier().packages
    assert isinstance(found, Points)
    assert items(found) == items(Enumeration(large).frontier().packages)
    assert found.vectors.dtype == kind


def test_answers_read_off_arrays_are_those_read_off_every_point(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(7)
    for _ in range(150):
        counted = invented(chance, chance.randint(2, 4))
        field = Additive(counted, way="compiled")
        frontier = field.frontier()
        if not frontier.acceptable:
            continue
        plain = Frontier(dict(frontier.packages), acceptable=True)
        expected = [Bargain(counted, field, plain).answer(name) for name in NAMES]
        with monkeypatch.context() as few:
            few.setattr(answers, "_MANY", 0)
            assert [Bargain(counted, field, frontier).answer(name) for name in NAMES] == expected


def test_the_points_in_arrays_are_a_mapping_like_any_other() -> None:
    counted = tally(GENERATORS["spatial"](Shape(points=8, parties=3, steps=1000), 3))
    packages = Additive(counted, way="compiled").frontier().packages
    vectors = list(packages)
    assert len(vectors) == len(packages) > 20
    assert all(counted.worth(package) == vector for vector, package in packages.items())
    assert (0, 0, 0) not in packages
    assert all(type(at) is int for vector in vectors[:3] for at in vector)


def test_a_sample_of_a_frontier_is_spread_over_it() -> None:
    counted = tally(GENERATORS["spatial"](Shape(points=8, parties=3, steps=1000), 3))
    frontier = Additive(counted, way="compiled").frontier()
    vectors = list(frontier.packages)
    assert frontier.sample(10**6) == vectors
    assert frontier.sample(10) == Frontier(dict(frontier.packages), acceptable=True).sample(10)
    assert len(frontier.sample(10)) <= 10


def test_a_point_with_one_option_and_a_party_that_wants_nothing() -> None:
    data = table(A=[[100], [0, 50]], B=[[100], [100, 100]])
    scenario = usable(data)
    assert scenario is not None
    assert [package for _, package in items(Additive(tally(scenario)).frontier().packages)] == [(0, 1)]


def beats(one: Vector, other: Vector) -> bool:
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))


def _repeated(counted: Tally, times: int) -> Tally:
    own = tuple(rows * times for rows in counted.own)
    return Tally(
        units=tuple(unit * times for unit in counted.units),
        own=own, base=counted.base, extras=counted.extras, caps=counted.caps, floors=counted.floors,
        limited=counted.limited, red_lines=frozenset(), rules=(),
    )  # fmt: skip


def test_way_in_plain_numbers_stops_in_time() -> None:
    """Keys of five parties with fine utilities do not fit; what Python then goes through can be stopped."""
    counted = tally(GENERATORS["independent"](Shape(points=30, options=6, parties=5, steps=9_000_000), 0))
    start = monotonic()
    found = Additive(counted, Running(monotonic, start + 1), way="whole").frontier()
    assert (found.computed, monotonic() - start < 5) == (False, True)
