"""Where the draft lies among the packages."""

from __future__ import annotations

from fractions import Fraction

from onetext.dealspace.draft_place import draft_place
from onetext.dealspace.scenario_file import parse_scenario
from onetext.dealspace.tally import tally

TWO = {
    "onetext": "scenario/1",
    "issues": {"flow": ["low", "high"], "toll": ["none", "penny"]},
    "parties": {
        "A": {
            "weights": {"flow": 60, "toll": 40},
            "scores": {"flow": {"low": 100, "high": 0}, "toll": {"none": 0, "penny": 100}},
            "red_lines": ["flow=high"],
        },
        "B": {
            "weights": {"flow": 50, "toll": 50},
            "scores": {"flow": {"low": 0, "high": 100}, "toll": {"none": 100, "penny": 0}},
            "interactions": [{"when": ["flow=low", "toll=none"], "value": 10}],
        },
    },
}


def test_draft_that_settles_everything_is_one_place() -> None:
    scenario = parse_scenario({**TWO, "draft": {"flow": "low", "toll": "none"}}, "two")
    place = draft_place(scenario, tally(scenario))

    assert place is not None
    assert (place.low, place.high) == ((Fraction(3, 5), Fraction(3, 5)), (Fraction(3, 5), Fraction(3, 5)))
    assert (place.open, place.red_lines) == ((), ())


def test_open_issue_makes_it_a_range_over_every_way_of_settling_it() -> None:
    scenario = parse_scenario({**TWO, "draft": {"flow": "high"}}, "two")
    place = draft_place(scenario, tally(scenario))

    assert place is not None
    assert place.open == ("toll",)
    assert (place.low, place.high) == ((Fraction(0), Fraction(1, 2)), (Fraction(2, 5), Fraction(1)))
    assert place.red_lines == ("flow=high",)


def test_without_a_draft_there_is_no_place() -> None:
    scenario = parse_scenario(TWO, "two")

    assert draft_place(scenario, tally(scenario)) is None


def test_worth_counts_an_interaction_only_where_all_its_options_are_in_the_package() -> None:
    counted = tally(parse_scenario(TWO, "two"))

    assert [counted.utility(1, counted.worth(package)[1]) for package in ((0, 0), (0, 1), (1, 0))] == [
        Fraction(3, 5),
        Fraction(0),
        Fraction(1),
    ]
