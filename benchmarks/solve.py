"""Solving scenarios: two parties beyond any enumeration, several parties within a million packages, and a case."""

from __future__ import annotations

import random
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.registry import Timed, step
from onetext.case.snapshot import read_case
from onetext.dealspace.from_case import from_case
from onetext.dealspace.scenario_file import parse_scenario
from onetext.dealspace.solve import solve

RIVER = Path(__file__).parents[1] / "examples" / "river-basin"


@step("solve", "2 parties, ranges", "28 points of 4 options")
def two_parties() -> Timed:
    return solving(28, 2, uncertain=True)


@step("solve", "2 parties", "100 points of 4 options", runs=3)
def two_parties_many_points() -> Timed:
    return solving(100, 2)


@step("solve", "3 parties", "9 points of 4 options", runs=3)
def three_parties() -> Timed:
    return solving(9, 3)


@step("solve", "5 parties", "9 points of 4 options", runs=1)
def five_parties() -> Timed:
    return solving(9, 5)


@step("solve", "4 parties, 6 rules, 8 interactions", "9 points of 4 options", runs=1)
def tied_options() -> Timed:
    return solving(9, 4, ties=6)


@step("solve", "the river basin, assessment a1", "3 parties, 155,520 packages", runs=3)
def river() -> Timed:
    scenario = from_case(read_case(RIVER), "a1")
    return lambda: solve(scenario, perf_counter)


def solving(points: int, parties: int, *, uncertain: bool = False, ties: int = 0) -> Timed:
    scenario = parse_scenario(invented(points, parties, uncertain=uncertain, ties=ties), "benchmark")
    return lambda: solve(scenario, perf_counter)


def invented(points: int, parties: int, *, uncertain: bool, ties: int) -> dict[str, Any]:
    """Random weights and scores, the same every time; ``ties`` rules, and two interactions a party if any."""
    chance = random.Random(1)
    issues = {f"p{point:02}": [f"o{option}" for option in range(4)] for point in range(points)}

    def score() -> Any:
        return [chance.randint(0, 50), chance.randint(50, 100)] if uncertain else chance.randint(0, 100)

    def pair() -> list[str]:
        return [f"{issue}={chance.choice(issues[issue])}" for issue in chance.sample(sorted(issues), 2)]

    def rule() -> dict[str, Any]:
        one, other = pair()
        return {"if": [one], "then_not": [other]}

    return {
        "onetext": "scenario/1",
        "issues": issues,
        "parties": {
            f"P{party}": {
                "reservation": 0.3,
                "weights": {issue: chance.randint(1, 60) for issue in issues},
                "scores": {issue: {option: score() for option in options} for issue, options in issues.items()},
                "interactions": [{"when": pair(), "value": chance.randint(-20, 20)} for _ in range(2 * bool(ties))],
            }
            for party in range(parties)
        },
        "rules": [rule() for _ in range(ties)],
    }
