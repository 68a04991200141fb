"""Long work from the shell can be limited and stopped, and keeps what it has."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from onetext.cli.watched import watched


def test_work_without_a_limit_goes_on() -> None:
    with watched(None) as running:
        assert not running.over()
        assert running.left() > 10**9


def test_work_whose_seconds_are_up_is_over() -> None:
    with watched(0.0) as running:
        assert running.over()
        assert running.left() == 0.0


def test_first_interrupt_asks_to_stop_and_the_second_ends(capsys: pytest.CaptureFixture[str]) -> None:
    before = signal.getsignal(signal.SIGINT)
    with watched(None) as running:
        os.kill(os.getpid(), signal.SIGINT)
        assert running.over()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert "Stopping" in capsys.readouterr().err
    assert signal.getsignal(signal.SIGINT) is before


def test_progress_is_silent_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with watched(None) as running:
        running.tell("frontier", 0.5)
    assert capsys.readouterr().err == ""


TIED = """
onetext: scenario/1
issues: {{{issues}}}
parties:
  A: {{weights: {{i0: 1}}, scores: {{i0: {{a: 0}}}}, interactions: [{{when: [i0=a, i1=b], value: 5}}]}}
  B: {{weights: {{i1: 1}}, scores: {{i1: {{a: 0}}}}}}
"""


def test_control_c_at_a_terminal_ends_long_work_with_what_is_known(tmp_path: Path) -> None:
    """Its kernels are not on disk, and compiling them takes a minute: neither is waited for."""
    file = tmp_path / "tied.yaml"
    file.write_text(TIED.format(issues=", ".join(f"i{number}: [a, b, c, d]" for number in range(12))))
    here, there = pty.openpty()
    command = [sys.executable, "-c", "from onetext.cli.main import run; run()", "solve", str(file)]
    work = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=there, env={**os.environ, "NUMBA_CACHE_DIR": str(tmp_path)}
    )
    os.close(there)
    said = ""
    while "compiling, once" not in said:
        said += os.read(here, 1000).decode()
    work.send_signal(signal.SIGINT)
    answer = work.communicate(timeout=30)[0].decode()
    os.close(here)

    assert work.returncode == 0
    assert "Time was up before it was known whether any package is acceptable." in answer
