"""``onetext grid CASE``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app

CASE = """
onetext: case/1
id: river
title: Two banks
basis: invented
parties: [{id: north, name: Northbank}, {id: south, name: Southbank}]
plans: [{id: main, title: The plan, parties: [north, south]}]
categories: [{id: water, name: Water}]
points: [{id: p1, category: water, title: "The [bridge]"}, {id: p2, title: The line}]
drafts: [{id: d1, plan: main, clauses: [{number: "1", point: p1, text: A bridge.}]}]
positions:
- {id: x1, party: north, point: p1, stance: reject, red_line: true, on: 2025-11-01}
- {id: x2, party: south, point: p1, stance: accept, on: 2025-11-19}
"""


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return str(path)


def test_grid_prints_one_json_document(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["grid", case, "--at", "2025-11-10", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["at"], data["points"], data["parties"]) == ("2025-11-10", ["p1", "p2"], ["north", "south"])
    cells = {(cell["point"], cell["party"]): cell for cell in data["cells"]}
    assert cells["p1", "north"]["stance"] == "reject"
    assert cells["p1", "north"]["evidence"] == ["x1"]
    assert cells["p1", "south"]["stance"] == "unknown", "it spoke later"


def test_grid_is_readable_without_colour(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["grid", case, "--at", "2025-11-20"]) == 0
    out = capsys.readouterr().out
    assert "The [bridge]" in out, "brackets are text, not markup"
    assert "▌X✕ 3 19d" in out
    assert "A● 3 1d" in out
    assert "silent on: p2" in out


def test_grid_of_an_unknown_reader_is_refused(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["grid", case, "--as", "nobody", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["faults"][0]["remedy"]
