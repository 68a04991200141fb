"""The four answers and the frontier: the shape of the output, and the traps others fell into."""

from __future__ import annotations

import itertools
import json
import random
from time import monotonic
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from onetext.dealspace.running import Running
from onetext.dealspace.scenario_file import parse_scenario
from onetext.dealspace.solution_data import solution_data
from onetext.dealspace.solve import solve
from tests.dealspace.scenarios import Data, river, scenarios, table, usable

_UTILITIES = {"type": "object", "additionalProperties": {"type": "number", "maximum": 1}}
_PACKAGE = {"type": "object", "additionalProperties": {"type": "string"}}
_ANSWER: Data = {
    "type": ["object", "null"],
    "required": ["package", "utilities", "intervals", "proved", "gap", "ties"],
    "properties": {
        "package": _PACKAGE,
        "utilities": _UTILITIES,
        "intervals": {
            "type": "object",
            "additionalProperties": {
                "type": "array",
                "items": {"type": ["number", "null"]},
                "minItems": 2,
                "maxItems": 2,
            },
        },
        "proved": {"type": "boolean"},
        "gap": {"type": "number"},
        "ties": {"type": ["integer", "null"], "minimum": 1},
    },
}
_STRINGS = {"type": "array", "items": {"type": "string"}}
SCHEMA: Data = {
    "type": "object",
    "required": [
        "packages", "parties", "issues", "assumed", "based_on", "zopa", "nash", "kalai_smorodinsky", "leximin",
        "utilitarian", "frontier", "seconds",
    ],
    "properties": {
        "packages": {"type": "integer", "minimum": 1},
        "parties": _STRINGS,
        "issues": _STRINGS,
        "assumed": _STRINGS,
        "based_on": _STRINGS,
        "zopa": {
            "type": "object",
            "required": ["exists", "proved"],
            "properties": {"exists": {"type": "boolean"}, "proved": {"const": True}},
        },
        "nash": _ANSWER,
        "kalai_smorodinsky": _ANSWER,
        "leximin": _ANSWER,
        "utilitarian": _ANSWER,
        "frontier": {
            "type": "object",
            "required": ["size", "exact", "grid", "within", "points"],
            "properties": {
                "size": {"type": "integer", "minimum": 0},
                "exact": {"const": True},
                "grid": {"type": "null"},
                "within": {"type": "null"},
                "points": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["utilities", "package"],
                        "properties": {"utilities": _UTILITIES, "package": _PACKAGE, "acceptable": {"const": False}},
                        "additionalProperties": False,
                    },
                },
            },
        },
        "seconds": {"type": "object", "additionalProperties": {"type": "number", "minimum": 0}},
    },
}  # fmt: skip


def solved(data: Data, limit: int = 200) -> Data:
    """What ``solve --json`` prints, on a clock that goes by one a look."""
    ticks = itertools.count()
    return solution_data(solve(parse_scenario(data, "x.yaml"), lambda: float(next(ticks))), limit)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(scenarios())
def test_output_has_the_shape_of_the_format(data: Data) -> None:
    if scenario := usable(data):
        printed = solution_data(solve(scenario, lambda: 0.0), 3)
        jsonschema.validate(json.loads(json.dumps(printed, allow_nan=False)), SCHEMA)
        points = [list(point["utilities"].values()) for point in printed["frontier"]["points"]]
        assert points == sorted(points, reverse=True)
        assert len(points) == min(3, printed["frontier"]["size"])


def test_the_example_of_the_format() -> None:
    found = solved(river())
    assert (found["packages"], found["parties"], found["issues"]) == (9, ["A", "B"], ["territory", "guarantee"])
    assert found["zopa"] == {"exists": True, "proved": True}
    assert found["nash"]["package"] == {"territory": "line of contact", "guarantee": "treaty with troops"}
    assert found["nash"]["utilities"] == {"A": 1.0, "B": 10 / 60}
    assert found["nash"]["intervals"] == {"A": [1.0, 1.0], "B": [0.0, 0.5]}
    assert found["frontier"]["points"] == [
        {
            "utilities": {"A": 1.0, "B": 1 / 6},
            "package": {"territory": "line of contact", "guarantee": "treaty with troops"},
        },
        {
            "utilities": {"A": 0.6, "B": 34 / 60},
            "package": {"territory": "frozen and deferred", "guarantee": "treaty with troops"},
        },
    ]


def test_what_is_assumed_is_said() -> None:
    """S3."""
    data = river()
    data["parties"]["A"] |= {"weights": {"territory": [10, 60], "guarantee": {"normal": [40, 5]}}}
    data["parties"]["B"]["reservation"] = [0.1, 0.3]
    assert solved(data)["assumed"] == [
        "A: weight of territory taken as 35, the middle of 10 to 60",
        "A: weight of guarantee taken as 40, the mean of normal around 40 (sd 5)",
        "A: score of territory=frozen and deferred taken as 55, the middle of 40 to 70",
        "A: the order 'territory > guarantee' is not kept by the weights taken: 35 and 40",
        "B: reservation taken as 0.2, the middle of 0.1 to 0.3",
        "B: weight of guarantee is not given; taken as 25, the middle of 0 to 50",
        "B: no score is given for guarantee=treaty with troops; taken as 50, the middle of 0 to 100",
    ]


