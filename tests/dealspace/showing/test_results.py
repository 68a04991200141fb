"""Results as HTML: well formed, complete, and nothing of a file gets out of its place."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from bs4 import BeautifulSoup

from onetext import dealspace
from onetext.dealspace.scenario_file import parse_scenario
from tests.dealspace.scenarios import Data, table

EVIL = "<script>alert('1')</script>&\"x"


def evil(*, blocked: bool = False) -> Data:
    data: Data = {
        "onetext": "scenario/1",
        "issues": {EVIL: [EVIL + "a", EVIL + "b"]},
        "parties": {
            EVIL + name: {
                "reservation": 0.9 if blocked else None,
                "scores": {EVIL: {EVIL + "a": first, EVIL + "b": 100 - first}},
            }
            for name, first in (("A", 100), ("B", 20), ("C", 60))
        },
        "draft": {EVIL: EVIL + "a"},
    }
    return data


def shown() -> list[str]:
    scenario, blocked = parse_scenario(evil(), EVIL), parse_scenario(evil(blocked=True), EVIL)
    solution = dealspace.solve(scenario)
    return [
        result._repr_html_()
        for result in (
            solution,
            dealspace.explain(solution),
            dealspace.amend(scenario, want=f"{EVIL}={EVIL}b"),
            dealspace.conflicts(scenario),
            dealspace.conflicts(blocked),
            dealspace.solve(blocked),
            dealspace.robust(scenario, samples=20, seed=1),
        )
    ]


def test_names_of_a_file_are_escaped_everywhere() -> None:
    for html in shown():
        page = BeautifulSoup(html, "html.parser")
        assert page.find_all("script") == []
        assert ("alert('1')" in page.get_text()) == ("alert(" in html)
        ET.fromstring(f"<div>{html}</div>")  # noqa: S314  # our own


def test_a_solution_shows_answers_and_frontier() -> None:
    solution = dealspace.solve(parse_scenario(table(A=[[100, 60, 0]], B=[[0, 70, 100]]), "x.yaml"))
    page = BeautifulSoup(solution._repr_html_(), "html.parser")
    assert [cell.get_text() for cell in page.find_all("th", scope="col")][1:] == [
        "Nash", "Kalai-Smorodinsky", "leximin", "largest sum",
    ]  # fmt: skip
    assert len(page.find_all("circle")) == 3 + 1
    assert "3 efficient outcomes" in page.get_text()


def test_more_than_two_parties_are_drawn_as_lines() -> None:
    solution = dealspace.solve(parse_scenario(table(A=[[100, 60]], B=[[0, 70]], C=[[50, 100]]), "x.yaml"))
    page = BeautifulSoup(solution._repr_html_(), "html.parser")
    assert len(page.find_all("polyline")) == len(solution.frontier.packages) + len(
        {answer.vector for answer in solution.answers.values()}
    )
