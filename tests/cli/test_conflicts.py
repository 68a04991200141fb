"""``onetext conflicts FILE``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app
from tests.dealspace.scenarios import RIVER
from tests.dealspace.test_from_case import CASE, RIVER_BASIN

FERRY = """
onetext: scenario/1
issues:
  toll: [none, low, high]
  night: [closed, open]
parties:
  East:
    weights: {toll: 50, night: 50}
    scores: {toll: {none: 100, low: 50, high: 0}, night: {closed: 0, open: 100}}
    red_lines: [toll=high]
  West:
    reservation: 0.6
    weights: {toll: 60, night: 40}
    scores: {toll: {none: 0, low: 50, high: 100}, night: {closed: 100, open: 0}}
rules:
  - {together: [toll, night]}
  - {if: [toll=low], then_not: [night=closed]}
"""


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.yaml"
    path.write_text(FERRY, encoding="utf-8")
    return path


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert ended(app, ["conflicts", *arguments, "--json"]) == 0
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


def test_conflicts_prints_who_excludes_what_and_the_way_out(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["conflicts", str(ferry), "--smallest"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[:10] == [
        "ferry.yaml: no package is acceptable to all.",
        (
            "These 3 things exclude each other: East will not sign toll=high; West needs at least 0.6; "
            "rule 2 (if toll=low, then not night=closed)."
        ),
        "No conflict is smaller; there may be others.",
        "Cheapest way out: West lowers its reservation from 0.6 to 0.4 (by 0.2).",
        "  opens this, which gives East 0.500, West 0.400:",
        "    toll: none",
        "    night: closed",
        "Or one of these:",
        "  East gives up its red line toll=high",
        "  rule 2 is lifted",
    ]


def test_conflicts_prints_the_shape_of_the_format(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, str(ferry), "--all", "5")
    assert (found["feasible"], found["complete"], found["at_least"], found["stopped"]) == (False, True, 3, False)
    [conflict] = found["sets"]
    assert conflict["members"] == [
        {"party": "East", "red_line": "toll=high"},
        {"party": "West", "reservation": 0.6},
        {"rule": 1, "text": "if toll=low, then not night=closed"},
    ]
    assert (conflict["minimal"], conflict["smallest"]) == (True, True)
    assert conflict["cheapest_opening"] == {
        "changes": [{"party": "West", "reservation": 0.6, "to": 0.4, "by": 0.2}],
        "members": 1,
        "lowering": 0.2,
        "package": {"toll": "none", "night": "closed"},
        "utilities": {"East": 0.5, "West": 0.4},
        "proved": True,
    }
    assert [way["changes"][0] for way in conflict["openings"]] == [
        {"party": "East", "red_line": "toll=high", "given_up": True},
        {"party": "West", "reservation": 0.6, "to": 0.4, "by": 0.2},
        {"rule": 1, "text": "if toll=low, then not night=closed", "given_up": True},
    ]


def test_one_minimal_conflict_is_not_said_to_be_the_smallest(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [conflict] = printed(capsys, str(ferry))["sets"]
    assert (conflict["minimal"], conflict["smallest"]) == (True, None)


def test_the_way_out_opens_the_deal_when_it_is_written_into_the_file(
    ferry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [conflict] = printed(capsys, str(ferry))["sets"]
    [change] = conflict["cheapest_opening"]["changes"]
    ferry.write_text(FERRY.replace("reservation: 0.6", f"reservation: {change['to']!r}"), encoding="utf-8")
    found = printed(capsys, str(ferry))
    assert (found["feasible"], found["sets"]) == (True, [])
    assert found["package"] == {"toll": "none", "night": "closed"}


def test_conflicts_of_a_feasible_scenario_shows_a_package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "river.yaml"
    path.write_text(RIVER, encoding="utf-8")
    assert ended(app, ["conflicts", str(path)]) == 0
    assert "nothing blocks a deal. Acceptable to all is for instance:" in capsys.readouterr().out


def test_conflicts_without_time_says_that_nothing_is_known(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """S2."""
    found = printed(capsys, str(ferry), "--seconds", "0")
    assert (found["feasible"], found["sets"], found["stopped"]) == (None, [], True)
    assert ended(app, ["conflicts", str(ferry), "--seconds", "0"]) == 0
    assert "no time to find out" in capsys.readouterr().out


def test_conflicts_reads_a_case_under_a_named_assessment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """S7."""
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    found = printed(capsys, str(path), "--assessment", "a1")
    assert found["based_on"][:2] == ["a1", "k1"]
    assert ended(app, ["conflicts", str(path), "--json"]) == 1
    fault = json.loads(capsys.readouterr().out)["faults"][0]
    assert fault["remedy"] == "add --assessment with one of: a1 (Our guess), a2 (Another)"


def test_conflicts_of_a_case_says_what_ids_stand_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["conflicts", str(RIVER_BASIN), "--assessment", "a1"]) == 0
    out = capsys.readouterr().out
    assert "  p02 Sharing in dry years: p02-o1 in proportion to use\n" in out
    assert "  delta: weight of p02 Sharing in dry years taken as 16, the middle of 14 to 18\n" in out


def test_conflicts_of_a_bad_scenario_ends_with_1(ferry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ferry.write_text(FERRY.replace("[toll=high]", "[toll=hgh]"), encoding="utf-8")
    assert ended(app, ["conflicts", str(ferry), "--json"]) == 1
    [fault] = json.loads(capsys.readouterr().out)["faults"]
    assert (fault["address"], fault["remedy"]) == ("ferry.yaml: parties.East.red_lines[0]", "did you mean 'high'?")


def test_conflicts_up_to_none_is_wrong_usage(ferry: Path) -> None:
    assert ended(app, ["conflicts", str(ferry), "--all", "0"]) == 2
