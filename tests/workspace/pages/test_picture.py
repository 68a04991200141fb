"""The pictures of a frontier: all that is drawn is there, and what is left out is said."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

from onetext.dealspace.draft_place import draft_place
from onetext.dealspace.scenario_file import parse_scenario
from onetext.dealspace.solve import solve
from tests.workspace.room import open_room

open_room()

from onetext.workspace.pages.packages.parallel import parallel  # noqa: E402 -- Django must be configured first
from onetext.workspace.pages.packages.picture import Drawing, evenly, plots  # noqa: E402 -- Django must be configured first


def drawing(parties: int) -> Drawing:
    """Two issues that everybody ranks in an order of their own."""
    data = {
        "onetext": "scenario/1",
        "issues": {"water": ["little", "half", "all"], "money": ["little", "all"]},
        "parties": {
            f"party {number}": {
                "reservation": 0.1,
                "weights": {"water": 60 - number, "money": 40 + number},
                "scores": {
                    "water": {"little": 100 * (number % 2), "half": 60, "all": 100 - 100 * (number % 2)},
                    "money": {"little": 100 - 20 * number, "all": 20 * number},
                },
            }
            for number in range(parties)
        },
        "draft": {"water": "half"},
    }
    scenario = parse_scenario(data, str(Path("memory")))
    solution = solve(scenario, perf_counter)
    names = tuple(party.name for party in scenario.parties)
    place = draft_place(scenario, solution.tally)
    return Drawing(solution, names, place, tuple(solution.frontier.packages))


def test_points_are_thinned_evenly_with_both_ends() -> None:
    points = [(number, 1000 - number) for number in range(1000)]
    drawn = evenly(points, 11)

    assert len(drawn) == 11
    assert (drawn[0], drawn[-1]) == (points[0], points[-1])
    assert evenly(points[:5], 11) == tuple(points[:5])


def test_two_parties_have_one_picture_with_stairs_and_no_parallel_lines() -> None:
    two = drawing(2)
    [plot] = plots(two)

    assert plot.dots.count("M") == len(two.points)
    assert plot.stairs.startswith("M")
    assert parallel(two) is None


def test_three_parties_have_every_pair_and_five_one_against_the_others() -> None:
    assert [(plot.first, plot.second) for plot in plots(drawing(3))] == [(0, 1), (0, 2), (1, 2)]
    assert [(plot.first, plot.second) for plot in plots(drawing(5), against=3)] == [(3, 0), (3, 1), (3, 2), (3, 4)]


def test_parallel_lines_have_an_axis_a_party_and_every_answer() -> None:
    three = drawing(3)
    found = parallel(three)

    assert found is not None
    assert [axis.name for axis in found.axes] == list(three.parties)
    assert "".join(line.letters.replace(" ", "") for line in found.answers).count("N") == 1
    assert found.lines.count("M") == found.drawn == len(three.points)
