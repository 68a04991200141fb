"""The plain twin of conflicts: every package with all it violates, every set of members tried.

It imports nothing from ``dealspace`` (S5). A member is ``(party, "issue=option")``, ``(party, "reservation")`` or
``("rule", index)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from tests.plain.packages import Data, Named, all_packages, holds, legal, middle, worth

Member = tuple[str, str | int]


class Outcome(NamedTuple):
    """What a package violates, and how far below their reservations the parties are that it leaves short."""

    package: Named
    violated: frozenset[Member]
    lowering: Fraction


def members(data: Data) -> list[Member]:
    found: list[Member] = []
    for name, party in data["parties"].items():
        found += [(name, option) for option in dict.fromkeys(party.get("red_lines", []))]
        if party.get("reservation") is not None:
            found.append((name, "reservation"))
    rules = data.get("rules", [])
    return found + [("rule", index) for index, rule in enumerate(rules) if "together" not in rule]


def outcomes(data: Data) -> list[Outcome]:
    packages = all_packages(data)
    worths = {name: [worth(data, party, package) for package in packages] for name, party in data["parties"].items()}
    best = {name: max(row) for name, row in worths.items()}
    found = []
    for number, package in enumerate(packages):
        violated: set[Member] = set()
        lowering = Fraction(0)
        for name, party in data["parties"].items():
            violated |= {(name, option) for option in party.get("red_lines", []) if holds(package, option)}
            if party.get("reservation") is not None:
                short = middle(party["reservation"]) - worths[name][number] / best[name]
                if short > 0:
                    violated.add((name, "reservation"))
                    lowering += short
        for index, rule in enumerate(data.get("rules", [])):
            if not legal({**data, "rules": [rule]}, package):
                violated.add(("rule", index))
        found.append(Outcome(package, frozenset(violated), lowering))
    return found


def minimal_conflicts(data: Data, found: list[Outcome]) -> set[frozenset[Member]]:
    """By size: every set that shares something with all that any package violates and holds no smaller such set."""
    violations = {outcome.violated for outcome in found}
    conflicts: list[frozenset[Member]] = []
    for chosen in _subsets(members(data)):
        if not any(conflict <= chosen for conflict in conflicts) and all(chosen & one for one in violations):
            conflicts.append(chosen)
    return set(conflicts)


def _subsets(every: list[Member]) -> Iterator[frozenset[Member]]:
    for size in range(len(every) + 1):
        yield from map(frozenset, combinations(every, size))


def cost(outcome: Outcome) -> tuple[int, int, Fraction]:
    """Members touched, of these fallen whole, and the lowering of the rest."""
    whole = sum(what != "reservation" for _, what in outcome.violated)
    return len(outcome.violated), whole, outcome.lowering


def cheapest(found: list[Outcome]) -> tuple[int, int, Fraction]:
    return min(map(cost, found))


def single_openings(found: list[Outcome]) -> dict[Member, Fraction]:
    """Each member that opens a deal all alone, with the smallest lowering it takes (0 for what falls whole)."""
    ways: dict[Member, Fraction] = {}
    for outcome in found:
        if len(outcome.violated) == 1:
            [member] = outcome.violated
            ways[member] = min(outcome.lowering, ways.get(member, outcome.lowering))
    return ways
