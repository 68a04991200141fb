"""Round numbers and opposite wishes, where targets are met by exact balance; parties that name no reservation."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product

import pytest

from onetext.dealspace.logic import engine, search
from onetext.dealspace.logic.deciding import Decider
from onetext.dealspace.logic.engine import Logic
from onetext.dealspace.logic.model import Model
from onetext.dealspace.running import Running
from onetext.dealspace.scenario_file import parse_scenario
from onetext.dealspace.tally import Tally, tally
from tests.dealspace.logic.test_engine import assert_same_as_twin
from tests.dealspace.scenarios import Data, table
from tests.dealspace.test_solve import large


def balanced(parties: int) -> Data:
    """Every other party wants the opposite."""
    data = large(parties)
    data["rules"] = [{"if": ["i0=o0"], "then_not": ["i1=o1"]}]
    data["parties"]["P0"]["interactions"] = [{"when": ["i2=o1", "i3=o2"], "value": -5}]
    return data


def counted(data: Data) -> Tally:
    return tally(parse_scenario(data, "x.yaml"))


def small(seed: int, *, limited: bool) -> Data:
    """Losses from interactions, few distinct scores, rules; some or all parties without a reservation."""
    chance = random.Random(seed)
    scores = {f"P{p}": [[chance.choice([0, 50, 100]) for _ in range(3)] for _ in range(4)] for p in range(3)}
    data = table(**scores)
    for party in data["parties"].values():
        party["interactions"] = [
            {"when": [f"i{a}=o{chance.randrange(3)}" for a in sorted(chance.sample(range(4), 2))], "value": value}
            for value in chance.choices([-250, -150, -20, 30], k=6)
        ]
        if limited and chance.random() < 0.4:
            party["reservation"] = 0.3
    data["rules"] = [{"if": [f"i0=o{chance.randrange(3)}"], "then": [f"i1=o{chance.randrange(3)}"]}]
    return data


@pytest.mark.parametrize("limited", [False, True])
def test_who_names_no_reservation_may_lose(limited: bool) -> None:
    for seed in range(12):
        assert_same_as_twin(small(seed, limited=limited))


@pytest.mark.parametrize("names", [("P0",), ("P0", "P1", "P2")])
def test_where_every_package_costs_somebody_the_smallest_loss_is_the_answer(names: tuple[str, ...]) -> None:
    for seed in range(6):
        data = small(seed, limited=False)
        for name in names:
            options = [[f"i2={a}", f"i3={b}"] for a, b in product(("o0", "o1", "o2"), repeat=2)][1:]
            data["parties"][name]["interactions"] += [{"when": when, "value": -500} for when in options]
        data["rules"] = [{"if": ["i2=o0"], "then_not": ["i3=o0"]}]
        assert_same_as_twin(data)


def test_what_the_decider_says_is_what_every_package_says() -> None:
    seen = set()
    for seed in range(12):
        amounts = counted(small(seed, limited=False))
        model = Model.of(amounts, amounts.allowed())
        chance = random.Random(seed)
        floors = [chance.randint(-span // 2, span) for span in model.ranges]
        found = Decider(model, None, None).decide(floors, None, 10**6)
        vectors = [amounts.worth(package) for package in product(*model.options) if not amounts.breaks_rule(package)]
        reached = any(
            all(model.floor(p, at) >= floor for p, (at, floor) in enumerate(zip(vector, floors, strict=True)))
            for vector in vectors
        )
        assert (seed, found is not False) == (seed, reached)
        seen.add(reached)
    assert seen == {True, False}


def test_the_decider_keeps_to_the_options_the_sum_and_what_is_excluded() -> None:
    amounts = counted(table(A=[[0, 50], [0, 50]], B=[[50, 0], [50, 0]]))
    model = Model.of(amounts, amounts.allowed())
    assert Decider(model, [[0], [1]], None).decide([0, 0], None, 10**6) == [0, 1]
    assert Decider(model, None, [1, 0]).decide([0, 0], 2, 10**6) == [1, 1]
    decider = Decider(model, None, [1, 0])
    decider.exclude([1, 1])
    assert decider.decide([0, 0], 2, 10**6) is False


@pytest.mark.parametrize("parties", [3, 6])
def test_an_exact_balance_is_found_and_proved(parties: int) -> None:
    """Scores of opposite parties add up to 2800 in every package: 1407 of 2424 against 1393 of 2399 is the best."""
    logic = Logic(counted(balanced(parties)), Running(lambda: 0.0))
    top = logic.ratio
    assert (top.proved, getattr(top, "value", None)) == (True, Fraction(1407, 2424))


@pytest.mark.parametrize("quick", [0, 8])
def test_proofs_at_every_node_and_quick_steps_find_the_same(quick: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_BROAD", (1, float(quick)))
    monkeypatch.setattr(search, "_NARROW", (4, float(quick)))
    for seed in range(4):
        assert_same_as_twin(small(seed, limited=True))


def test_counted_work_stops_a_frontier_at_the_same_place_always() -> None:
    """S6."""
    one, other = (Logic(counted(balanced(3)), Running(lambda: 0.0).within(0.05)).frontier() for _ in range(2))
    assert one.exact is False
    assert one == other


def all_or_nothing(parties: int) -> Data:
    """Scores of 0 and 100, equal weights: endlessly many packages have nearly the same sum."""
    chance = random.Random(1)
    scores = {f"P{p}": [[chance.choice([0, 100]) for _ in range(4)] for _ in range(28)] for p in range(parties)}
    data = table(**scores)
    for party in data["parties"].values():
        party["weights"] = dict.fromkeys(data["issues"], 1)
    pairs = [chance.sample(range(28), 2) for _ in range(5)]
    data["rules"] = [{"if": [f"i{a}=o0"], "then_not": [f"i{b}=o1"]} for a, b in pairs]
    return data


def test_packages_that_do_not_reach_the_sum_are_not_told_of_one_by_one() -> None:
    logic = Logic(counted(all_or_nothing(8)), Running(lambda: 0.0))
    most = logic.answer("utilitarian")
    assert most is not None
    assert most.proved
    assert logic.search.nodes < 20_000


def test_the_decider_stops_when_the_seconds_are_over() -> None:
    amounts = counted(balanced(3))
    model = Model.of(amounts, amounts.allowed())
    floors = [span // 2 for span in model.ranges]
    assert Decider(model, None, None).decide(floors, None, 10**6, seconds=0.0) is None


def test_seconds_are_those_of_the_clock_outside_whatever_work_is_counted() -> None:
    assert Running(lambda: 3.0, 5.0).within(1.0).seconds() == 2.0


def stopped_after(looks: int) -> Running:
    """Somebody asks to stop after so many looks whether to go on."""
    asked = iter(range(10**9))
    return Running(lambda: 0.0, asked=lambda: next(asked) > looks)


def test_a_stopped_product_has_a_bound_that_says_something() -> None:
    nash = Logic(counted(balanced(3)), stopped_after(100)).answer("nash")
    assert nash is not None
    assert not nash.proved
    assert 0 < nash.gap < nash.value / 5


def test_a_question_nobody_limits_in_time_ends_by_the_work_it_took(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_MOST_WORK", 1_000_000)
    nash = Logic(counted(balanced(3)), Running(lambda: 0.0)).answer("nash")
    assert nash is not None
    assert not nash.proved
    assert nash == Logic(counted(balanced(3)), Running(lambda: 0.0)).answer("nash")


def test_a_frontier_that_was_stopped_says_that_it_is_a_part_and_how_far_off() -> None:
    whole = Logic(counted(small(1, limited=False)), Running(lambda: 0.0)).frontier()
    assert (whole.exact, whole.partial) == (True, False)
    part = Logic(counted(balanced(3)), stopped_after(100)).frontier()
    assert (part.exact, part.partial, part.grid) == (False, True, None)
    assert part.within is not None
    assert 0 < part.within <= 1


def test_a_frontier_stopped_before_its_first_point_is_not_computed() -> None:
    data = balanced(3)
    for party in data["parties"].values():
        party["reservation"] = 0.5804
    frontier = Logic(counted(data), stopped_after(0)).frontier()
    assert (frontier.computed, frontier.size) == (False, None)
