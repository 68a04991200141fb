"""``onetext coders``: from two cases, or one store with two compartments, to a settled case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onetext.case.snapshot import read_case, write_case
from onetext.case.source import Statement
from onetext.cli.ending import ended
from onetext.cli.main import app
from tests.reading.coding.work import REFUSAL, WARNING, coder_case, statement

ANA = coder_case(statement("x1", WARNING, act="say"))
BEN = coder_case(statement("x1", WARNING, act="claim"), statement("y2", REFUSAL, act="reject"))


def test_two_files_become_a_settled_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a, b, sheet, out = (tmp_path / name for name in ("ana.yaml", "ben.yaml", "sheet.csv", "settled.yaml"))
    a.write_text(write_case(ANA))
    b.write_text(write_case(BEN))

    assert ended(app, ["coders", str(a), str(b), "--sheet", str(sheet), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    sheet.write_text("".join(_filled(sheet.read_text(), ["a", "b"])))
    assert ended(app, ["coders", str(a), str(b), "--decided", str(sheet), "--by", "Cleo", "-o", str(out)]) == 0

    assert (found["coders"], found["kinds"]["statement"]["only_b"]) == (["ana", "ben"], 1)
    assert [each.id for each in read_case(out).all(Statement)] == ["x1", "y2"]
    assert (tmp_path / "sheet.csv.export.yaml").exists()


def _filled(text: str, words: list[str]) -> list[str]:
    head, *rows = text.splitlines(keepends=True)
    return [head, *(row.rstrip("\r\n") + word + "\r\n" for row, word in zip(rows, words, strict=True))]


def test_one_store_is_seen_through_the_eyes_of_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.yaml"
    case = coder_case(
        statement("x1", WARNING, act="say", labels=["of-ana"]),
        statement("y1", WARNING, act="claim", labels=["of-ben"]),
        persons=[{"id": "ana", "name": "Ana"}, {"id": "ben", "name": "Ben"}],
        compartments=[{"id": label, "name": label} for label in ("team", "of-ana", "of-ben")],
        clearances=[{"id": f"k-{who}", "who": who, "compartments": ["team", f"of-{who}"]} for who in ("ana", "ben")],
    )
    path.write_text(write_case(case))
    assert ended(app, ["import", str(path), "--store", str(tmp_path / "store")]) == 0
    capsys.readouterr()

    assert ended(app, ["coders", str(tmp_path / "store"), "--coder", "ana", "--coder", "ben", "--json"]) == 0

    (difference,) = json.loads(capsys.readouterr().out)["differences"]
    assert (difference["a"]["record"], difference["b"]["record"], difference["differing"]) == ("x1", "y1", ["act"])


def test_a_store_without_two_names_is_wrong_usage(tmp_path: Path) -> None:
    assert ended(app, ["coders", str(tmp_path), "--coder", "ana"]) == 2
