"""What two assessments disagree on that matters: each value exchanged by itself, and solved again (S7).

The first assessment is taken as it is; one of its values at a time is set as the second has it. Nothing is mixed
further: every answer here is that of one assessment with one value exchanged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from onetext.case.case import Case
from onetext.case.position import Assessment, Quantity
from onetext.dealspace.from_case import from_case, issues_of
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Package, Scenario
from onetext.dealspace.solve import Solution, solve
from onetext.files.faults import Faults
from onetext.workspace.pages.packages.differing import Difference, differing, exchanged
from onetext.workspace.pages.packages.quantities import middle
from onetext.workspace.pages.packages.trying import tried_case


@dataclass(frozen=True)
class Matter:
    """One value exchanged: the Nash package then (None: nothing is acceptable), and what each party has more in it."""

    difference: Difference
    package: Package | None
    moved: tuple[float, ...]
    impossible: bool = False

    def changes(self, before: Package | None) -> int:
        if self.package is None or before is None:
            return 0 if self.package == before else 10**6
        return sum(mine != theirs for mine, theirs in zip(self.package, before, strict=True))


@dataclass(frozen=True)
class Matters:
    """``matters`` with the weightiest first; ``alone`` counts values that only the first or only the second knows.

    ``scaled``: by party, what the second's weights were multiplied with to stand on the scale of the first.
    """

    scenario: Scenario
    before: Package | None
    matters: tuple[Matter, ...]
    asked: int
    alone: tuple[int, int]
    scaled: Mapping[str, float]

    @property
    def complete(self) -> bool:
        return len(self.matters) == self.asked


def matters(case: Case, first: Assessment, second: Assessment, running: Running) -> Matters:
    """Raises ``Faults`` where nothing can be computed under the first."""
    scenario = from_case(case, first.id)
    base = solve(scenario, running.clock, running, intervals=False, patience=0)
    issues, _titles = issues_of(case)
    parties = [party.name for party in scenario.parties]
    factors = {party: _factor(first, second, party) for party in parties}
    other = _scaled(second, factors)
    found = [one for party in parties for one in differing(first, other, party, issues)]
    both = [one for one in found if one.both_say]
    done = []
    for number, one in enumerate(both):
        if running.over():
            break
        done.append(_exchanged(case, first, one, base, running))
        running.tell("", (number + 1) / len(both))
    before = _nash(base)
    done.sort(key=lambda one: (one.impossible, -one.changes(before), -max(map(abs, one.moved), default=0.0)))
    alone = sum(one.second is None for one in found), sum(one.first is None for one in found)
    return Matters(scenario, before, tuple(done), len(both), alone, {p: f for p, f in factors.items() if f != 1})


def _exchanged(case: Case, first: Assessment, one: Difference, base: Solution, running: Running) -> Matter:
    changed = exchanged(first, one)
    if one.kind == "weight":  # an order known to the first may not hold for the second's weight
        changed = changed.model_copy(update={"orders": {k: v for k, v in changed.orders.items() if k != one.party}})
    try:
        tried = from_case(tried_case(case, changed), first.id)
        found = solve(tried, running.clock, running, intervals=False, patience=0)
    except Faults:
        return Matter(one, None, (), impossible=True)
    if "nash" not in found.answers or "nash" not in base.answers:
        return Matter(one, _nash(found), ())
    now = found.tally.utilities(found.answers["nash"].vector)
    then = base.tally.utilities(base.answers["nash"].vector)
    return Matter(one, _nash(found), tuple(float(a - b) for a, b in zip(now, then, strict=True)))


def _nash(solution: Solution) -> Package | None:
    answer = solution.answers.get("nash")
    return answer.package if answer else None


def _factor(first: Assessment, second: Assessment, party: str) -> float:
    """Only proportions of weights matter: totals are made equal over the issues that both weigh."""
    mine, theirs = first.weights.get(party, {}), second.weights.get(party, {})
    shared = [issue for issue in mine if issue in theirs]
    totals = [sum(middle(row[issue]) or 0.0 for issue in shared) for row in (mine, theirs)]
    return totals[0] / totals[1] if all(totals) else 1.0


def _scaled(second: Assessment, factors: Mapping[str, float]) -> Assessment:
    weights = {
        party: {issue: _times(weight, factors.get(party, 1.0)) for issue, weight in row.items()}
        for party, row in second.weights.items()
    }
    return second.model_copy(update={"weights": weights})


def _times(quantity: Quantity, factor: float) -> Quantity:
    if factor == 1:
        return quantity
    if isinstance(quantity, Mapping):
        return {shape: [_number(each, factor) for each in numbers] for shape, numbers in quantity.items()}
    if isinstance(quantity, tuple | list):
        return tuple(_number(each, factor) for each in quantity)
    return _number(quantity, factor)


def _number(number: Any, factor: float) -> float:
    """To one digit after the point: nobody's weights are finer than that."""
    return float(round(Fraction(str(number)) * Fraction(str(factor)), 1))
