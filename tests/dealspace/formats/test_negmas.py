"""NegMAS scenario folders: what they say, and which kinds are refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetext.dealspace.formats.recognising import scenario_at
from onetext.dealspace.tally import tally
from tests.dealspace.formats.files import folder_of, refused, warned, worths

DOMAIN = """issues:
- {name: years, type: ContiguousIssue, values: [0, 5]}
- {name: kind, type: CategoricalIssue, values: [loan, grant]}
name: money
type: DiscreteCartesianOutcomeSpace
"""
ONE = """name: one
reserved_outcome: null
reserved_value: 0.3
type: LinearAdditiveUtilityFunction
values:
- {bias: 1.0, slope: -0.2, type: AffineFun}
- mapping: {loan: 1.0, grant: 0.25}
  type: TableFun
weights: [0.5, 0.5]
"""
TWO = """name: two
reserved_value: -.inf
type: negmas.preferences.LinearAdditiveUtilityFunction
values:
  years: {slope: 0.4, type: LinearFun}
  kind: {bias: 0.5, type: ConstFun}
weights: {years: 2, kind: 1}
bias: 0.5
"""


def folder_with(tmp_path: Path, one: str = ONE, two: str = TWO, domain: str = DOMAIN) -> Path:
    return folder_of(tmp_path / "money", domain_yml=domain, one_yml=one, two_yml=two, _info_yaml="mechanism: none\n")


def test_a_folder_holds_a_domain_and_its_utility_functions(tmp_path: Path) -> None:
    scenario = scenario_at(folder_with(tmp_path))
    assert [(issue.name, issue.options) for issue in scenario.issues] == [
        ("years", ("0", "1", "2", "3", "4", "5")),
        ("kind", ("loan", "grant")),
    ]
    one, two = scenario.parties
    assert one.reservation is not None
    assert (one.name, float(one.reservation.middle), two.reservation) == ("one", 0.3, None)
    assert worths(scenario, "1", "grant")[0] == 0.525
    assert tally(scenario).additive


def test_utilities_beyond_one_are_shares_of_the_best_and_that_is_said(tmp_path: Path) -> None:
    scenario = scenario_at(folder_with(tmp_path, two=TWO.replace("-.inf", "2.5")))
    assert warned(scenario) == [("two.yml", "its best package is worth 5.0; utilities are shares of it")]
    assert worths(scenario, "5", "loan")[1] == 1
    assert worths(scenario, "2", "grant")[1] == (2 * 0.8 + 0.5 + 0.5) / 5
    reservation = scenario.parties[1].reservation
    assert reservation is not None
    assert reservation.middle * 5 == 2.5


def test_the_domain_file_brings_what_lies_beside_it(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    assert scenario_at(folder / "domain.yml").parties == scenario_at(folder).parties


def test_a_discounted_function_is_read_without_its_discount(tmp_path: Path) -> None:
    inner = "\n".join(f"  {line}" for line in ONE.splitlines())
    scenario = scenario_at(folder_with(tmp_path, f"type: ExpDiscountedUFun\ndiscount: 0.75\nufun:\n{inner}\n"))
    assert ("one.yml: discount", "0.75 is noted, not applied: utilities are undiscounted") in warned(scenario)
    assert worths(scenario, "0", "loan")[0] == 1


def test_a_reserved_outcome_stands_for_what_it_is_worth(tmp_path: Path) -> None:
    text = ONE.replace("reserved_value: 0.3", "reserved_value: null").replace("null", "[0, grant]", 1)
    reservation = scenario_at(folder_with(tmp_path, text)).parties[0].reservation
    assert reservation is not None
    assert reservation.middle == 0.625


def test_a_weight_below_zero_turns_its_issue_around(tmp_path: Path) -> None:
    text = ONE.replace("weights: [0.5, 0.5]", "weights: [-0.5, 0.5]\nbias: 0.5")
    assert worths(scenario_at(folder_with(tmp_path, text)), "1", "loan")[0] == -0.4 + 0.5 + 0.5


def test_continuous_issues_are_tried_on_request_only(tmp_path: Path) -> None:
    domain = DOMAIN.replace("ContiguousIssue, values: [0, 5]", "ContinuousIssue, values: [0.0, 5.0]")
    folder = folder_with(tmp_path, domain=domain)
    assert refused(folder)[2] == "say how many of them to try: --discretise 11"
    assert scenario_at(folder, 3).issues[0].options == ("0", "2.5", "5")


BROKEN = [
    (
        ONE.replace("LinearAdditive", "HyperRectangle"),
        "type",
        "a utility function of kind 'HyperRectangleUtilityFunction'",
    ),
    (ONE.replace("AffineFun", "CosFun"), "values.years", "a value function of kind 'CosFun'"),
    (ONE.replace("grant: 0.25", "gift: 0.25"), "values.kind.mapping.grant", "is missing"),
    (ONE.replace("[0.5, 0.5]", "[0.5]"), "weights", "are not one for each of the 2 issues"),
    (ONE.replace("[0.5, 0.5]", "[0.5, much]"), "weights.kind", "'much' is not a finite number"),
    (ONE.replace("0.3", ".nan"), "reserved_value", "'.nan' is not a finite number"),
]


@pytest.mark.parametrize(("text", "place", "problem"), BROKEN)
def test_what_is_not_read_is_refused_by_name(text: str, place: str, problem: str, tmp_path: Path) -> None:
    found = refused(folder_with(tmp_path, text))
    assert found[:2] == (f"one.yml: {place}", problem)
    assert found[2]
