"""Long work from the shell can be limited and stopped, and keeps what it has."""

from __future__ import annotations

import os
import signal

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
