"""``onetext export CASE --draft ID`` in each format: the file, and its record beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app
from onetext.files.yamldoc import parse_yaml
from tests.case.cases import RIVER


@pytest.mark.parametrize(
    ("form", "begins"),
    [("csv", "\ufeffnumber,".encode()), ("akoma-ntoso", b"<?xml"), ("pdf", b"%PDF"), ("docx", b"PK")],
)
def test_draft_is_written_and_its_export_recorded(form: str, begins: bytes, tmp_path: Path) -> None:
    file = tmp_path / "out"

    assert ended(app, ["export", str(RIVER), "--draft", "d3", f"--{form}", "-o", str(file)]) == 0
    assert file.read_bytes().startswith(begins)
    (record,) = parse_yaml((tmp_path / "out.export.yaml").read_text(encoding="utf-8"), "record")["exports"]
    assert (record["what"], [item["record"] for item in record["items"]]) == ("draft", ["d3"])


@pytest.mark.parametrize(
    "words", [("--pdf",), ("--draft", "d3"), ("--draft", "d3", "--pdf", "--csv"), ("--draft", "d3", "--snapshot"), ()]
)
def test_formats_that_do_not_go_together_are_wrong_usage(words: tuple[str, ...], tmp_path: Path) -> None:
    assert ended(app, ["export", str(RIVER), *words, "-o", str(tmp_path / "out")]) == 2
    assert list(tmp_path.iterdir()) == []
