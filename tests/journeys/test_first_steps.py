"""The first steps in docs/start and in the README, taken as they are written."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)

_PROGRESS = re.compile(r"^.*· \d+ s\n", re.MULTILINE)
"""What long work says every ten seconds; on a busy machine all work is long."""


def blocks(page: str) -> list[str]:
    """What a page asks to be typed, without what sets up and opens the workspace."""
    return [block for block in _BLOCK.findall((ROOT / page).read_text()) if "make " not in block]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the examples, and onetext where the pages say it is."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    program = tmp_path / ".venv" / "bin" / "onetext"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from onetext.cli.main import run; run()" "$@"\n')
    program.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("page", ["docs/start/README.md", "README.md"])
def test_first_steps_can_be_taken_as_written(page: str, place: Path) -> None:
    environment = {**os.environ, "PATH": f"{place}/.venv/bin:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src")}
    for block in blocks(page):
        done = subprocess.run(
            ["bash", "-eu", "-c", block], cwd=place, env=environment, capture_output=True, text=True, check=False
        )

        assert (block, done.returncode, _PROGRESS.sub("", done.stderr)) == (block, 0, "")
