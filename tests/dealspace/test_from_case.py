"""A scenario out of a case: one named assessment, the points' options, the logic of the linkages."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetext.case.case import Case
from onetext.case.snapshot import parse_case, read_case
from onetext.dealspace.from_case import from_case
from onetext.dealspace.solution_data import solution_data
from onetext.dealspace.solve import solve
from onetext.files.faults import Faults

RIVER_BASIN = Path(__file__).parents[2] / "examples" / "river-basin"

CASE = """
onetext: case/1
id: river
title: Two banks
basis: invented
parties: [{id: south, name: Southbank}, {id: north, name: Northbank}, {id: guest, name: Guest, kind: observer}]
plans: [{id: side, title: Side, instrument: side_paper}, {id: main, title: Plan, parties: [south, north]}]
points: [{id: p1, title: The bridge}, {id: p2, title: The share}, {id: p3, title: Preamble}]
options:
- {id: p2-o1, point: p2, issue: amount, label: half}
- {id: p2-o2, point: p2, issue: amount, label: a third}
- {id: p2-o3, point: p2, issue: term, label: ten years}
- {id: p1-o1, point: p1, label: a toll}
- {id: p1-o2, point: p1, label: no toll}
drafts:
- {id: d2, plan: main, on: 2025-03, clauses: [{number: "1", point: p1, options: [p1-o2]}]}
- {id: d1, plan: main, on: 2025-02-01, clauses: [{number: "1", point: p1, options: [p1-o1]}]}
- {id: s1, plan: side, on: 2025-06, clauses: [{number: "1", point: p1, options: [p1-o1]}]}
linkages:
- {id: k1, kind: condition, if: [p1-o1], then_not: [p2-o2]}
- {id: k2, kind: package, points: [p1, p2, p3]}
assessments:
- id: a1
  title: Our guess
  by: desk
  labels: [assessment]
  reservations: {north: [0.2, 0.4]}
  weights: {north: {p1: 30, p2/amount: 70}, south: {p1: 50, p3: 4}}
  scores: {north: {p1-o1: 0, p1-o2: 100, p2-o1: 100, p2-o2: 30}, south: {p1-o1: 100, p1-o2: 0, p2-o2: 100}}
  red_lines: {south: [p2-o1]}
  interactions: {north: [{when: [p1-o2, p2-o2], value: 10}]}
  orders: {north: [p2/amount > p1], south: [p9 > p1]}
