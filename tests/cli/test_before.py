"""``onetext before``: the answer as a person and a program read it; nothing is written."""

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
parties: [{id: south, name: Southbank}]
plans: [{id: main, title: The treaty}]
drafts: [{id: d1, plan: main, title: First draft}]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "case.yaml"
    made.write_text(CASE, encoding="utf-8")
    return made


def test_answer_is_printed_and_nothing_written(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["before", str(path), "--to", "south", "--item", "d1:outline"]) == 0

    assert "Southbank: First draft, in outline; now not on record [d1]" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == CASE


def test_each_item_has_its_own_extent_in_the_data(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = ["--item", "d1:existence", "--item", "topic:the boat:full"]
    assert ended(app, ["before", str(path), "--to", "south", *items, "--on", "2025-05-01", "--json"]) == 0

    found = json.loads(capsys.readouterr().out)
    assert found["on"] == "2025-05-01"
    assert [(one["id"], one["extent"]) for one in found["learns"]] == [("d1", "existence"), ("the boat", "full")]


def test_recipient_who_is_nobody_is_refused_with_the_nearest_name(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(app, ["before", str(path), "--to", "soth", "--item", "d1"]) == 1

    assert "did you mean 'south'?" in capsys.readouterr().err
