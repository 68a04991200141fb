"""The exact interval of a utility over all admissible values and orders, top and bottom together."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onetext.dealspace.intervals import Interval, utility_interval
from onetext.dealspace.orders import tightened
from onetext.dealspace.scenario import Interaction, Preferences
from onetext.dealspace.scenario_file import parse_scenario
from onetext.dealspace.value import Value, interval, number
from tests.dealspace.scenarios import river, table
from tests.plain.utilities import Package, Party, Range, corners, meetings, packages, sampled, utility


def preferences(party: Party) -> Preferences:
    return Preferences(
        "A",
        None,
        tuple(value(ends) for ends in party.weights),
        tuple(tuple(value(ends) for ends in row) for row in party.scores),
        tuple(party.orders),
        frozenset(),
        tuple(Interaction(tuple(choices), value(ends)) for choices, ends in party.interactions),
    )


def value(ends: Range) -> Value:
    low, high = ends
    return number(low) if low == high else interval(low, high)


def _range(draw: st.DrawFn, low: int, high: int, step: int, *, fixed: bool = False) -> Range:
    ends = [draw(st.integers(low, high)) * step for _ in range(2)]
    return (Fraction(ends[0]),) * 2 if fixed else (Fraction(min(ends)), Fraction(max(ends)))


@st.composite
def parties(draw: st.DrawFn, *, interactions: bool, one_weight: bool = False) -> tuple[Party, Package, int]:
    """A party, a package, and the issue whose weight is uncertain where only one is."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    issue = draw(st.integers(0, len(sizes) - 1))
    weights = [_range(draw, 0, 6, 10, fixed=one_weight and number != issue) for number in range(len(sizes))]
    uncertain = 5  # the twin tries both ends of each
    scores = []
    for size in sizes:
        row = [_range(draw, 0, 4, 25, fixed=uncertain <= position or draw(st.booleans())) for position in range(size)]
        uncertain -= sum(low < high for low, high in row)
        scores.append(row)
    extras = []
    if interactions:
        for _ in range(draw(st.integers(1, 2))):
            named = draw(st.lists(st.integers(0, len(sizes) - 1), min_size=1, unique=True))
            when = [(number, draw(st.integers(0, sizes[number] - 1))) for number in named]
            extras.append((when, _range(draw, -4, 4, 10, fixed=draw(st.booleans()))))
    ranked = draw(st.permutations(range(len(sizes))))
    orders = [pair for pair in pairwise(ranked) if draw(st.booleans())]
    party = Party(weights, scores, extras, orders)
    low, high = tightened([ends[0] for ends in weights], [ends[1] for ends in weights], orders)
    assume(all(a <= b for a, b in zip(low, high, strict=True)))
    return party, draw(st.sampled_from(packages(party))), issue


def assert_within(party: Party, package: Package, found: Interval) -> None:
    for point in sampled(party, random.Random(7), 40):
        at = utility(party, point, package)
        if at is not None:
            assert found.low is None or found.low <= at
            assert at <= found.high


def worthless(party: Party, package: Package) -> bool:
    return all(utility(party, point, package) is None for point in sampled(party, random.Random(1), 20))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(parties(interactions=False))
def test_interval_without_interactions_is_that_of_the_corners(case: tuple[Party, Package, int]) -> None:
    party, package, _ = case
    assume(not worthless(party, package))
    found = utility_interval(preferences(party), package)
    reached = [at for point in corners(party) if (at := utility(party, point, package)) is not None]
    assert (found.low, found.high) == (min(reached), max(reached))


@settings(max_examples=12, deadline=None, derandomize=True)
@given(parties(interactions=True, one_weight=True))
def test_interval_with_one_uncertain_weight_is_that_of_corners_and_meetings(case: tuple[Party, Package, int]) -> None:
    party, package, issue = case
    assume(not worthless(party, package))
    found = utility_interval(preferences(party), package)
    reached = [at for point in meetings(party, issue) if (at := utility(party, point, package)) is not None]
    assert found.high == max(reached)
    assert found.low is None or found.low == min(reached)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(parties(interactions=True))
def test_no_admissible_value_leads_outside_the_interval(case: tuple[Party, Package, int]) -> None:
    party, package, _ = case
    assume(not worthless(party, package))
    assert_within(party, package, utility_interval(preferences(party), package))


def test_top_and_bottom_move_together() -> None:
    """Both options score between 40 and 60: the ratio cannot leave 40/60, though each worth alone runs from 40."""
    data = table(A=[[0, 0]])
    data["parties"]["A"]["scores"] = {"i0": {"o0": [40, 60], "o1": [40, 60]}}
    party = parse_scenario(data, "two.yaml").parties[0]
    assert utility_interval(party, (0,)) == Interval(Fraction(2, 3), Fraction(1))


def test_a_value_known_for_sure_has_one_utility() -> None:
    party = parse_scenario(table(A=[[30, 90], [20, 10]]), "sure.yaml").parties[0]
    assert utility_interval(party, (0, 0)) == Interval(Fraction(50, 110), Fraction(50, 110))


def test_an_order_narrows_the_interval() -> None:
    data = table(A=[[100, 0], [0, 100]])
    data["parties"]["A"]["weights"] = {"i0": [0, 60], "i1": [0, 60]}
    party = parse_scenario(data, "free.yaml").parties[0]
    assert utility_interval(party, (0, 1)) == Interval(Fraction(1), Fraction(1))
    assert utility_interval(party, (0, 0)) == Interval(Fraction(0), Fraction(1))
    data["parties"]["A"]["orders"] = ["i0 > i1"]
    ordered = parse_scenario(data, "ordered.yaml").parties[0]
    assert utility_interval(ordered, (0, 0)) == Interval(Fraction(1, 2), Fraction(1))


def test_the_best_package_of_the_example_stays_the_best() -> None:
    party = parse_scenario(river(), "river.yaml").parties[0]
    assert utility_interval(party, (0, 2)) == Interval(Fraction(1), Fraction(1))


def test_a_cost_against_next_to_nothing_has_no_lower_bound() -> None:
    data = table(A=[[100, 50]])
    data["parties"]["A"] |= {"weights": {"i0": [0, 30]}, "interactions": [{"when": ["i0=o1"], "value": -10}]}
    party = parse_scenario(data, "cost.yaml").parties[0]
    assert utility_interval(party, (1,)) == Interval(None, Fraction(5, 30))


def test_a_package_never_worth_anything_has_a_negative_top() -> None:
    data = table(A=[[100, 50]])
    data["parties"]["A"] |= {"weights": {"i0": [10, 30]}, "interactions": [{"when": ["i0=o1"], "value": -40}]}
    party = parse_scenario(data, "never.yaml").parties[0]
    assert utility_interval(party, (1,)) == Interval(Fraction(-35, 10), Fraction(-25, 30))


def test_a_normal_weight_runs_three_deviations_each_way_but_not_below_zero() -> None:
    data = table(A=[[100, 0], [0, 100]])
    data["parties"]["A"]["weights"] = {"i0": {"normal": [20, 10]}, "i1": 50}
    party = parse_scenario(data, "normal.yaml").parties[0]
    assert utility_interval(party, (0, 0)) == Interval(Fraction(0), Fraction(1, 2))


def test_scores_of_a_triangle_are_cut_to_the_scale() -> None:
    data = table(A=[[100, 0]])
    data["parties"]["A"]["scores"]["i0"]["o1"] = {"triangular": [-20, 30, 130]}
    party = parse_scenario(data, "triangle.yaml").parties[0]
    assert utility_interval(party, (1,)) == Interval(Fraction(0), Fraction(1))