- {id: a2, title: Another, labels: [assessment], weights: {north: {p1: 1}}, scores: {north: {p1-o2: 10}}}
"""


def case(text: str = CASE) -> Case:
    found, faults = parse_case(text)
    assert found is not None, faults
    return found


def test_points_with_options_are_issues() -> None:
    scenario = from_case(case(), "a1")
    assert [(issue.name, issue.options) for issue in scenario.issues] == [
        ("p1", ("p1-o1", "p1-o2")),
        ("p2/amount", ("p2-o1", "p2-o2")),
        ("p2/term", ("p2-o3",)),
    ]
    assert scenario.titles["p2/amount"] == "The share: amount"
    assert scenario.titles["p1-o2"] == "no toll"


def test_parties_are_those_of_the_assessment_in_the_order_of_the_case() -> None:
    south, north = from_case(case(), "Our guess").parties
    assert (south.name, north.name) == ("south", "north")
    assert [weight.high for weight in north.weights] == [30, 70, 70]
    assert north.reservation is not None
    assert (float(north.reservation.low), float(north.reservation.high)) == (0.2, 0.4)
    assert north.scores[1][1].middle == 30
    assert (north.orders, south.red_lines) == (((1, 0),), frozenset({(1, 0)}))
    assert north.interactions[0].when == ((0, 1), (1, 1))


def test_linkages_are_rules_and_the_latest_main_draft_is_the_draft() -> None:
    scenario = from_case(case(), "a1")
    assert [(rule.when, rule.then_not, rule.together) for rule in scenario.rules] == [
        (((0, 0),), ((1, 1),), ()),
        ((), (), (0, 1, 2)),
    ]
    assert scenario.draft == (1, None, None)


def test_based_on_names_every_record_that_moves_a_number() -> None:
    """S4."""
    scenario = from_case(case(), "a1")
    assert scenario.based_on == ("a1", "k1", "p1-o1", "p1-o2", "p2-o1", "p2-o2", "p2-o3", "d2")


@pytest.mark.parametrize(
    ("outside", "changed"),
    [
        (
            "weights: {north: {p1: 1}}, scores: {north: {p1-o2: 10}}",
            "weights: {north: {p1: 99}}, reservations: {south: 1}",
        ),
        ('on: 2025-06, clauses: [{number: "1", point: p1, options: [p1-o1]}]', "on: 2025-07, clauses: []"),
        ("title: The share", "title: Another word"),
        ("points: [p1, p2, p3]}", "points: [p3]}"),
    ],
)
def test_what_is_not_among_the_records_moves_no_number(outside: str, changed: str) -> None:
    """S4."""
    assert outside in CASE
    one, other = (
        solution_data(solve(from_case(case(text), "a1"), lambda: 0.0))
        for text in (CASE, CASE.replace(outside, changed))
    )
    assert one == other


def test_what_the_assessment_names_in_vain_is_said() -> None:
    assert from_case(case(), "a1").left_out == (
        "south: 'p3' names no point with options; it is left out",
        "south: 'p9 > p1' names no point with options; it is left out",
    )
    assert from_case(case(), "a2").left_out == (
        "south: a party of the plan of which the assessment says nothing; it is left out",
    )


def test_another_assessment_gives_other_numbers_and_none_of_the_first() -> None:
    """S7."""
    scenario = from_case(case(), "a2")
    assert [party.name for party in scenario.parties] == ["north"]
    assert (scenario.parties[0].red_lines, scenario.parties[0].interactions) == (frozenset(), ())
    assert "a1" not in scenario.based_on


def test_a_case_is_solved() -> None:
    found = solve(from_case(case(), "a1"), lambda: 0.0)
    assert [found.scenario.named(answer.package) for answer in found.answers.values()] == [
        {"p1": "p1-o2", "p2/amount": "p2-o2", "p2/term": "p2-o3"}
    ] * 4


EMPTY = """
onetext: case/1
id: river
title: t
basis: invented
assessments: [{id: a1, title: t, labels: [assessment]}]
"""
UNNAMED = "river: a case is computed under one named assessment, and none is named"
NOTHING = "river: it holds no assessment, so there is nothing to compute packages from"


def test_the_river_basin_has_packages_that_all_could_sign() -> None:
    found = solve(from_case(read_case(RIVER_BASIN), "a1"), lambda: 0.0)
    assert found.scenario.packages == 155_520
    assert all(min(found.tally.gains(answer.vector)) > 0 for answer in found.answers.values())
    assert {answer.ties for answer in found.answers.values()} == {1}


@pytest.mark.parametrize(
    ("text", "name", "problem", "remedy"),
    [
        (CASE, None, UNNAMED, "add --assessment with one of: a1 (Our guess), a2 (Another)"),
        (CASE, "a3", "river: there is no assessment 'a3'", "name one by its id: a1 (Our guess), a2 (Another)"),
        (
            CASE.replace("Another", "Our guess"),
            "Our guess",
            "river: several assessments have the title 'Our guess'",
            "name one by its id: a1 (Our guess), a2 (Our guess)",
        ),
        (
            CASE.split("assessments:", maxsplit=1)[0],
            None,
            NOTHING,
            (
                "add one under assessments: each party's weights, scores and reservation, by a named analyst;"
                " where --as names a reader, only what that reader may see is there"
            ),
        ),
        (EMPTY, "a1", "river: no point of this case has an option", "add the options of its points"),
        (
            CASE.replace("{p1: 30, p2/amount: 70}", "{p1: -30, p2/amount: 70}"),
            "a1",
            "river: assessments.a1: parties.north.weights.p1: a weight cannot be negative: -30",
            "use 0 or more",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_said(text: str, name: str | None, problem: str, remedy: str) -> None:
    with pytest.raises(Faults) as refused:
        from_case(case(text), name)
    assert str(refused.value) == f"{problem} ({remedy})"


def test_clauses_without_an_option_are_named() -> None:
    """What the draft says and no computation knows."""
    text = CASE.replace(
        "point: p1, options: [p1-o2]}]", 'point: p1, options: [p1-o2]}, {number: "2", point: p2}, {number: "3a"}]'
    )
    assert from_case(case(text), "a1").unmapped == ("2", "3a")
