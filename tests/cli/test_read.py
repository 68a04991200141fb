"""``onetext read``: what is printed, written and reported, and how it is stopped and gone on with."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app
from onetext.reading import documents
from onetext.reading.reading import read_text
from onetext.reading.records import Document, Source
from onetext.reading.settings import Settings

GOOD = "Ana Petrova said that the talks had ended."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "c.jsonl"
    rows = [json.dumps({"id": str(n), "text": GOOD}) for n in range(3)]
    path.write_text("\n".join([rows[0], "not json", *rows[1:]]), encoding="utf-8")
    return path


def test_lines_and_the_whole_are_the_same_documents(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(app, ["read", str(corpus), "--plain", "--jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ended(app, ["read", str(corpus), "--plain", "--json"]) == 0
    whole: dict[str, Any] = json.loads(capsys.readouterr().out)

    assert whole["documents"] == lines
    assert (whole["report"]["read"], whole["report"]["skipped"]) == (3, 1)
    assert whole["report"]["reasons"] == {"this line is not JSON": 1}


def test_second_run_reads_nothing_again_and_reports(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = corpus.with_name("out.jsonl")
    assert ended(app, ["read", str(corpus), "--plain", "-o", str(out)]) == 0
    said = capsys.readouterr()
    before = out.read_bytes()
    assert ended(app, ["read", str(corpus), "--plain", "-o", str(out), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)

    assert said.out == ""
    assert f"4 documents written to {out}" in said.err
    assert "1 text could not be read" in said.err
    assert (report["read"], report["held"], out.read_bytes()) == (0, 4, before)


def test_interrupt_leaves_a_whole_file_and_says_how_to_go_on(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out, whole = corpus.with_name("out.jsonl"), corpus.with_name("whole.jsonl")
    ended(app, ["read", str(corpus), "--plain", "-o", str(whole)])

    def interrupted(text: str, source: Source, settings: Settings) -> Document:
        os.kill(os.getpid(), signal.SIGINT)
        return read_text(text, source, settings)

    with monkeypatch.context() as patch:
        patch.setattr(documents, "read_text", interrupted)
        assert ended(app, ["read", str(corpus), "--plain", "-o", str(out)]) == 130
    assert "the same command goes on from here" in capsys.readouterr().err
    assert len(out.read_text(encoding="utf-8").splitlines()) == 1
    assert ended(app, ["read", str(corpus), "--plain", "-o", str(out)]) == 0
    assert out.read_bytes() == whole.read_bytes()


def test_corpus_of_which_nothing_can_be_read_is_at_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text("no\nno\n", encoding="utf-8")
    assert ended(app, ["read", str(path), "--json"]) == 1
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert [fault["problem"] for fault in faults] == ["this line is not JSON"] * 2
    assert ended(app, ["read", str(path), "-o", str(tmp_path / "out.jsonl")]) == 1
