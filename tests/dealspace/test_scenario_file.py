"""What a scenario file says, and what a person is told where it says something else."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from onetext.dealspace.scenario_file import parse_scenario, read_scenario
from onetext.dealspace.value import Value
from onetext.files.faults import Faults
from tests.dealspace.scenarios import Data, faults_of, river


def numbers(value: Value) -> tuple[float, float, float]:
    """Low, middle and high, for comparison with what a person would write."""
    return float(value.low), float(value.middle), float(value.high)


def with_party(**changes: Any) -> Data:
    data = river()
    data["parties"]["A"] |= changes
    return data


def test_the_example_of_the_format_is_read_word_by_word() -> None:
    scenario = parse_scenario(river(), "river.yaml")
    assert [(issue.name, issue.options) for issue in scenario.issues] == [
        ("territory", ("line of contact", "full withdrawal", "frozen and deferred")),
        ("guarantee", ("none", "treaty", "treaty with troops")),
    ]
    first, second = scenario.parties
    assert first.reservation == Value("number", *(Fraction(9, 20),) * 3, (Fraction(9, 20),))
    assert numbers(first.weights[1]) == (20, 30, 40)
    assert (first.orders, first.red_lines) == (((0, 1),), frozenset({(0, 1)}))
    assert first.interactions[0].when == ((0, 0), (1, 2))
    assert numbers(first.interactions[0].value) == (15, 15, 15)
    assert [(rule.when, rule.then, rule.then_not, rule.together) for rule in scenario.rules] == [
        (((1, 0),), (), ((0, 1),), ()),
        (((1, 1),), ((0, 0),), (), ()),
        ((), (), (), (0, 1)),
    ]
    assert (scenario.draft, scenario.packages, second.reservation) == ((2, 1), 9, None)


def test_decimals_are_exact() -> None:
    """S1: 0.1 is 1/10."""
    data = with_party(weights={"territory": 0.1, "guarantee": [0.07, 33.3]})
    weights = parse_scenario(data, "river.yaml").parties[0].weights
    assert (weights[0].low, weights[1].low, weights[1].high) == (Fraction(1, 10), Fraction(7, 100), Fraction(333, 10))


def test_what_is_missing_is_a_range_never_zero() -> None:
    """S3."""
    second = parse_scenario(river(), "river.yaml").parties[1]
    assert (second.weights[1].kind, numbers(second.weights[1])) == ("missing", (0, 25, 50))
    assert (second.scores[1][2].kind, numbers(second.scores[1][2])) == ("missing", (0, 50, 100))
    nothing = parse_scenario(with_party(weights=None, orders=[]), "river.yaml").parties[0]
    assert [numbers(weight) for weight in nothing.weights] == [(0, 50, 100), (0, 50, 100)]


def test_the_largest_upper_weight_of_a_normal_is_its_upper_end() -> None:
    data = with_party(weights={"territory": {"normal": [20, 5]}}, orders=[])
    weight = parse_scenario(data, "river.yaml").parties[0].weights[1]
    assert numbers(weight) == (0, 17.5, 35)


def test_distributions_are_cut_to_the_scale_of_scores() -> None:
    scores = {"territory": {"line of contact": {"normal": [90, 5]}, "full withdrawal": {"triangular": [-5, 10, 120]}}}
    row = parse_scenario(with_party(scores=scores), "river.yaml").parties[0].scores[0]
    assert [numbers(at) for at in row[:2]] == [(75, 90, 100), (0, 10, 100)]


FAULTS: list[tuple[Data, tuple[str, str, str]]] = [
    (
        with_party(scores={"territory": {"full withdraw": 3}}),
        (
            "river.yaml: parties.A.scores.territory.full withdraw",
            "the issue 'territory' has no option 'full withdraw'",
            "did you mean 'full withdrawal'?",
        ),
    ),
    (
        with_party(scores={"territory": {"full withdrawal": 120}}),
        (
            "river.yaml: parties.A.scores.territory.full withdrawal",
            "a score runs from 0 to 100, not 120",
            "use a number from 0 to 100",
        ),
    ),
    (
        with_party(scores={"teritory": {}}),
        ("river.yaml: parties.A.scores.teritory", "there is no issue 'teritory'", "did you mean 'territory'?"),
    ),
    (
        with_party(weights={"territory": -5}, orders=[]),
        ("river.yaml: parties.A.weights.territory", "a weight cannot be negative: -5", "use 0 or more"),
    ),
    (
        with_party(weights={"territory": [5, 2]}, orders=[]),
        (
            "river.yaml: parties.A.weights.territory",
            "the range runs from 5 down to 2",
            "write the smaller number first: [2, 5]",
        ),
    ),
    (
        with_party(weights={"territory": "heavy"}, orders=[]),
        (
            "river.yaml: parties.A.weights.territory",
            "'heavy' is not a number",
            "write a number, a range [low, high], {normal: [mean, sd]} or {triangular: [low, peak, high]}",
        ),
    ),
    (
        with_party(weights={"territory": True}, orders=[]),
        (
            "river.yaml: parties.A.weights.territory",
            "'True' is not a number",
            "write a number, a range [low, high], {normal: [mean, sd]} or {triangular: [low, peak, high]}",
        ),
    ),
    (
        with_party(weights={"territory": float("nan")}, orders=[]),
        ("river.yaml: parties.A.weights.territory", "nan is not a finite number", "use a plain decimal number"),
    ),
    (
        with_party(weights={"territory": float("inf")}, orders=[]),
        ("river.yaml: parties.A.weights.territory", "inf is not a finite number", "use a plain decimal number"),
    ),
    (
        with_party(weights={"territory": 10**15}, orders=[]),
        (
            "river.yaml: parties.A.weights.territory",
            "larger than 1,000,000,000,000",
            "use smaller units; only proportions matter",
        ),
    ),
    (
        with_party(weights={"territory": {"normal": [5, -1]}}, orders=[]),
        (
            "river.yaml: parties.A.weights.territory.normal",
            "a standard deviation cannot be negative: -1",
            "use 0 or more",
        ),
    ),
    (
        with_party(weights={"territory": {"triangular": [5, 1, 9]}}, orders=[]),
        (
            "river.yaml: parties.A.weights.territory.triangular",
            "its numbers must rise: 5, 1, 9 do not",
            "write lowest, most likely, highest",
        ),
    ),
    (
        with_party(weights={"territory": [1, 2, 3]}, orders=[]),
        (
            "river.yaml: parties.A.weights.territory",
            "a range has two numbers, low and high, not 3",
            "write a number, a range [low, high], {normal: [mean, sd]} or {triangular: [low, peak, high]}",
        ),
    ),
    (
        with_party(reservation=45),
        (
            "river.yaml: parties.A.reservation",
            "a reservation runs from 0 to 1, not 45",
            "use a number from 0 to 1; 45 of 100 is written 0.45",
        ),
    ),
    (
        with_party(weights={"territory": 0, "guarantee": 0}, interactions=[]),
        (
            "river.yaml: parties.A",
            "its best package is worth 0, so there is nothing to measure its utilities against",
            "give it a positive weight on an issue with a positive score",
        ),
    ),
    (
        with_party(orders=["territory > guarantee", "guarantee > territory"]),
        (
            "river.yaml: parties.A.orders",
            "the orders contradict one another: territory > guarantee > territory",
            "take one of them out",
        ),
    ),
    (
        with_party(orders=["guarantee > territory"]),
        (
            "river.yaml: parties.A.orders",
            "the order 'guarantee > territory' contradicts the weights: guarantee 20 to 40, territory 60",
            "correct the weights, or take the order out",
        ),
    ),
    (
        with_party(orders=["territory"]),
        ("river.yaml: parties.A.orders[0]", "'territory' is not an order", "write 'issue > issue'"),
    ),
    (
        with_party(red_lines=["territory"]),
        ("river.yaml: parties.A.red_lines[0]", "'territory' names no option", "write issue=option"),
    ),
    (
        with_party(red_lines="territory=none"),
        ("river.yaml: parties.A.red_lines", "must be a list", "write [one, two], or lines that begin with '- '"),
    ),
    (
        with_party(weigths={}),
        ("river.yaml: parties.A.weigths", "an unknown key", "did you mean 'weights'?"),
    ),
    (
        with_party(interactions=[{"when": [], "value": 3}]),
        (
            "river.yaml: parties.A.interactions[0].when",
            "names no options",
            "name the options that must come together",
        ),
    ),
    (
        river() | {"issues": {"territory": []}},
        (
            "river.yaml: issues.territory",
            "has no options",
            "list at least one option, or leave the issue out",
        ),
    ),
    (
        river() | {"issues": {"territory": ["a", "b", "a"]}},
        ("river.yaml: issues.territory[2]", "the option 'a' stands twice", "keep one of the two"),
    ),
    (
        river() | {"issues": {}},
        ("river.yaml: issues", "there are no issues", "name at least one issue with its options"),
    ),
    (
        river() | {"parties": {}},
        (
            "river.yaml: parties",
            "there are no parties",
            "name at least one party with its weights and scores",
        ),
    ),
    (
        river() | {"parties": [1]},
        ("river.yaml: parties", "must be a mapping", "write 'name: value' lines under it"),
    ),
    (
        river() | {"issues": {f"i{number}": ["a"] for number in range(2000)}, "parties": {"A": {}}},
        ("river.yaml: issues", "2,000 issues; at most 1,000 are read", "check that it is the right file"),
    ),
    (
        river() | {"rules": [{"if": ["guarantee=none"]}]},
        ("river.yaml: rules[0]", "says nothing follows", "add then: […], then_not: […] or together: […]"),
    ),
    (
        river() | {"rules": [{"if": ["guarantee=nil"], "then": ["territory=line of contact"]}]},
        (
            "river.yaml: rules[0].if[0]",
            "the issue 'guarantee' has no option 'nil'",
            "use one of: none, treaty, treaty with troops",
        ),
    ),
    (
        river() | {"rules": [{"together": ["territory", "troops"]}]},
        ("river.yaml: rules[0].together[1]", "there is no issue 'troops'", "use one of: territory, guarantee"),
    ),
    (
        river() | {"draft": {"guarantee": "treatie"}},
        (
            "river.yaml: draft.guarantee",
            "the issue 'guarantee' has no option 'treatie'",
            "did you mean 'treaty'?",
        ),
    ),
    (
        river() | {"onetext": "scenario/2"},
        (
            "river.yaml: onetext",
            "'scenario/2' is a version this program does not know; it knows scenario/1",
            "use a newer onetext, or write the scenario as the version known here",
        ),
    ),
    (
        {"issues": {}},
        ("river.yaml: onetext", "says nothing, not that this is a scenario", "write 'onetext: scenario/1'"),
    ),
]


@pytest.mark.parametrize(("data", "fault"), FAULTS, ids=[fault[1] for _, fault in FAULTS])
def test_a_fault_has_address_problem_and_remedy(data: Data, fault: tuple[str, str, str]) -> None:
    assert fault in faults_of(data)


def test_one_fault_does_not_hide_the_next() -> None:
    data = with_party(weights={"territory": -5, "guarantee": -1}, orders=["x > y"], reservation=2)
    data["draft"] = {"nowhere": "none"}
    assert [address for address, _, _ in faults_of(data)] == [
        "river.yaml: parties.A.weights.territory",
        "river.yaml: parties.A.weights.guarantee",
        "river.yaml: parties.A.reservation",
        "river.yaml: parties.A.orders[0]",
        "river.yaml: draft.nowhere",
    ]


def test_a_list_at_the_top_is_no_scenario() -> None:
    assert faults_of([1]) == [
        ("river.yaml", "this is not a scenario: its top level is no mapping", "begin with 'onetext: scenario/1'")
    ]


def test_an_interaction_that_can_never_count_is_warned_of() -> None:
    when = ["territory=line of contact", "territory=full withdrawal"]
    scenario = parse_scenario(with_party(interactions=[{"when": when, "value": 5}]), "river.yaml")
    assert [(fault.address, fault.level) for fault in scenario.warnings] == [
        ("river.yaml: parties.A.interactions[0].when", "warning")
    ]


def test_a_newer_minor_version_and_a_foreign_key_are_warned_of() -> None:
    scenario = parse_scenario(river() | {"onetext": "scenario/1.3", "colour": "blue", "title": "The river"}, "r.yaml")
    assert [fault.address for fault in scenario.warnings] == ["r.yaml: onetext", "r.yaml: colour"]


def test_options_that_look_like_numbers_keep_their_names() -> None:
    data: Data = {
        "onetext": "scenario/1",
        "issues": {"years": [5, 10, True]},
        "parties": {
            "A": {"weights": {"years": 1}, "scores": {"years": {"5": 100, "10": 0}}, "red_lines": ["years=10"]}
        },
    }
    scenario = parse_scenario(data, "years.yaml")
    assert scenario.issues[0].options == ("5", "10", "true")
    assert scenario.parties[0].red_lines == frozenset({(0, 1)})


def test_more_options_than_anybody_can_mean_are_refused() -> None:
    data = river() | {"issues": {"territory": [f"line {number}" for number in range(1_000_000)]}}
    assert (
        "river.yaml: issues.territory",
        "1,000,000 options; at most 10,000 are read",
        "check that it is the right file",
    ) in faults_of(data)


@pytest.mark.parametrize("name", ["large.json", "large.yaml"])
def test_a_file_may_be_equally_large_in_every_notation(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text('{"onetext": "scenario/1", "issues": {"a": ["x", "' + 9 * 2**20 * "y" + '"]}}', encoding="utf-8")
    with pytest.raises(Faults) as found:
        read_scenario(path)
    assert f"{name}: issues.a[1]" in {fault.address for fault in found.value.faults}
