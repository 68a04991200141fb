"""A file let out never takes the place of the case it is cut from, and its record is no part of the case yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "river"
    assert ended(app, ["new", str(folder)]) == 0
    return folder


@pytest.mark.parametrize("output", ["river/case.yaml", "river/more.yaml", "river", "gone/x.yaml", "link.yaml"])
def test_export_onto_the_case_or_nowhere_is_refused_and_changes_nothing(
    output: str, case: Path, tmp_path: Path
) -> None:
    (tmp_path / "link.yaml").symlink_to(case / "case.yaml")
    before = files(tmp_path)
    assert ended(app, ["export", str(case), "--snapshot", "--as", "public", "-o", str(tmp_path / output)]) == 1
    assert files(tmp_path) == before


def test_export_onto_a_store_is_refused(case: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert ended(app, ["import", str(case), "--store", str(store)]) == 0
    before = files(store)
    assert ended(app, ["export", str(case), "--snapshot", "-o", str(store / "river.ledger")]) == 1
    assert files(store) == before


def test_papers_inside_the_case_folder_leave_the_case_valid(case: Path) -> None:
    """The same bytes twice have the same record: that would stand twice in the case."""
    for name in ("a.md", "b.md"):
        assert ended(app, ["brief", str(case), "--for", "public", "-o", str(case / name)]) == 0
    assert ended(app, ["check", str(case)]) == 0
