"""``onetext solve FILE``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app
from onetext.dealspace.engines import Listed
from onetext.dealspace.field import Frontier
from tests.dealspace.formats.files import DOMAIN, NORTH, SOUTH, folder_of
from tests.dealspace.scenarios import RIVER
from tests.dealspace.test_from_case import CASE


@pytest.fixture
def river(tmp_path: Path) -> Path:
    path = tmp_path / "river.yaml"
    path.write_text(RIVER, encoding="utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


def test_solve_prints_one_json_document(river: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["solve", str(river), "--json", "--frontier-limit", "1"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["packages"], found["frontier"]["size"], len(found["frontier"]["points"])) == (9, 2, 1)
    assert set(found["seconds"]) >= {"read", "frontier", "nash"}


def test_limit_beyond_any_frontier_prints_all_of_it(river: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["solve", str(river), "--json", "--frontier-limit", "9" * 23]) == 0
    assert len(json.loads(capsys.readouterr().out)["frontier"]["points"]) == 2


@pytest.mark.parametrize(
    ("seconds", "line"),
    [
        (40.3, "the frontier was left out: about 40 s; --frontier asks for it"),
        (float("inf"), "the frontier was left out: it may take long; --frontier asks for it, on a grid if need be"),
    ],
)
def test_frontier_left_out_says_how_long_it_takes(
    seconds: float, line: str, river: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    left_out = Frontier({}, acceptable=True, exact=False, computed=False, seconds=seconds)
    monkeypatch.setattr(Listed, "frontier", lambda _self: left_out)
    monkeypatch.setattr(Listed, "answer", lambda _self, _name: None)
    assert ended(app, ["solve", str(river), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["assumed"][-1] == line


def test_solve_prints_the_best_packages_side_by_side(
    river: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    assert ended(app, ["solve", str(river)]) == 0
    printed = capsys.readouterr().out
    assert "river.yaml: 9 packages, 2 issues, 2 parties" in printed
    assert "0.167  (0.000–0.500)" in printed
    assert "  red line of A: territory=full withdrawal" in printed
    assert "  B: no reservation is given; it rules nothing out, and gains are measured from 0" in printed


def test_solve_says_why_nothing_is_acceptable(
    river: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    river.write_text(RIVER.replace("  B:\n", "  B:\n    reservation: 1\n"), encoding="utf-8")
    assert ended(app, ["solve", str(river)]) == 1
    printed, message = capsys.readouterr()
    assert "No package is acceptable to all." in printed
    assert "B reaches at most 0.733 without a red line, and its reservation is 1.000" in printed
    assert message.count("no package is acceptable to all") == 1


def test_solve_without_an_acceptable_package_prints_the_whole_answer_and_one_fault(
    river: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    river.write_text(RIVER.replace("  B:\n", "  B:\n    reservation: 1\n"), encoding="utf-8")
    assert ended(app, ["solve", str(river), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["zopa"]["exists"], found["nash"], found["frontier"]["acceptable"]) == (False, None, False)
    [fault] = found["faults"]
    assert fault["problem"].startswith("no package is acceptable to all: B reaches at most 0.733")
    assert fault["level"] == "error"


def test_solve_reads_a_case_under_a_named_assessment(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["solve", str(case), "--assessment", "a1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["parties"], found["based_on"][:2]) == (["south", "north"], ["a1", "k1"])


def test_solve_of_a_case_without_a_name_says_what_is_missing(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["solve", str(case), "--json"]) == 1
    fault = json.loads(capsys.readouterr().out)["faults"][0]
    assert fault["remedy"] == "add --assessment with one of: a1 (Our guess), a2 (Another)"


def test_solve_as_a_reader_without_clearance_finds_no_assessment(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(app, ["solve", str(case), "--assessment", "a1", "--as", "public", "--json"]) == 1
    fault = json.loads(capsys.readouterr().out)["faults"][0]
    assert fault["problem"] == "it holds no assessment, so there is nothing to compute packages from"


def test_solve_of_a_bad_scenario_ends_with_1_and_every_fault(river: Path, capsys: pytest.CaptureFixture[str]) -> None:
    river.write_text(RIVER.replace("territory: 60", "territory: -60, garantee: 3"), encoding="utf-8")
    assert ended(app, ["solve", str(river), "--json"]) == 1
    assert [fault["address"] for fault in json.loads(capsys.readouterr().out)["faults"]] == [
        "river.yaml: parties.A.weights.territory",
        "river.yaml: parties.A.weights.garantee",
    ]


def test_solve_of_nothing_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["solve", str(tmp_path / "gone.yaml")]) == 1
    assert "there is no such file" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["solve", "conflicts", "robust"])
def test_files_of_other_makers_are_read_by_every_command_that_reads_a_scenario(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path / "dam", river_xml=DOMAIN, north_xml=NORTH, south_xml=SOUTH)
    assert ended(app, [command, str(folder), "--json"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert ended(app, [command, str(folder / "north.xml"), str(folder / "south.xml"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out).keys() == whole.keys()
    assert ended(app, [command, str(folder / "gone.xml"), "--json"]) == 1
    assert "there is no such file" in capsys.readouterr().out


def test_solve_counts_utilities_on_the_scale_of_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = folder_of(tmp_path / "dam", river_xml=DOMAIN, north_xml=NORTH, south_xml=SOUTH)
    assert ended(app, ["solve", str(folder), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["utilitarian"]["package"] == {"dam": "low", "years": "2"}
    assert found["utilitarian"]["utilities"] == {"north": 0.65, "south": 0.5}


def test_several_files_of_which_one_is_a_case_are_wrong_usage(case: Path, river: Path) -> None:
    assert ended(app, ["solve", str(case), str(river), "--assessment", "a1"]) == 2