def test_what_nobody_scored_takes_one_line_a_party() -> None:
    data = table(A=[[100, 0], [0, 0], [0, 0]])
    data["parties"]["A"] |= {"weights": {"i0": 40}, "reservation": 0}
    data["parties"]["A"]["scores"] = {"i0": {"o0": 100, "o1": 0}}
    assert solved(data)["assumed"] == [
        "A: weight of i1, i2 is not given; taken as 20, the middle of 0 to 40",
        "A: no score is given for i1, i2; taken as 50, the middle of 0 to 100",
    ]


def test_a_missing_reservation_is_named_and_rules_nothing_out() -> None:
    """S3."""
    found = solved(table(A=[[100, 0]], B=[[0, 100]]))
    assert found["assumed"] == [
        "A: no reservation is given; it rules nothing out, and gains are measured from 0",
        "B: no reservation is given; it rules nothing out, and gains are measured from 0",
    ]
    assert found["frontier"]["size"] == 2


def test_kalai_smorodinsky_is_the_largest_smallest_ratio() -> None:
    """Not the smallest spread: o1 gives equal ratios, o0 gives everybody more."""
    found = solved(table(A=[[100, 50, 40]], B=[[60, 50, 100]]))
    assert found["kalai_smorodinsky"]["package"] == {"i0": "o0"}
    assert found["kalai_smorodinsky"]["ratio"] == 0.6


def test_leximin_looks_past_the_smallest_gain() -> None:
    data = table(A=[[50, 50, 100]], B=[[60, 70, 0]], C=[[100, 50, 0]])
    found = solved(data)
    assert found["leximin"]["package"] == {"i0": "o0"}  # gains (.5, 6/7, 1) before (.5, .5, 1)
    assert found["leximin"]["smallest_gain"] == 0.5


def test_rounding_noise_makes_no_efficient_points() -> None:
    """S1: 0.1 + 0.2 and 0.3 are one utility, so the middle point stands once."""
    data = table(A=[[100, 0], [100, 0], [0, 100]], B=[[0, 100], [0, 100], [100, 0]])
    for party in data["parties"].values():
        party["weights"] = {"i0": 0.1, "i1": 0.2, "i2": 0.3}
    found = solved(data)
    assert [point["utilities"] for point in found["frontier"]["points"]] == [
        {"A": 1.0, "B": 0.0},
        {"A": 5 / 6, "B": 1 / 6},
        {"A": 4 / 6, "B": 2 / 6},
        {"A": 0.5, "B": 0.5},
        {"A": 2 / 6, "B": 4 / 6},
        {"A": 1 / 6, "B": 5 / 6},
        {"A": 0.0, "B": 1.0},
    ]


def test_the_best_package_is_taken_over_all_combinations() -> None:
    """Rules and red lines do not shrink what utilities are measured against."""
    data = table(A=[[100, 40], [100, 0]], B=[[50, 50], [0, 100]])
    data["parties"]["B"]["red_lines"] = ["i0=o0"]
    data["rules"] = [{"if": ["i0=o1"], "then_not": ["i1=o0"]}]
    found = solved(data)
    assert found["nash"]["utilities"] == {"A": 0.2, "B": 1.0}
    assert found["frontier"]["size"] == 1


def test_ties_are_exact_and_decided_by_fairness_then_by_the_file() -> None:
    """Sums: 120 four times, by three unlike vectors. o2 and o3 are the fairest; the first of them stands."""
    found = solved(table(A=[[100, 80, 60, 60, 0]], B=[[20, 40, 60, 60, 100]]))
    assert found["utilitarian"]["package"] == {"i0": "o2"}
    assert found["utilitarian"]["ties"] == 3


def test_a_party_that_gains_nothing_anywhere_counts_as_fully_served() -> None:
    data = table(A=[[100, 60]], B=[[50, 50]])
    data["parties"]["B"]["reservation"] = 1
    found = solved(data)
    assert (found["kalai_smorodinsky"]["ratio"], found["nash"]["product"]) == (1.0, 0.0)
    assert found["nash"]["ties"] == 2  # every acceptable package has the product 0
    assert found["nash"]["package"] == {"i0": "o0"}


def test_no_acceptable_package_is_an_answer_not_a_fault() -> None:
    data = table(A=[[100, 50]], B=[[50, 100]])
    for party in data["parties"].values():
        party["reservation"] = 0.6
    found = solved(data)
    assert found["zopa"] == {
        "exists": False,
        "proved": True,
        "obstacles": [
            "each reservation can be met, but not all in one package: look at the reservations and at the frontier"
        ],
    }
    assert [found[name] for name in ("nash", "kalai_smorodinsky", "leximin", "utilitarian")] == [None] * 4
    assert found["frontier"]["size"] == 2
    assert all(point["acceptable"] is False for point in found["frontier"]["points"])


