"""Small scenarios in which little or nothing is acceptable, and the answer in the words of the plain twin."""

from __future__ import annotations

import random
from typing import Any

from onetext.dealspace.conflicts.finding import Conflict, Conflicts
from onetext.dealspace.conflicts.member import Member, PlanRule, RedLine
from onetext.dealspace.scenario import Scenario
from tests.plain import conflicts as plain

Data = dict[str, Any]


def blocked(seed: int) -> Data:
    """Two to four issues, one to four parties, a dozen members; by the seed some kinds of members are left out."""
    chance = random.Random(seed)
    kind = chance.choice(["all", "all", "lines", "rules", "floors", "lines and rules", "lines and floors"])
    sizes = [chance.randint(1, 3) for _ in range(chance.randint(2, 4))]
    issues = {f"i{number}": [f"o{option}" for option in range(size)] for number, size in enumerate(sizes)}
    every = [f"{issue}={option}" for issue, options in issues.items() for option in options]
    parties: Data = {}
    for number in range(chance.randint(1, 4)):
        party: Data = {
            "weights": {issue: chance.choice([0, 1, 5, 10, 33.3]) for issue in issues} | {"i0": 10},
            "scores": {
                issue: {option: chance.choice([0, 10, 50, 70, 100]) for option in options}
                for issue, options in issues.items()
            },
        }
        party["scores"]["i0"]["o0"] = 100
        if kind in {"all", "lines", "lines and rules", "lines and floors"}:
            party["red_lines"] = chance.sample(every, min(len(every), chance.randint(0, 3)))
        if kind in {"all", "floors", "lines and floors"} and chance.random() < 0.8:
            party["reservation"] = chance.choice([0, 0.2, 0.45, 0.6, 0.75, 0.9, 1, [0.5, 0.9]])
        if chance.random() < 0.4:
            party["interactions"] = [
                {"when": chance.sample(every, min(len(every), chance.randint(1, 3))), "value": chance.randint(-15, 15)}
                for _ in range(chance.randint(1, 3))
            ]
        parties[f"P{number}"] = party
    rules = []
    if kind in {"all", "rules", "lines and rules"}:
        for _ in range(chance.randint(0, 5)):
            rule: Data = {"if": chance.sample(every, min(len(every), chance.randint(1, 2)))}
            if chance.random() < 0.7:
                rule["then_not"] = chance.sample(every, min(len(every), chance.randint(1, 2)))
            if "then_not" not in rule or chance.random() < 0.3:
                rule["then"] = chance.sample(every, 1)
            rules.append(rule)
        if chance.random() < 0.3:
            rules.insert(0, {"together": list(issues)})
    return {"onetext": "scenario/1", "issues": issues, "parties": parties, "rules": rules}


def named(scenario: Scenario, member: Member) -> plain.Member:
    if isinstance(member, PlanRule):
        return "rule", member.index
    party = scenario.parties[member.party].name
    return party, scenario.label(member.choice) if isinstance(member, RedLine) else "reservation"


def names(found: Conflicts, conflict: Conflict) -> frozenset[plain.Member]:
    return frozenset(named(found.scenario, member) for member in conflict.members)
