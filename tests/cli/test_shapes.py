"""The fixed shapes: every key that others build on is printed, for the case file of the format's own example."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app

AT = ["--at", "2025-04-10"]
CASE = [
    (["check"], "ok counts faults"),
    (["status", *AT], "at agreed awaited open pending next_contacts silent changed_since"),
    (["grid", *AT], "at points parties cells"),
    (["search", "water"], "hits"),
    (["knows", "--who", "south", *AT], "who at drafts points statements topics"),
    (["brief", "--for", "south", *AT, "-o", "FOLDER/b.md"], "kind for about at lines export"),
    (["compare", "d2", "d3"], "kept changed moved added dropped merged split"),
    (
        ["solve", "--assessment", "a1"],
        "packages parties issues assumed based_on zopa nash kalai_smorodinsky leximin utilitarian frontier seconds",
    ),
]
PARTS = {
    "cells": "point party stance red_line weight stale_days evidence rivals",
    "hits": "kind id on text speaker party about",
    "drafts": "draft extent since by certainty public",
    "lines": "section text grounds level",
    "changed": "point from to basis change words",
    "open": "point brackets options proposals",
    "awaited": "party draft since",
    "zopa": "exists proved",
    "nash": "package utilities intervals product proved gap ties",
    "frontier": "size exact grid within points",
}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return Path(shutil.copy(Path(__file__).parent / "shapes.yaml", tmp_path / "case.yaml"))


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    assert ended(app, [*arguments, "--json"]) == 0
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


def check_parts(data: dict[str, Any]) -> None:
    for name, keys in PARTS.items():
        part = data.get(name)
        for one in part if isinstance(part, list) else [part]:
            if one is not None:
                assert set(keys.split()) <= set(one), name


@pytest.mark.parametrize(("command", "keys"), CASE, ids=[command[0] for command, _ in CASE])
def test_command_prints_its_fixed_shape(
    command: list[str], keys: str, case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [word.replace("FOLDER", str(tmp_path)) for word in command[1:]]
    data = printed(capsys, command[0], str(case), *words)
    assert set(keys.split()) <= set(data)
    check_parts(data)


def test_verify_and_read_print_their_fixed_shapes(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(app, ["import", str(case), "--store", str(tmp_path / "store")]) == 0
    assert set(printed(capsys, "verify", str(tmp_path / "store"))) == {"whole", "entries", "heads", "faults"}
    article = tmp_path / "article.txt"
    article.write_text("A title\n\nAna said on Monday that the text is whole.\n", encoding="utf-8")
    [document] = printed(capsys, "read", str(article), "--plain")["documents"]
    lists = "persons statements contacts disclosures deadlines questions demands agreements"
    assert {"source", "language", "error", "plan", *lists.split()} <= set(document)
    [statement] = document["statements"]
    keys = "act speaker party to via sentiment direct span cue source_span content text confidence rule"
    assert set(keys.split()) <= set(statement)
    assert set(document["source"]) >= {"file", "outlet", "date", "title", "chars"}
