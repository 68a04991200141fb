"""``onetext amend FILE``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app

HARBOUR = """
onetext: scenario/1
issues:
  port: [shared, north, south]
  fees: [none, low, high]
  patrols: [joint, separate]
parties:
  North:
    reservation: 0.2
    weights: {port: 50, fees: 20, patrols: 30}
    scores:
      port: {shared: 50, north: 100, south: 0}
      fees: {none: 0, low: 60, high: 100}
      patrols: {joint: 100, separate: 20}
  South:
    reservation: 0.2
    weights: {port: 30, fees: 60, patrols: 10}
    scores:
      port: {shared: 60, north: 0, south: 100}
      fees: {none: 100, low: 50, high: 0}
      patrols: {joint: 100, separate: 40}
draft: {port: shared, fees: low, patrols: separate}
"""


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.yaml"
    path.write_text(HARBOUR, encoding="utf-8")
    return path


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert ended(app, ["amend", *arguments, "--json"]) == 0
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


def test_amend_prints_the_shape_of_the_format_best_first(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, str(harbour))
    assert found["draft"]["utilities"] == {"North": 0.43, "South": 0.52}
    assert (found["draft"]["efficient"], found["draft"]["unmapped"]) == (False, [])
    [joint, trade] = found["amendments"]
    assert joint["changes"] == {"patrols": ["separate", "joint"]}
    assert joint["gains"] == {"North": 0.24, "South": 0.06}
    assert trade["changes"] == {"port": ["shared", "north"], "fees": ["low", "none"]}
    assert trade["gains"] == {"North": 0.13, "South": 0.12}
    assert found["counts"] == {"1": 1, "2": 1, "3": 0}
    assert found["nearest_efficient"]["changes"] == {"fees": ["low", "none"], "patrols": ["separate", "joint"]}
    assert found["best"] == {**found["best_within"]["3"], "proved": True}


def test_amend_says_what_a_wish_costs(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, str(harbour), "--want", "port=north", "--party", "North")["wanted"]
    assert (found["party"], found["losers"]) == ("North", ["South"])
    assert found["gains"] == {"North": 0.25, "South": -0.18}
    assert [way["changes"] for way in found["compensations"][0]["ways"]] == [{"fees": ["low", "none"]}]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["--want", "port=nowhere"], "'port=nowhere' names no option"),
        (["--want", "port=shared"], "the draft has 'port=shared' already"),
        (["--want", "port=north", "--party", "Noth"], "there is no party 'Noth'"),
        (["--party", "North"], "it says who wants something, and nothing is wanted"),
    ],
)
def test_amend_refuses_a_wish_it_cannot_place(
    harbour: Path, capsys: pytest.CaptureFixture[str], words: list[str], problem: str
) -> None:
    assert ended(app, ["amend", str(harbour), *words]) == 1
    assert problem in capsys.readouterr().err


def test_amend_needs_a_draft(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    harbour.write_text(HARBOUR.partition("draft:")[0], encoding="utf-8")
    assert ended(app, ["amend", str(harbour)]) == 1
    assert "there is no draft to amend" in capsys.readouterr().err


def test_amend_tells_people_in_words(
    harbour: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    assert ended(app, ["amend", str(harbour), "--want", "port=north", "--party", "North"]) == 0
    text = capsys.readouterr().out
    assert "it gives North 0.430, South 0.520" in text
    assert "Improvements, best first: 1 of one point, 1 trades of two, 0 trades of three" in text
    assert "Nearest efficient package that leaves nobody worse: 2 changed points (proved)" in text
    assert "Wanted by North: port: shared → north" in text
    assert "What would bring South back to the draft, at nobody else's cost" in text


def test_amend_treats_what_is_open_apart(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    harbour.write_text(HARBOUR.replace("fees: low, patrols: separate", "fees: low"), encoding="utf-8")
    found = printed(capsys, str(harbour))
    assert (found["draft"]["open"], found["draft"]["efficient"]) == (["patrols"], None)
    assert [list(one["changes"]) for one in found["amendments"]] == [["port", "fees"]]
    [settled] = found["settlements"]["best"]
    assert settled == {
        "changes": {"patrols": [None, "joint"]},
        "gains": {"North": 0.3, "South": 0.1},
        "acceptable": True,
    }


def test_amend_mends_a_draft_that_somebody_must_refuse(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    harbour.write_text(HARBOUR.replace("  South:\n", "  South:\n    red_lines: [fees=low]\n"), encoding="utf-8")
    found = printed(capsys, str(harbour))
    assert (found["draft"]["acceptable"], found["draft"]["red_lines"]) == (False, ["fees=low"])
    assert all("fees" in one["changes"] for one in found["amendments"])
    assert found["repairs"][0] == {
        "changes": {"fees": ["low", "none"]}, "gains": {"North": -0.12, "South": 0.3},
    }  # fmt: skip


def test_a_gain_is_not_cut_short_where_parties_are_many(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    path = tmp_path / "many.json"
    parties = {f"P{number}": {"scores": {"i": {"a": 10, "b": 100}}} for number in range(9)}
    path.write_text(
        json.dumps({"onetext": "scenario/1", "issues": {"i": ["a", "b"]}, "parties": parties, "draft": {"i": "a"}})
    )
    assert ended(app, ["amend", str(path)]) == 0
    out = capsys.readouterr().out
    assert out.count("+0.900") == 9 * out.count("i: a → b")
