"""``onetext brief``: a paper, its export on record, and the way from there to what somebody knows."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from onetext.case.snapshot import read_case
from onetext.cli.ending import ended
from onetext.cli.main import app
from onetext.disclosure.importing import import_case

FERRY = Path(__file__).resolve().parents[1] / "brief" / "ferry.yaml"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return Path(shutil.copy(FERRY, tmp_path / "ferry.yaml"))


def told(capsys: pytest.CaptureFixture[str], *args: str) -> Any:
    """The JSON document that a command prints."""
    assert ended(app, [*args, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def known(capsys: pytest.CaptureFixture[str], case: Path, who: str) -> set[str]:
    data = told(capsys, "knows", str(case), "--who", who, "--at", "2025-05-21")
    kinds = {"drafts": "draft", "statements": "statement", "records": "record"}
    return {item[name] for section, name in kinds.items() for item in data[section]}


def test_brief_prints_the_fixed_shape_and_writes_file_and_record(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """D6: the record lies beside the paper, and the case file stays as it was."""
    before = case.read_bytes()
    paper = tmp_path / "n.md"
    data = told(capsys, "brief", str(case), "--for", "north", "--at", "2025-05-20", "--copy", "4", "-o", str(paper))

    assert (data["kind"], data["for"], data["about"], data["at"]) == ("handout", "north", None, "2025-05-20")
    assert set(data["lines"][0]) == {"section", "text", "grounds", "level"}
    [beside] = yaml.safe_load((tmp_path / "n.md.export.yaml").read_text())["exports"]
    assert (beside["id"], beside["for"], beside["copy"]) == (data["export"]["id"], "north", "4")
    assert paper.read_text().startswith("# The ferry treaty")
    assert case.read_bytes() == before


def test_only_a_telling_changes_what_somebody_knows(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """D2, D6: printed is not handed over; handed over, they know what was on it."""
    paper = tmp_path / "n.pdf"
    data = told(capsys, "brief", str(case), "--for", "north", "--at", "2025-05-20", "-o", str(paper))
    printed = {item.get("draft") or item.get("statement") or item.get("record") for item in data["export"]["items"]}
    assert known(capsys, case, "north") == {"d1", "q1"}

    handed = ("--to", "north", "--what", data["export"]["id"], "--on", "2025-05-20")
    telling = told(capsys, "tell", str(case), *handed)["disclosure"]

    assert (telling["form"], telling["mode"], telling["export"]) == ("handed_over", "handover", data["export"]["id"])
    assert known(capsys, case, "north") == {"d1", "q1"} | printed
    assert ended(app, ["check", str(case)]) == 0


def test_the_same_path_on_a_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """D6: there the record goes into the store itself."""
    store = import_case(read_case(FERRY), tmp_path, lambda: datetime(2025, 5, 20, tzinfo=UTC), author="meg")
    paper = tmp_path / "n.html"
    data = told(capsys, "brief", str(store), "--for", "north", "--at", "2025-05-20", "-o", str(paper))
    assert not (tmp_path / "n.html.export.yaml").exists()
    assert known(capsys, store, "north") == {"d1", "q1"}

    told(capsys, "tell", str(store), "--to", "north", "--what", data["export"]["id"], "--on", "2025-05-20")
    found = told(capsys, "knows", str(store), "--who", "north")

    assert "open-word" in {item["statement"] for item in found["statements"]}


def test_brief_twice_is_the_same_bytes(case: Path, tmp_path: Path) -> None:
    """B2."""
    for name in ("a.pdf", "b.pdf"):
        where = str(tmp_path / name)
        assert ended(app, ["brief", str(case), "--for", "south", "--at", "2025-05-20", "-o", where]) == 0

    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_brief_without_a_file_is_wrong_usage(case: Path) -> None:
    assert ended(app, ["brief", str(case), "--for", "north"]) == 2


@pytest.mark.parametrize(
    ("args", "problem", "remedy"),
    [
        (
            ["--for", "north", "-o", "n.docx"],
            "'.docx' is no format of a brief",
            "name a file that ends in .pdf, .html or .md",
        ),
        (["--for", "nort", "-o", "n.md"], "is nobody in this case", "did you mean 'north'?"),
        (["--for", "meg", "--about", "sout", "-o", "n.md"], "is nobody in this case", "did you mean 'south'?"),
    ],
)
def test_brief_that_cannot_be_made_says_what_to_do_and_writes_nothing(
    case: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    args: list[str],
    problem: str,
    remedy: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert ended(app, ["brief", str(case), *args, "--json"]) == 1
    [fault] = json.loads(capsys.readouterr().out)["faults"]

    assert (fault["problem"], fault["remedy"]) == (problem, remedy)
    assert [path.name for path in tmp_path.iterdir()] == ["ferry.yaml"]
