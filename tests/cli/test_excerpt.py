"""The command that makes a draft for an audience."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app
from tests.case.cases import RIVER


def excerpted(tmp_path: Path, *more: str) -> tuple[int, Path]:
    file = tmp_path / "part.yaml"
    return ended(app, ["excerpt", str(RIVER), "d3", "--id", "x1", *more, "-o", str(file)]), file


def test_excerpt_is_recorded_and_its_concordance_lies_apart(tmp_path: Path) -> None:
    code, file = excerpted(tmp_path, "--without", "p07")

    assert code == 0
    assert (tmp_path / "part.yaml.export.yaml").exists()
    assert "2023" not in file.read_text()
    assert "concordances" not in file.read_text()
    assert "from: d3" in (tmp_path / "part.yaml.concordance.yaml").read_text()


def test_what_would_tell_is_written_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The clause on filling names Article 1, which is on another point."""
    code, _file = excerpted(tmp_path, "--points", "p04")

    assert code == 1
    assert "refers to clause 1" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("more", [(), ("--points", "p01", "--without", "p02")])
def test_points_are_named_in_one_way(tmp_path: Path, more: tuple[str, ...]) -> None:
    assert excerpted(tmp_path, *more)[0] == 2


def test_id_that_is_taken_is_refused(tmp_path: Path) -> None:
    assert excerpted(tmp_path, "--points", "p01", "--id", "d2")[0] == 1
