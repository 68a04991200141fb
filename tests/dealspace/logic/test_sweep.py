"""The sweep over states of open boxes: the whole frontier where few options are tied together."""

from __future__ import annotations

import random
from time import monotonic

import pytest
from hypothesis import given, settings

from onetext.dealspace.answers import NAMES, Bargain
from onetext.dealspace.engines import Tied
from onetext.dealspace.logic import sweep, sweeping
from onetext.dealspace.logic.model import Model
from onetext.dealspace.logic.sweep import Sweep
from onetext.dealspace.logic.sweeping import swept_frontier
from onetext.dealspace.logic.turns import states, turns
from onetext.dealspace.running import Running
from onetext.dealspace.scenario_file import parse_scenario
from onetext.dealspace.solution_data import solution_data
from onetext.dealspace.solve import solve
from onetext.dealspace.tally import Tally, tally
from tests.dealspace.logic.test_ties import balanced
from tests.dealspace.scenarios import Data, scenarios, table, usable
from tests.dealspace.test_solve import large
from tests.plain.packages import solved


def counted(data: Data) -> Tally:
    return tally(parse_scenario(data, "x.yaml"))


def unhurried() -> Running:
    return Running(lambda: 0.0)


def over(data: Data) -> Sweep:
    amounts = counted(data)
    return Sweep(Model.of(amounts, amounts.allowed()), unhurried())


def assert_same_as_twin(data: Data) -> None:
    scenario = usable(data)
    if scenario is None:
        return
    amounts, twin = tally(scenario), solved(data)
    frontier = swept_frontier(amounts, unhurried())
    if frontier is None:
        return
    assert frontier.acceptable == twin["exists"]
    assert [(amounts.utilities(v), scenario.named(p)) for v, p in frontier.packages.items()] == twin["frontier"]
    bargain = Bargain(amounts, Tied(amounts, unhurried(), 0), frontier)
    for name in NAMES if frontier.acceptable else ():
        answer, expected = bargain.answer(name), twin[name]
        value = expected["value"][0] if name == "leximin" else expected["value"]
        found = (scenario.named(answer.package), amounts.utilities(answer.vector), answer.value)
        assert (name, *found) == (name, expected["package"], expected["utilities"], value)
        assert answer.ties in {None, expected["ties"]}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(scenarios())
def test_a_sweep_finds_what_the_twin_finds(data: Data) -> None:
    assert_same_as_twin(data)


def test_codes_of_many_words_keep_the_order_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweep, "_IN_A_WORD", 3)
    for seed in range(20):
        chance = random.Random(seed)
        row = [[chance.choice([0, 50, 100]) for _ in range(4)] for _ in range(4)]
        data = table(A=row, B=[[100 - at for at in scores] for scores in row])
        data["rules"] = [{"if": ["i0=o0"], "then_not": ["i2=o1"]}, {"if": ["i1=o0"], "then": ["i3=o3"]}]
        assert_same_as_twin(data)


@pytest.mark.parametrize("reservations", [(0.2, 0.9), (0.2, 0.7)])
def test_exactly_opposite_parties_and_a_rule_are_solved(reservations: tuple[float, float]) -> None:
    """Every sum that one party can have is met by a hundred thousand packages: only the whole frontier tells."""
    data = large(2)
    data["rules"] = [{"if": ["i0=o0"], "then_not": ["i1=o1"]}]
    for party, reservation in zip(data["parties"].values(), reservations, strict=True):
        party["reservation"] = reservation
    found = solution_data(solve(parse_scenario(data, "x.yaml"), monotonic), 1)
    assert [found[name]["proved"] for name in ("nash", "kalai_smorodinsky", "leximin", "utilitarian")] == [True] * 4
    assert found["frontier"]["exact"] is True


def test_where_all_is_the_same_to_everybody_rules_still_hold() -> None:
    data = table(A=[[1, 1], [1, 1]], B=[[1, 1], [1, 1]])
    data["rules"] = [{"if": ["i0=o0"], "then_not": ["i1=o0"]}]
    assert_same_as_twin(data)
    assert list((over(data).frontier((0, 0)) or {}).values()) == [(0, 1)]


def test_parties_that_want_the_same_share_a_dimension() -> None:
    assert len(over(balanced(8)).layout.dimensions) == 3  # the interaction sets one of them apart


def test_a_chain_of_rules_through_all_issues_leaves_few_states_open() -> None:
    data = large(2)
    data["rules"] = [{"if": [f"i{at}=o0"], "then_not": [f"i{at + 1}=o1"]} for at in range(27)]
    model = over(data).model
    assert states(turns(model), [hard for _, _, hard in model.boxes], 100) is not None


def test_too_much_work_is_given_up_at_the_same_place_always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "MOST_WORK", 100_000)
    assert swept_frontier(counted(balanced(3)), unhurried()) is None
    one, other = over(balanced(3)), over(balanced(3))
    assert one.frontier(one.model.tally.needs, 100_000) is None
    assert other.frontier(other.model.tally.needs, 100_000) is None
    assert one.work == other.work > 100_000


def test_a_sweep_that_is_stopped_says_nothing() -> None:
    amounts = counted(balanced(2))
    assert swept_frontier(amounts, Running(lambda: 0.0, asked=lambda: True)) is None


def test_what_is_tied_too_closely_is_not_swept() -> None:
    chance = random.Random(1)
    data = large(2)
    data["rules"] = [
        {"if": [f"i{a}=o{chance.randrange(4)}"], "then_not": [f"i{b}=o{chance.randrange(4)}"]}
        for a, b in (chance.sample(range(28), 2) for _ in range(90))
    ]
    assert not over(data).fits
