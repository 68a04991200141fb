"""Each import contract bites: a planted break of each is found."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.project.tree import ROOT, SOURCE

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
RUN = "from importlinter.cli import lint_imports_command; lint_imports_command()"
PLANTED = {
    "Imports point down; names in one row do not know each other; every folder has its place": (
        "files/planted.py",
        "import onetext.case",
    ),
    "Pages do not know each other": ("workspace/pages/desk/planted.py", "import onetext.workspace.pages.grid.views"),
    "Django lives in the workspace": ("case/planted.py", "from django.db import models"),
    "spaCy lives in reading": ("desk/planted.py", "import spacy"),
    "Solvers live in dealspace": ("brief/planted.py", "from ortools.sat.python import cp_model"),
    "Typst lives in brief": ("workspace/planted.py", "import typst"),
    "The core needs pydantic and PyYAML and nothing more": ("ledger/planted.py", "import numpy"),
    "Only disclosure reads the ledger": ("desk/planted.py", "from onetext.ledger.reading import Spine"),
}


def broken_contracts(source: Path) -> list[str]:
    """The names of the contracts that the code below ``source`` breaks."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, "--no-cache"],
        cwd=source.parent,
        env={"PYTHONPATH": str(source), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    said = " ".join(done.stdout.split())
    return [contract["name"] for contract in CONTRACTS if f"{contract['name']} BROKEN" in said]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The sources once more, to be broken."""
    shutil.copytree(SOURCE, tmp_path / "src" / "onetext", ignore=shutil.ignore_patterns("__pycache__", "static"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path / "src"


def test_every_contract_has_a_planted_break() -> None:
    assert {contract["name"] for contract in CONTRACTS} == set(PLANTED)


@pytest.mark.parametrize("contract", PLANTED)
def test_planted_break_is_found(copy: Path, contract: str) -> None:
    place, line = PLANTED[contract]
    planted = copy / "onetext" / place
    planted.parent.mkdir(exist_ok=True)
    (planted.parent / "__init__.py").touch()
    planted.write_text(f'"""Planted."""\n\n{line}\n')

    assert contract in broken_contracts(copy)


def test_folder_without_a_place_is_found(copy: Path) -> None:
    (copy / "onetext" / "sundries").mkdir()
    (copy / "onetext" / "sundries" / "__init__.py").touch()

    assert len(broken_contracts(copy)) == 1