def obstacles(data: Data) -> Any:
    return solved(data)["zopa"]["obstacles"]


def test_an_issue_shut_by_red_lines_is_named() -> None:
    data = table(A=[[100, 50], [1, 1]], B=[[50, 100], [1, 1]])
    data["parties"]["A"]["red_lines"] = ["i0=o1"]
    data["parties"]["B"]["red_lines"] = ["i0=o0"]
    assert obstacles(data) == ["every option of i0 is somebody's red line"]


def test_a_party_that_cannot_reach_its_reservation_is_named() -> None:
    data = table(A=[[100, 50]], B=[[50, 100]])
    data["parties"]["A"]["reservation"] = 0.8
    data["parties"]["B"]["red_lines"] = ["i0=o0"]
    assert obstacles(data) == ["A reaches at most 0.500 without a red line, and its reservation is 0.800"]


def test_rules_that_leave_nothing_give_an_empty_frontier() -> None:
    data = table(A=[[100, 50], [1, 1]])
    data["rules"] = [{"if": [f"i0={option}"], "then": ["i1=o0"], "then_not": ["i1=o0"]} for option in ("o0", "o1")]
    found = solved(data)
    assert (found["frontier"]["size"], found["frontier"]["points"]) == (0, [])
    assert found["zopa"]["obstacles"] == ["every package breaks a rule of the plan: look at the rules"]


def large(parties: int) -> Data:
    scores = [[(option * 37 + issue * 11) % 101 for option in range(4)] for issue in range(28)]
    turned = [[100 - score for score in row] for row in scores]
    return table(**{f"P{number}": scores if number % 2 else turned for number in range(parties)})


def test_twenty_eight_points_of_four_options_are_solved_for_two_parties() -> None:
    """S2: proved, though nobody could go through all of them."""
    found = solved(large(2), limit=1)
    assert found["packages"] == 72057594037927936
    assert (found["frontier"]["exact"], len(found["frontier"]["points"])) == (True, 1)
    assert found["frontier"]["size"] > 1
    assert found["nash"]["proved"] is True


@pytest.mark.parametrize("parties", [3, 6])
def test_twenty_eight_points_of_four_options_are_solved_for_more_parties(parties: int) -> None:
    found = solved(large(parties), limit=1)
    assert [found[name]["proved"] for name in ("nash", "kalai_smorodinsky", "leximin", "utilitarian")] == [True] * 4
    assert found["frontier"]["exact"] is (parties == 3)


def test_rules_and_interactions_over_twenty_eight_points_are_solved() -> None:
    chance = random.Random(5)
    data = table(**{f"P{p}": [[chance.randint(0, 100) for _ in range(4)] for _ in range(28)] for p in range(3)})
    data["rules"] = [{"if": ["i0=o0"], "then_not": ["i1=o1"]}]
    data["parties"]["P0"]["interactions"] = [{"when": ["i2=o1", "i3=o2"], "value": -5}]
    found = solved(data, limit=1)
    assert [found[name]["proved"] for name in ("nash", "kalai_smorodinsky", "leximin", "utilitarian")] == [True] * 4


def tied(reservation: float) -> Data:
    """Beyond going through, and with a rule."""
    chance = random.Random(5)
    data = table(**{f"P{p}": [[chance.randint(0, 100) for _ in range(4)] for _ in range(28)] for p in range(2)})
    data["rules"] = [{"if": ["i0=o0"], "then_not": ["i1=o1"]}]
    for party in data["parties"].values():
        party["reservation"] = reservation
    return data


def test_time_that_is_up_before_the_reasons_are_known_is_the_reason_given() -> None:
    """Asked to stop as soon as it is known that nothing is acceptable."""
    told: list[str] = []
    running = Running(monotonic, asked=lambda: "zopa" in told, tell=lambda step, _share: told.append(step))
    found = solve(parse_scenario(tied(0.97), "x.yaml"), monotonic, running)
    assert (found.exists, found.obstacles) == (False, ("time was up before it was known why",))


def test_time_that_is_up_leaves_answers_out_and_says_so() -> None:
    """S2: nothing is claimed that was not found."""
    data = large(8)
    scenario = parse_scenario(data, "x.yaml")
    found = solution_data(solve(scenario, lambda: 0.0, Running(lambda: 0.0, asked=lambda: True)))
    assert found["zopa"]["exists"] in (True, None)
    for name in ("nash", "kalai_smorodinsky", "leximin", "utilitarian"):
        assert found[name] is None or (found[name]["proved"] is False and found[name]["gap"] >= 0)
    assert found["frontier"] == {"size": None, "exact": False}


def test_same_input_gives_the_same_output() -> None:
    """S6."""
    assert json.dumps(solved(river())) == json.dumps(solved(river()))
