"""``onetext compare CASE A B``."""

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
plans: [{id: main, title: The plan}]
points: [{id: p1, title: Share}, {id: p2, title: "Fish [and nets]"}, {id: p3, title: Count}]
drafts:
- id: d1
  plan: main
  clauses:
  - {number: "1", point: p2, text: "Nobody takes fish between April and June."}
  - {number: "2", point: p1, text: "Water [shall] [should] be shared in halves by both banks."}
  - {number: "3", point: p3, basis: summary, text: A commission counts.}
- id: d2
  plan: main
  clauses:
  - {number: "1", point: p1, text: "Water shall be shared in halves by both banks."}
  - {number: "2", point: p3, basis: summary, text: Two commissions count.}
  - {number: "3", point: p2, text: "Nobody takes fish between April and July."}
concordances: [{id: cc, from: d1, to: d2, pairs: [{from: ["3"], to: ["2"], change: widened}]}]
"""


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return str(path)


def test_compare_prints_one_json_document(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["compare", case, "d1", "d2", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    (changed, widened) = data["changed"]
    assert (changed["point"], changed["from"], changed["to"], changed["basis"]) == ("p1", "2", "1", "verbatim")
    assert "".join(text for mark, text in changed["words"] if mark != "-").startswith("Water shall be shared")
    assert (widened["words"], widened["change"]) == (None, "widened")
    assert data["moved"][0]["point"] == "p2"


def test_compare_is_readable_without_colour(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["compare", case, "d1", "d2"]) == 0
    out = capsys.readouterr().out
    assert "↕ moved 1 → 3 p2 Fish [and nets]" in out
    assert "⟦−June⟧⟦+July⟧" in out
    assert "(recorded: widened)" in out
    assert "our words, not the text's (summary)" in out
    assert "2 changed, 1 moved" in out


def test_compare_of_an_unknown_draft_is_refused(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["compare", case, "d1", "d9", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["faults"][0]["address"] == "d9"
