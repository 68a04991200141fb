"""S5: the searches over tied options find what the plain twin finds, packages and all."""

from __future__ import annotations

from hypothesis import given, settings

from onetext.dealspace.answers import NAMES
from onetext.dealspace.logic.engine import Logic
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Scenario
from onetext.dealspace.tally import Tally, tally
from tests.dealspace.scenarios import Data, scenarios, usable
from tests.plain.packages import solved

quick = settings(max_examples=40, deadline=None, derandomize=True)


def unhurried() -> Running:
    return Running(lambda: 0.0)


def assert_same_as_twin(data: Data) -> None:
    scenario = usable(data)
    if scenario is None:
        return
    counted, twin = tally(scenario), solved(data)
    logic = Logic(counted, unhurried())
    assert logic.exists() == twin["exists"]
    frontier = logic.frontier()
    assert (frontier.acceptable, frontier.exact) == (twin["exists"], True)
    assert [
        (counted.utilities(vector), scenario.named(package)) for vector, package in frontier.packages.items()
    ] == twin["frontier"]
    assert_same_answers(scenario, counted, logic, twin)


def assert_same_answers(scenario: Scenario, counted: Tally, logic: Logic, twin: Data) -> None:
    for name in NAMES:
        answer, expected = logic.answer(name), twin[name]
        if expected is None:
            assert answer is None
            continue
        assert answer is not None
        value = expected["value"][0] if name == "leximin" else expected["value"]
        found = (scenario.named(answer.package), counted.utilities(answer.vector), answer.value)
        assert (name, *found) == (name, expected["package"], expected["utilities"], value)
        assert answer.proved
        assert answer.gap == 0
        assert answer.ties in {None, expected["ties"]}


@quick
@given(scenarios())
def test_every_answer_is_the_twins(data: Data) -> None:
    assert_same_as_twin(data)


@quick
@given(scenarios(parties=2))
def test_the_frontier_of_two_is_the_twins(data: Data) -> None:
    assert_same_as_twin(data)


def test_a_rule_that_settles_everything_at_once_is_still_kept() -> None:
    """What the bound strikes out at the very start may leave one package, and that one may break a rule."""
    options = ["a", "b"]
    data: Data = {
        "onetext": "scenario/1",
        "issues": {"x": options, "y": options, "z": options},
        "parties": {
            "A": {
                "weights": {"x": 10, "y": 10, "z": 10},
                "scores": {name: {"a": 0, "b": 100} for name in ("x", "y", "z")},
            }
        },
        "rules": [
            {"if": ["x=b"], "then_not": ["y=b"]},
            {"if": ["y=b"], "then_not": ["z=b"]},
            {"if": ["x=b"], "then_not": ["z=b"]},
        ],
    }
    assert_same_as_twin(data)
