"""Rules that contradict one another are warned of, with the options that no package can hold for it."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from onetext.dealspace.contradictions import contradictions
from onetext.dealspace.scenario import Issue, Rule
from onetext.dealspace.scenario_file import parse_scenario
from onetext.dealspace.tally import broken
from tests.dealspace.scenarios import Data, river

CONTRADICTIONS = [
    (
        [{"if": ["guarantee=none"], "then": ["territory=line of contact"], "then_not": ["territory=line of contact"]}],
        "river.yaml: rules[0]",
        "it contradicts itself: no package can hold guarantee=none",
    ),
    (
        [{"if": ["guarantee=none"], "then": ["guarantee=treaty"]}],
        "river.yaml: rules[0]",
        "it contradicts itself: no package can hold guarantee=none",
    ),
    (
        [
            {"if": ["guarantee=none"], "then": ["territory=line of contact"]},
            {"if": ["territory=line of contact"], "then_not": ["guarantee=none"]},
        ],
        "river.yaml: rules[1]",
        "it contradicts rules[0]: no package can hold guarantee=none",
    ),
]


@pytest.mark.parametrize(("rules", "address", "problem"), CONTRADICTIONS)
def test_rules_that_contradict_one_another_are_warned_of(rules: list[Data], address: str, problem: str) -> None:
    scenario = parse_scenario(river() | {"rules": rules}, "river.yaml")
    assert [(fault.address, fault.problem) for fault in scenario.warnings] == [(address, problem)]


def test_options_that_do_not_go_together_are_no_contradiction() -> None:
    rules = [{"if": ["guarantee=none", "territory=full withdrawal"], "then_not": ["guarantee=none"]}]
    assert parse_scenario(river() | {"rules": rules}, "river.yaml").warnings == ()


@pytest.mark.parametrize("seed", range(200))
def test_what_is_called_impossible_is_in_no_package_that_keeps_the_rules(seed: int) -> None:
    random = Random(seed)
    issues = [Issue(f"i{number}", ("a", "b", "c")[: random.randint(1, 3)]) for number in range(3)]
    choices = [(issue, option) for issue, known in enumerate(issues) for option in range(len(known.options))]

    def some(most: int) -> tuple[tuple[int, int], ...]:
        return tuple(random.sample(choices, random.randint(0, min(most, len(choices)))))

    rules = {number: Rule(some(2), some(1), some(1)) for number in range(5)}
    packages = list(product(*(range(len(issue.options)) for issue in issues)))
    for found in contradictions(issues, rules):
        kept = [rules[number] for number in found.rules]
        holding = [package for package in packages if all(package[at] == option for at, option in found.condition)]
        assert holding
        assert all(any(broken(rule, package) for rule in kept) for package in holding)
