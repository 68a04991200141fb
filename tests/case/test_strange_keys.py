"""Keys of other kinds, or of a newer program: kept as they are, never taken for fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetext.case.snapshot import parse_case, write_case
from onetext.cli.ending import ended
from onetext.cli.main import app

STRANGE = "roles: [{from: 1}], until: {a: b}, by: [1], items: 5, about: 7, text: [2], participants: [3], end: [4]"
CASE = f"""
onetext: case/1
id: river
title: Two banks
basis: invented
parties: [{{id: south, name: Southbank, {STRANGE}}}]
robots: [{{id: z, {STRANGE}}}]
"""


@pytest.mark.parametrize(
    "command", [["check"], ["status"], ["grid"], ["search"], ["search", "--about", "z"], ["knows", "--who", "south"]]
)
def test_fields_of_another_kind_in_a_record_break_nothing(command: list[str], tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    assert ended(app, [command[0], str(path), *command[1:]]) == 0


def test_fields_of_another_kind_are_kept_as_they_were() -> None:
    case, _ = parse_case(CASE)
    assert case is not None
    again, _ = parse_case(write_case(case))
    assert again == case
    assert "participants:" in write_case(case)
