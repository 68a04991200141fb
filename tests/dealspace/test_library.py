"""The public names of the library, and that asking for none of them loads nothing heavy."""

from __future__ import annotations

import doctest
import subprocess
import sys
from inspect import isclass, isfunction

import pytest

from onetext import dealspace
from onetext.dealspace import library
from tests.project.tree import ROOT

NAMES = {
    "Amendments", "Conflicts", "Explanation", "Robustness", "Scenario", "Solution",
    "amend", "conflicts", "explain", "frontier", "read_scenario", "robust", "solve",
}  # fmt: skip


def test_public_names_are_these() -> None:
    assert set(dealspace.__all__) == NAMES
    assert set(dir(dealspace)) >= NAMES
    for name in NAMES:
        public = getattr(dealspace, name)
        assert isclass(public) if name[0].isupper() else isfunction(public)


def test_a_module_of_the_same_name_does_not_take_a_name_away() -> None:
    import onetext.dealspace.amend.amending
    import onetext.dealspace.solve

    assert onetext.dealspace.solve is dealspace.solve
    assert isfunction(dealspace.amend)
    assert isfunction(dealspace.solve)


def test_importing_the_library_loads_no_engine() -> None:
    code = (
        "import sys; from onetext import dealspace; dealspace.solve; dealspace.read_scenario;"
        "print(sorted({'numpy', 'numba', 'ortools', 'highspy'} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT / "src")}
    )
    assert ran.stdout.strip() == "[]"


def test_every_function_has_an_example_that_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    examples = doctest.DocTestFinder().find(library, "library")
    ran = {test.name.removeprefix("library."): doctest.DocTestRunner().run(test) for test in examples if test.examples}
    assert set(ran) == {name for name in NAMES if name[0].islower()}
    assert {failed for failed, _ in ran.values()} == {0}
