"""What ``solve``, ``conflicts``, ``amend`` and ``robust`` share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app

FORD = """
onetext: scenario/1
issues:
  road: [north, south]
  bridge: [stone, wood]
parties:
  A:
    weights: {road: 60, bridge: 40}
    scores: {road: {north: 100, south: 0}, bridge: {stone: 100, wood: 0}}
  B:
    weights: {road: 40, bridge: 60}
    scores: {road: {north: 0, south: 100}, bridge: {stone: 0, wood: 100}}
rules:
  - {if: [road=north], then: [bridge=stone]}
  - {if: [road=north], then_not: [bridge=stone]}
draft: {road: south, bridge: wood}
"""


@pytest.mark.parametrize("command", ["solve", "conflicts", "amend", "robust"])
def test_warnings_of_a_file_are_printed_by_every_command_that_reads_it(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ford.yaml"
    path.write_text(FORD, encoding="utf-8")
    assert ended(app, [command, str(path), "--json"]) == 0
    warnings = json.loads(capsys.readouterr().out)["warnings"]
    assert [warning["level"] for warning in warnings] == ["warning"]
    assert ended(app, [command, str(path)]) == 0
    text = "".join(capsys.readouterr().out.split())
    assert "".join(warnings[0]["problem"].split()) in text
