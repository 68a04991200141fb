"""``onetext robust FILE``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app
from tests.dealspace.scenarios import RIVER
from tests.dealspace.test_from_case import CASE


@pytest.fixture
def river(tmp_path: Path) -> str:
    path = tmp_path / "river.yaml"
    path.write_text(RIVER, encoding="utf-8")
    return str(path)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert ended(app, ["robust", *arguments, "--json"]) == 0
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


def test_robust_prints_one_json_document_of_the_fixed_shape(river: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, river, "--samples", "300", "--seed", "4")
    assert (found["samples"], found["seed"], found["complete"]) == (300, 4, True)
    assert list(found["options"]) == ["territory", "guarantee"]
    assert sum(found["options"]["territory"].values()) + found["no_deal"] == pytest.approx(1)
    assert set(found["accepts"]["A"]) == {"share", "error"}
    assert all({"party", "what", "value"} <= set(asked) for asked in found["ask_next"])
    assert list(found)[-1] == "seconds"


def test_the_same_seed_prints_the_same_bytes_on_any_number_of_workers(
    river: str, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = []
    for workers in ("1", "2"):
        assert ended(app, ["robust", river, "--samples", "1200", "--workers", workers, "--json"]) == 0
        texts.append(capsys.readouterr().out.split('"seconds"')[0])
    assert texts[0] == texts[1]


def test_robust_stopped_is_marked(river: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, river, "--samples", "100000", "--seconds", "0")
    assert (found["complete"], found["samples"], found["asked"]) == (False, 512, 100_000)


def test_robust_prints_bars_acceptance_and_what_to_ask(
    river: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    assert ended(app, ["robust", river, "--samples", "300", "--seed", "4"]) == 0
    text = capsys.readouterr().out
    assert "300 samples solved again, seed 4" in text
    assert "No package is acceptable to all in " in text
    assert "Who would accept the draft" in text
    assert "█" in text
    assert "What to ask next" in text


def test_robust_of_a_case_takes_a_named_assessment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    found = printed(capsys, str(path), "--assessment", "a1", "--samples", "64")
    assert (list(found["accepts"]), found["based_on"][:2]) == (["south", "north"], ["a1", "k1"])


@pytest.mark.parametrize("samples", ["0", "-3", "1000000000"])
def test_impossible_numbers_of_samples_end_with_1(samples: str, river: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["robust", river, "--samples", samples, "--json"]) == 1
    [fault] = json.loads(capsys.readouterr().out)["faults"]
    assert (fault["address"], fault["remedy"]) == ("--samples", "use 1 to 10,000,000")
