"""Why these packages: sentences and data agree with the packages, and hold for every order of the parties."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings

from onetext.dealspace.explaining.explain import Explanation, explain
from onetext.dealspace.scenario_file import parse_scenario
from onetext.dealspace.solve import Solution, solve
from onetext.dealspace.tally import Tally
from onetext.files.yamldoc import parse_yaml
from tests.cli.test_amend import HARBOUR
from tests.dealspace.scenarios import Data, river, scenarios, table, usable
from tests.plain.packages import solved as twin_solved

few = settings(max_examples=30, deadline=None, derandomize=True)


def solved(data: Data) -> Solution:
    return solve(parse_scenario(data, "x.yaml"), lambda: 0.0)


def explained(data: Data) -> Explanation:
    return explain(solved(data))


def harbour() -> Data:
    data: Data = parse_yaml(HARBOUR, "harbour.yaml")
    return data


def test_two_parties_that_weigh_points_unlike_have_traded() -> None:
    first = explained(harbour()).answers[0]
    assert first.name == "nash"
    [trade] = first.trades
    assert [(swap.issue, swap.gain, swap.cost) for swap in trade.to_first] == [(0, Fraction(1, 2), Fraction(3, 10))]
    assert [(swap.issue, swap.gain, swap.cost) for swap in trade.to_second] == [(1, Fraction(3, 5), Fraction(1, 5))]
    assert (trade.first_net, trade.second_net, trade.pays) == (Fraction(3, 10), Fraction(3, 10), True)
    assert first.over_draft == (Fraction(37, 100), Fraction(18, 100))
    assert (
        "Nash: over the draft it changes port: shared → north, fees: low → none, patrols: separate → joint:"
        " North +0.370, South +0.180" in first.lines
    )


def test_an_answer_that_is_another_answer_is_said_once() -> None:
    lines = explained(harbour()).answers[1].lines
    assert lines == ("Kalai-Smorodinsky: the same package as Nash",)


def test_the_most_that_a_missing_reservation_may_be_is_said() -> None:
    """S3."""
    assert "B gave no reservation: it can sign the Nash package if that is at most 0.167" in explained(river()).rests_on


def test_a_red_line_that_shuts_out_a_better_package_is_named() -> None:
    data = table(A=[[100, 0], [0, 100]], B=[[100, 0], [100, 0]])
    data["parties"]["B"]["red_lines"] = ["i0=o0"]
    found = explained(data)
    assert "without the red line i0=o0 of B, Nash would be another package: A +0.500, B +0.500" in found.binds


def test_a_rule_that_shuts_out_a_better_package_is_named_by_its_number() -> None:
    data = table(A=[[100, 0]], B=[[60, 50]])
    data["rules"] = [{"together": ["i0"]}, {"if": ["i0=o0"], "then_not": ["i0=o0"]}]
    found = explained(data)
    assert "without rule 2, Nash would be another package: A +1.000, B +0.167" in found.binds


def test_a_reservation_counts_where_the_sum_would_be_larger_without_it() -> None:
    data = table(A=[[100, 40]], B=[[40, 80]])
    data["parties"]["B"]["reservation"] = 0.9
    found = explained(data)
    assert "without the reservation of B, largest sum would be another package: A +0.600, B -0.500" in found.binds


def test_an_assumed_number_that_decides_is_named_with_the_end_of_its_range() -> None:
    data = table(A=[[100, 0]], B=[[0, 100]])
    data["parties"]["A"]["scores"]["i0"] = {"o0": 100, "o1": [0, 40]}
    data["parties"]["B"]["scores"]["i0"] = {"o0": [10, 50], "o1": 100}
    for party in data["parties"].values():
        party["reservation"] = 0
    found = explained(data)
    assert found.rests_on == (
        "A: with score of i0=o1 at 40 instead of 20 the Nash package would be another one",
        "B: with score of i0=o0 at 10 instead of 30 the Nash package would be another one",
    )


def test_of_what_is_too_large_nothing_is_claimed() -> None:
    data = table(A=[[100, 0, 30, 40]] * 8, B=[[0, 100, 60, 10]] * 8)
    data["parties"]["A"]["red_lines"] = ["i0=o1"]
    data["parties"]["B"]["weights"]["i0"] = [10, 90]
    found = explained(data)
    assert (found.looked.shadows_looked, found.looked.doubts_looked) == (False, False)
    assert "what each red line, rule and reservation costs was not looked into: too many packages to go through" in (
        found.binds
    )


def test_nothing_acceptable_has_no_reasons() -> None:
    data = table(A=[[100, 50]], B=[[50, 100]])
    for party in data["parties"].values():
        party["reservation"] = 0.6
    assert explained(data).answers == ()


@few
@given(scenarios())
def test_standings_add_up_to_the_utility(data: Data) -> None:
    """What a party gave, taken from its best on every point, plus its bonuses, is its utility."""
    scenario = usable(data)
    if scenario is None:
        return
    solution = solve(scenario, lambda: 0.0)
    for reasons in explain(solution).answers:
        for standing in reasons.standings:
            best = best_of_points(solution.tally, standing.party)
            gave = sum((point.gave for point in (*standing.has, *standing.gave)), Fraction(0))
            bonus = sum((one.worth for one in standing.bonuses), Fraction(0))
            assert best - gave + bonus == standing.utility


def best_of_points(counted: Tally, party: int) -> Fraction:
    return counted.utility(party, counted.base[party] + sum(map(max, counted.own[party])))


@few
@given(scenarios())
def test_shadows_and_doubts_agree_with_the_twin(data: Data) -> None:
    """S5: each named red line or number, taken out of the file by hand, gives the package that is named."""
    scenario = usable(data)
    if scenario is None:
        return
    looked = explain(solve(scenario, lambda: 0.0)).looked
    for shadow in looked.shadows:
        if not shadow.what.startswith("the red line"):
            continue
        choice = shadow.what.split()[3]
        parties = {
            name: {**party, "red_lines": [at for at in party["red_lines"] if at != choice]}
            for name, party in data["parties"].items()
        }
        assert twin_solved({**data, "parties": parties})[shadow.answer]["package"] == scenario.named(shadow.package)
    for doubt in looked.doubts:
        if not doubt.what.startswith("score of "):
            continue
        issue, option = doubt.what.removeprefix("score of ").split("=")
        name = scenario.parties[doubt.party].name
        party = data["parties"][name]
        scores = {**party["scores"], issue: {**party["scores"].get(issue, {}), option: float(doubt.at)}}
        changed = {**data, "parties": {**data["parties"], name: {**party, "scores": scores}}}
        answer = twin_solved(changed)["nash"]
        assert (answer and answer["package"]) == (doubt.package and scenario.named(doubt.package))


@few
@given(scenarios(parties=3))
def test_every_party_is_treated_by_the_same_rule(data: Data) -> None:
    """Neutral: with the parties the other way round each has the same standing in the same package."""
    turned = {**data, "parties": dict(reversed(data["parties"].items()))}
    one, other = usable(data), usable(turned)
    if one is None or other is None:
        return
    first, second = (explain(solve(scenario, lambda: 0.0)) for scenario in (one, other))
    for a, b in zip(first.answers, second.answers, strict=True):
        if a.package == b.package:
            assert [s.has for s in a.standings] == [s.has for s in reversed(b.standings)]
            assert [s.gave for s in a.standings] == [s.gave for s in reversed(b.standings)]


def test_a_point_where_both_met_in_the_middle_went_to_neither() -> None:
    data = table(A=[[100, 60, 0], [100, 0]], B=[[0, 60, 100], [0, 100]], C=[[0, 100, 0], [100, 0]])
    first = explained(data).answers[0]
    assert first.package[0] == 1
    assert all(swap.issue != 0 for trade in first.trades for swap in (*trade.to_first, *trade.to_second)
               if {trade.first, trade.second} == {0, 1})  # fmt: skip
