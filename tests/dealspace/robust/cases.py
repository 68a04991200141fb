"""Scenarios for the tests of robustness, and what a draw of them is in plain words."""

from __future__ import annotations

from time import perf_counter

from onetext.dealspace.robust.draws import Plan
from onetext.dealspace.robust.robustness import Robustness, robust
from onetext.dealspace.robust.unknowns import Unknown
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Scenario
from onetext.dealspace.scenario_file import parse_scenario
from tests.dealspace.scenarios import Data
from tests.plain.robust import Place


def run(data: Data, samples: int = 500, seed: int = 1, workers: int = 1) -> Robustness:
    """Without a limit of time."""
    return robust(parse_scenario(data, "case"), samples, seed, Running(perf_counter), workers)


def place(scenario: Scenario, unknown: Unknown) -> Place:
    party = scenario.parties[unknown.party].name
    if unknown.kind == "reservation":
        return (party, "reservation")
    if unknown.kind == "interaction":
        return (party, "interactions", str(unknown.at[0]), "value")
    issue = scenario.issues[unknown.at[0]]
    if unknown.kind == "weight":
        return (party, "weights", issue.name)
    return (party, "scores", issue.name, issue.options[unknown.at[1]])


def places(scenario: Scenario, plan: Plan) -> list[Place]:
    return [place(scenario, unknown) for unknown in plan.unknowns]


def two(first: Data | None = None, second: Data | None = None, **more: Data) -> Data:
    """Two parties who want opposite ends of ``land`` and ``water``; each also wants its own kind of ``aid``."""
    issues = {"land": ["north", "middle", "south"], "water": ["up", "down"], "aid": ["grain", "tools"]}
    one: Data = {
        "reservation": 0.3,
        "weights": {"land": 50, "water": 30, "aid": 20},
        "scores": {
            "land": {"north": 100, "middle": 60, "south": 0},
            "water": {"up": 100, "down": 0},
            "aid": {"grain": 100, "tools": 40},
        },
    }
    other: Data = {
        "reservation": 0.3,
        "weights": {"land": 30, "water": 50, "aid": 20},
        "scores": {
            "land": {"north": 0, "middle": 60, "south": 100},
            "water": {"up": 0, "down": 100},
            "aid": {"grain": 40, "tools": 100},
        },
    }
    parties = {"A": {**one, **(first or {})}, "B": {**other, **(second or {})}}
    return {"onetext": "scenario/1", "issues": issues, "parties": parties, **more}
