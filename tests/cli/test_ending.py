"""How a command ends whatever it is given: one clear message, the right exit code, one JSON document."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app

_RUN = "from onetext.cli.main import run; run()"
CASE = """
onetext: case/1
id: river
title: "[/red] Two banks"
basis: invented
parties: [{id: north, name: Northbank}, {id: south, name: "Southbank [/x]"}]
plans: [{id: main, title: The plan, parties: [north, south]}]
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


def process(*arguments: str | bytes, **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", _RUN, *arguments], stderr=subprocess.PIPE, check=False, **more)


def fault(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, str]:
    assert ended(app, [*arguments, "--json"]) == 1
    found: dict[str, str] = json.loads(capsys.readouterr().out)["faults"][0]
    return found


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["solve"], "Missing argument 'FILE'."),
        (["robust", "x.yaml", "--samples", "1e3"], "Invalid value for '--samples': '1e3' is not a whole number"),
    ],
)
def test_wrong_usage_is_one_document_too(
    arguments: list[str], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(app, [*arguments, "--json"]) == 2
    assert [found["problem"] for found in json.loads(capsys.readouterr().out)["faults"]] == [problem]


@pytest.mark.parametrize("command", ["check", "status", "verify"])
@pytest.mark.parametrize("path", ["x" * 300, "a/" * 3000])
def test_path_that_the_system_refuses_is_a_fault(command: str, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "File name too long" in fault(capsys, command, path)["problem"]


def test_loop_of_links_and_a_pipe_are_refused_and_wait_for_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    for command in ("check", "verify", "read", "solve"):
        assert fault(capsys, command, str(tmp_path / "pipe"))["remedy"]
        assert fault(capsys, command, str(tmp_path / "loop"))["remedy"]


def test_words_of_a_case_are_text_on_a_terminal_not_markup(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["status", str(case)]) == 0
    assert "[/red] Two banks" in capsys.readouterr().out
    assert ended(app, ["tell", str(case), "--to", "south", "--what", "topic:[/y] a rumour"]) == 0
    assert ended(app, ["knows", str(case), "--who", "south"]) == 0
    assert "[/y] a rumour" in capsys.readouterr().out


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_first_and_last_day_of_the_calendar_are_days(day: str, case: Path, tmp_path: Path) -> None:
    assert ended(app, ["status", str(case), "--at", day]) == 0
    assert ended(app, ["brief", str(case), "--for", "north", "--at", day, "-o", str(tmp_path / "b.md")]) == 0


def test_bytes_that_are_no_text_are_refused_by_search_and_tell(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(tmp_path / "store")
    assert ended(app, ["import", str(case), "--store", store]) == 0
    capsys.readouterr()
    for where in (str(case), store):
        assert "not UTF-8" in fault(capsys, "search", where, "\udcff")["problem"]
        assert "not UTF-8" in fault(capsys, "tell", where, "--to", "south", "--what", "topic:\udcff")["problem"]


def test_search_for_signs_alone_finds_nothing(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["search", str(case), "—", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"hits": []}


def test_file_with_a_strange_name_is_read_in_any_locale(tmp_path: Path) -> None:
    """One JSON document in UTF-8, the byte of the name as an escape."""
    name = os.fsencode(tmp_path) + b"/a\xff.txt"
    Path(os.fsdecode(name)).write_text("Ana said the text is “whole”.", encoding="utf-8")
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = process("read", name, "--plain", "--json", stdout=subprocess.PIPE, env={**os.environ, **locale})
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["documents"][0]["source"]["file"] == "a\udcff.txt"


@pytest.mark.parametrize("arguments", [["check", "CASE"], ["check", "CASE", "--json"], ["check", "gone", "--json"]])
def test_full_disk_behind_standard_output_is_said_on_standard_error(arguments: list[str], case: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = process(*[str(case) if word == "CASE" else word for word in arguments], stdout=full)
    assert done.returncode == 1
    assert done.stderr.startswith(b"error: this machine: the system refused it: No space left on device")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["check", "read", "solve", "verify"])
def test_file_that_may_not_be_read_is_a_fault_of_the_input(
    command: str, case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not wrong usage: with ``--json`` there is a document. Root may read everything, so the system is played."""

    def closed(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(Path, "open", closed)
    monkeypatch.setattr(Path, "read_bytes", closed)
    assert "Permission denied" in fault(capsys, command, str(case))["problem"]
