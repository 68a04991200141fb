"""Scenarios for the tests of the deal space, as the plain data of a file."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from onetext.dealspace.scenario import Scenario
from onetext.dealspace.scenario_file import parse_scenario
from onetext.files.faults import Faults
from onetext.files.yamldoc import parse_yaml

Data = dict[str, Any]

RIVER = """
onetext: scenario/1
issues:
  territory: [line of contact, full withdrawal, frozen and deferred]
  guarantee: [none, treaty, treaty with troops]
parties:
  A:
    reservation: 0.45
    weights: {territory: 60, guarantee: [20, 40]}
    scores:
      territory: {line of contact: 100, full withdrawal: 0, frozen and deferred: [40, 70]}
      guarantee: {none: 0, treaty: 80, treaty with troops: 100}
    orders: [territory > guarantee]
    red_lines: [territory=full withdrawal]
    interactions:
      - {when: [territory=line of contact, guarantee=treaty with troops], value: 15}
  B:
    weights: {territory: 50}
    scores:
      territory: {line of contact: 0, full withdrawal: 100, frozen and deferred: 60}
      guarantee: {none: 100, treaty: 50}
rules:
  - {if: [guarantee=none], then_not: [territory=full withdrawal]}
  - {if: [guarantee=treaty], then: [territory=line of contact]}
  - {together: [territory, guarantee]}
draft: {territory: frozen and deferred, guarantee: treaty}
"""


def river() -> Data:
    """The example of the format, fresh each time."""
    data: Data = parse_yaml(RIVER, "river.yaml")
    return data


def faults_of(data: Any, address: str = "river.yaml") -> list[tuple[str, str, str]]:
    """Address, problem and remedy of each fault in a scenario that is refused."""
    try:
        parse_scenario(data, address)
    except Faults as refused:
        return [(fault.address, fault.problem, fault.remedy) for fault in refused.faults]
    raise AssertionError("nothing was refused")


def table(**scores: list[list[int]]) -> Data:
    """A scenario with weight 100 / issues on each issue: by party, a row of scores an issue."""
    rows = next(iter(scores.values()))
    issues = {f"i{number}": [f"o{option}" for option in range(len(row))] for number, row in enumerate(rows)}
    parties = {
        name: {
            "weights": dict.fromkeys(issues, 100),
            "scores": {
                issue: dict(zip(issues[issue], row, strict=True)) for issue, row in zip(issues, found, strict=True)
            },
        }
        for name, found in scores.items()
    }
    return {"onetext": "scenario/1", "issues": issues, "parties": parties}


def usable(data: Data) -> Scenario | None:
    """The scenario, or None where a party's best package is worth nothing."""
    try:
        return parse_scenario(data, "random.yaml")
    except Faults as refused:
        if all("its best package is worth" in fault.problem for fault in refused.faults):
            return None
        raise


_VALUES = st.one_of(
    st.integers(0, 6).map(lambda tens: tens * 10),
    st.sampled_from([0.1, 33.3, [10, 30], {"normal": [20, 5]}, {"triangular": [1, 5, 30]}]),
)


@st.composite
def scenarios(draw: st.DrawFn, *, parties: int | None = None, additive: bool = False) -> Data:
    """Small scenarios with few distinct numbers, so that ties are common."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    issues = {f"i{number}": [f"o{option}" for option in range(size)] for number, size in enumerate(sizes)}
    step = draw(st.sampled_from([50, 25, 10, 1]))
    score = st.one_of(st.integers(0, 100 // step).map(lambda steps: steps * step), st.just([20, 60]))
    count = parties or draw(st.integers(1, 5))
    data: Data = {"onetext": "scenario/1", "issues": issues, "parties": {}}
    for number in range(count):
        party: Data = {
            "weights": {issue: draw(_VALUES) for issue in issues if draw(st.integers(0, 9))},
            "scores": {
                issue: {option: draw(score) for option in options if draw(st.integers(0, 19))}
                for issue, options in issues.items()
            },
            "red_lines": draw(_choices(issues, 1)) if draw(st.booleans()) else [],
        }
        if draw(st.booleans()):
            party["reservation"] = draw(st.sampled_from([0, 0.2, 0.45, 0.7, 1, [0.1, 0.4]]))
        if not additive and draw(st.booleans()):
            party["interactions"] = [
                {"when": draw(_choices(issues, 3)), "value": draw(st.integers(-30, 30))}
                for _ in range(draw(st.integers(1, 3)))
            ]
        data["parties"][f"P{number}"] = party
    if not additive:
        data["rules"] = [draw(_rules(issues)) for _ in range(draw(st.integers(0, 3)))]
    return data


@st.composite
def _choices(draw: st.DrawFn, issues: dict[str, list[str]], most: int) -> list[str]:
    names = draw(st.lists(st.sampled_from(sorted(issues)), min_size=1, max_size=most, unique=True))
    return [f"{name}={draw(st.sampled_from(issues[name]))}" for name in names]


@st.composite
def _rules(draw: st.DrawFn, issues: dict[str, list[str]]) -> Data:
    kind = draw(st.sampled_from(["then", "then_not", "both"]))
    rule: Data = {"if": draw(_choices(issues, 2))}
    if kind != "then":
        rule["then_not"] = draw(_choices(issues, 2))
    if kind != "then_not":
        rule["then"] = draw(_choices(issues, 2))
    return rule
