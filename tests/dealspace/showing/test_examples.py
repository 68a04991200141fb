"""The examples of the library run, and print what stands beside them."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.project.tree import ROOT

FOLDER = ROOT / "examples" / "dealspace"
SCRIPTS = sorted(FOLDER.glob("*.py"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_script_prints_what_is_stored_beside_it(script: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    ran = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True, env=environment)
    assert ran.stdout == script.with_suffix(".txt").read_text(encoding="utf-8")


def test_notebook_runs_and_shows_every_result(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    book = json.loads((FOLDER / "walk.ipynb").read_text(encoding="utf-8"))
    known: dict[str, Any] = {}
    shown = [run("".join(cell["source"]), known) for cell in book["cells"] if cell["cell_type"] == "code"]
    assert [type(result).__name__ for result in shown] == [
        "Solution", "Explanation", "Amendments", "Robustness", "Conflicts",
    ]  # fmt: skip
    assert all(result._repr_html_().startswith("<") for result in shown)


def run(cell: str, known: dict[str, Any]) -> Any:
    """The value of the cell's last line, as a notebook would show it."""
    tree = ast.parse(cell)
    last = tree.body.pop()
    assert isinstance(last, ast.Expr)
    exec(compile(tree, "cell", "exec"), known)  # noqa: S102  # our own notebook
    return eval(compile(ast.Expression(last.value), "cell", "eval"), known)  # noqa: S307  # our own notebook
