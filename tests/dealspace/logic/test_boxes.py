"""Worth by boxes of options, as in Genius files: losses outside, caps, several options a side."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product

import pytest

from onetext.dealspace.answers import NAMES
from onetext.dealspace.logic import engine
from onetext.dealspace.logic.engine import Logic
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Issue, Package, Preferences, Rectangle, Scenario
from onetext.dealspace.tally import Tally, tally
from onetext.dealspace.value import number

ZERO = number(Fraction(0))
Utilities = tuple[Fraction, ...]


def made_up(seed: int, parties: int) -> Scenario:
    """Few issues, boxes over one to three of them, some paid outside; small scales, so that caps bite."""
    chance = random.Random(seed)
    issues = tuple(Issue(f"i{at}", tuple(map(str, range(chance.randint(2, 5))))) for at in range(chance.randint(1, 4)))

    def rectangle() -> Rectangle:
        sides = []
        for at in sorted(chance.sample(range(len(issues)), chance.randint(1, min(3, len(issues))))):
            low, high = sorted(chance.choices(range(len(issues[at].options)), k=2))
            sides.append((at, frozenset(range(low, high + 1))))
        return Rectangle(tuple(sides), Fraction(chance.randint(1, 9)), outside=chance.random() < 0.3)

    def party(at: int) -> Preferences:
        rectangles = tuple(rectangle() for _ in range(chance.randint(1, 7)))
        whole = sum((one.worth for one in rectangles), Fraction(0))
        return Preferences(
            name=f"P{at}",
            reservation=number(Fraction(chance.randint(0, 6), 10)),
            weights=(ZERO,) * len(issues),
            scores=tuple((ZERO,) * len(issue.options) for issue in issues),
            rectangles=rectangles,
            scale=whole * chance.choice([Fraction(1, 2), Fraction(3, 4), Fraction(1)]),
        )

    return Scenario("made up", issues, tuple(map(party, range(parties))), draft=(None,) * len(issues))


def utility(party: Preferences, package: Package) -> Fraction:
    """As the format says, box by box."""
    total = Fraction(0)
    for one in party.rectangles:
        if all(package[issue] in options for issue, options in one.box) != one.outside:
            total += one.worth
    assert party.scale is not None
    return min(Fraction(1), total / party.scale)


def good(scenario: Scenario) -> list[tuple[Utilities, Package]]:
    """All acceptable packages, in the order of the file."""
    found = []
    for package in product(*(range(len(issue.options)) for issue in scenario.issues)):
        utilities = tuple(utility(party, package) for party in scenario.parties)
        if all(at >= floor for at, floor in zip(utilities, floors(scenario), strict=True)):
            found.append((utilities, package))
    return found


def floors(scenario: Scenario) -> Utilities:
    return tuple(party.reservation.middle for party in scenario.parties if party.reservation)


def first_efficient(found: list[tuple[Utilities, Package]]) -> list[tuple[Utilities, Package]]:
    first: dict[Utilities, Package] = {}
    for utilities, package in found:
        first.setdefault(utilities, package)
    kept = [
        one
        for one in first
        if not any(other != one and all(a >= b for a, b in zip(other, one, strict=True)) for other in first)
    ]
    return [(one, first[one]) for one in sorted(kept, reverse=True)]


def best(name: str, found: list[tuple[Utilities, Package]], least: Utilities) -> tuple[Fraction, Package]:
    gains = [tuple(a - b for a, b in zip(utilities, least, strict=True)) for utilities, _ in found]
    ideal = [max(column) for column in zip(*gains, strict=True)]

    def value(gain: Utilities) -> Fraction:
        if name == "nash":
            at = Fraction(1)
            for one in gain:
                at *= one
            return at
        if name == "kalai_smorodinsky":
            return min(one / top if top else Fraction(1) for one, top in zip(gain, ideal, strict=True))
        return sum(gain, Fraction(0)) + sum(least, Fraction(0)) if name == "utilitarian" else min(gain)

    chosen = max(range(len(found)), key=lambda at: (value(gains[at]), sorted(gains[at]), -at))
    return value(gains[chosen]), found[chosen][1]


def unhurried(counted: Tally) -> Logic:
    return Logic(counted, Running(lambda: 0.0))


@pytest.mark.parametrize("parties", [1, 2, 3])
def test_boxes_are_counted_as_the_twin_counts_them(parties: int) -> None:
    for seed in range(40):
        scenario = made_up(seed, parties)
        counted = tally(scenario)
        logic, found = unhurried(counted), good(scenario)
        assert logic.exists() == bool(found)
        if not found:
            continue
        frontier = logic.frontier()
        seen = [(counted.utilities(vector), package) for vector, package in frontier.packages.items()]
        assert (seed, seen) == (seed, first_efficient(found))
        for name in NAMES:
            answer = logic.answer(name)
            assert answer is not None
            assert (seed, name, answer.value, answer.package) == (seed, name, *best(name, found, floors(scenario)))


def test_a_stopped_search_says_how_far_off_it_can_be() -> None:
    scenario = next(made for seed in range(40) if len(good(made := made_up(seed, 2))) > 20)
    logic = Logic(tally(scenario), Running(lambda: 0.0, asked=lambda: True))
    frontier = logic.frontier()
    assert not frontier.exact
    answer = logic.answer("utilitarian")
    assert answer is not None
    most, _ = best("utilitarian", good(scenario), floors(scenario))
    assert answer.proved is False
    assert answer.value <= most <= answer.value + answer.gap


def test_a_frontier_too_large_is_close_to_every_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_FEW", 2)
    monkeypatch.setattr(engine, "_POINTS", 8)
    rounded = 0
    for seed in range(30):
        scenario = made_up(seed, 3)
        counted = tally(scenario)
        frontier = unhurried(counted).frontier()
        if frontier.exact or frontier.within is None:
            continue
        rounded += 1
        listed = [counted.utilities(vector) for vector in frontier.packages]
        for utilities, _ in good(scenario):
            assert any(
                all(at - have < frontier.within for at, have in zip(utilities, one, strict=True)) for one in listed
            )
    assert rounded > 0
