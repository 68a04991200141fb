"""``onetext import TEXT --into CASE``."""

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
"""
TEXT = "We agree.\n1. Water is shared.\n2) Fish are [not] taken.\n"


@pytest.fixture(params=["file", "folder", "store"])
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    if request.param == "folder":
        path = tmp_path / "case"
        path.mkdir()
        (path / "case.yaml").write_text(CASE, encoding="utf-8")
        return path
    path.write_text(CASE, encoding="utf-8")
    if request.param == "store":
        assert ended(app, ["import", str(path), "--store", str(tmp_path / "store")]) == 0
        return tmp_path / "store"
    return path


def taken(tmp_path: Path, case: Path, *more: str, plan: str = "main", draft: str = "t1") -> int:
    text = tmp_path / "text.txt"
    text.write_text(TEXT, encoding="utf-8")
    return ended(app, ["import", str(text), "--into", str(case), "--plan", plan, "--draft", draft, *more])


def test_text_becomes_a_draft_of_the_case(tmp_path: Path, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert taken(tmp_path, case, "--on", "2025-03-01", "--title", "Theirs") == 0
    assert "taken in as t1: 3 clauses, 0 suggestions, 0 comments" in capsys.readouterr().out

    assert ended(app, ["export", str(case), "--snapshot", "-o", str(tmp_path / "out.yaml")]) == 0
    written = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "Fish are [not] taken." in written
    assert "title: Theirs" in written


@pytest.mark.parametrize(
    ("more", "plan", "draft"),
    [((), "other", "t1"), ((), "main", "main"), ((), "main", "a b"), (("--tracked", "accept"), "main", "t1"),
     (("--tracked", "maybe"), "main", "t1"), (("--on", "soon"), "main", "t1"), (("--label", "nowhere,"), "main", "t1")],
)  # fmt: skip
def test_what_does_not_fit_changes_nothing(
    more: tuple[str, ...], plan: str, draft: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")

    assert taken(tmp_path, path, *more, plan=plan, draft=draft) in (1, 2)
    assert "Traceback" not in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == CASE


def test_answer_as_json_holds_the_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    assert taken(tmp_path, path, "--json") == 0
    found = json.loads(capsys.readouterr().out)

    assert [clause["number"] for clause in found["draft"]["clauses"]] == ["preamble", "1", "2"]
    assert (found["edits"], found["comments"], found["faults"]) == ([], [], [])


@pytest.mark.parametrize(
    "words",
    [(), ("--store", "s", "--into", "c"), ("--into", "c"), ("--store", "s", "--plan", "main")],
)
def test_ways_in_are_not_mixed(words: tuple[str, ...]) -> None:
    assert ended(app, ["import", "text.txt", *words]) == 2


def test_other_kinds_of_file_are_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7")
    into = ["--into", str(tmp_path / "case.yaml"), "--plan", "main", "--draft", "d"]

    assert ended(app, ["import", str(tmp_path / "plan.pdf"), *into]) == 1
    assert "save it as .docx" in capsys.readouterr().err
