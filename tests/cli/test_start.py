"""What a command loads before it answers: a small file from the shell waits for nothing it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.dealspace.scenarios import RIVER

_RUN = """
import sys
from onetext.cli.ending import ended
from onetext.cli.main import app

code = ended(app, sys.argv[1:])
loaded = {name.split(".")[0] for name in sys.modules}
print(code, *sorted(loaded & {"pydantic", "rich", "numpy", "numba", "ortools"}), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("line", "loaded"),
    [(("--json", "--seconds", "5", "--frontier-limit", "3"), "0\n"), ((), "0 rich\n"), (("--help",), "0\n")],
)
def test_solve_of_a_small_file_loads_no_models_and_no_solvers(
    line: tuple[str, ...], loaded: str, tmp_path: Path
) -> None:
    path = tmp_path / "river.yaml"
    path.write_text(RIVER, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _RUN, "solve", str(path), *line], capture_output=True, text=True, check=True
    )
    assert done.stderr == loaded


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (("--frontier-limit", "x"), "'x' is not a whole number"),
        (("--frontier-limit", "-1"), "-1 is less than 0"),
        (("--seconds", "x"), "'x' is not a number"),
        (("--seconds", "nan"), "'nan' is not a number"),
        (("--discretise", "1"), "1 is less than 2"),
    ],
)
def test_an_option_that_is_no_number_is_wrong_usage(
    option: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from onetext.cli.ending import WRONG_USAGE, ended
    from onetext.cli.main import app

    assert ended(app, ["solve", "river.yaml", *option]) == WRONG_USAGE
    assert said in " ".join(capsys.readouterr().err.split())
