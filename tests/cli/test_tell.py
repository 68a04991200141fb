"""``onetext tell`` from many hands at once: nothing is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from onetext.cli.ending import ended
from onetext.cli.main import app

_RUN = "from onetext.cli.main import run; run()"
CASE = """
onetext: case/1
id: river
title: Two banks
basis: invented
parties: [{id: south, name: Southbank}]
"""


@pytest.mark.parametrize("kind", ["file", "store"])
def test_tellings_at_the_same_time_are_all_recorded(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    if kind == "store":
        assert ended(app, ["import", str(path), "--store", str(tmp_path / "store")]) == 0
        path = tmp_path / "store"
    words = [f"rumour {number}" for number in range(4)]
    tell = [sys.executable, "-c", _RUN, "tell", str(path), "--to", "south", "--what"]
    running = [subprocess.Popen([*tell, f"topic:{word}"], stdout=subprocess.DEVNULL) for word in words]
    assert [one.wait() for one in running] == [0] * len(words)
    capsys.readouterr()
    assert ended(app, ["knows", str(path), "--who", "south", "--json"]) == 0
    known = json.loads(capsys.readouterr().out)["topics"]
    assert sorted(topic["topic"] for topic in known) == words
