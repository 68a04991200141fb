"""Long work from the shell: progress on standard error, a limit of seconds, and Ctrl-C that keeps what was found."""

from __future__ import annotations

import math
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from gettext import gettext as _
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from onetext.dealspace.running import Running

Seconds = Annotated[
    float | None,
    typer.Option("--seconds", min=0.0, help=_("stop after so long, and give what was found, with its bound")),
]
_WAIT = 1.0
"""Seconds before progress is shown: quick work stays silent."""
_AGAIN = 0.2
_PLAIN = 10.0
"""Seconds between two lines where standard error is no terminal."""


@contextmanager
def watched(seconds: float | None) -> Iterator[Running]:
    """A ``Running`` that ends after ``seconds``, or at the first Ctrl-C; a second Ctrl-C ends the command."""
    from onetext.dealspace.running import Running

    line = Line()
    line.tell(None, None)
    with stoppable(_("Stopping; once more ends it without an answer.")) as stopped:
        try:
            until = math.inf if seconds is None else perf_counter() + seconds
            yield Running(perf_counter, until, stopped, line.tell)
        finally:
            line.clear()


@contextmanager
def stoppable(said: str) -> Iterator[Callable[[], bool]]:
    """Whether Ctrl-C was typed, for work that ends at a good place; then ``said`` is shown. A second one ends it."""
    asked: list[bool] = []

    def ask(_number: int, _frame: Any) -> None:
        if asked:
            raise KeyboardInterrupt
        asked.append(True)
        print(said, file=sys.stderr)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: bool(asked)
    finally:
        signal.signal(signal.SIGINT, before)


class Line:
    """How far it is: one line on a terminal, written over; elsewhere a plain line now and then.

    Written by a thread of its own, because the work may be silent for long.
    """

    def __init__(self) -> None:
        self.since = perf_counter()
        self.step: str | None = None
        self.share: float | None = None
        self.terminal = sys.stderr is not None and sys.stderr.isatty()
        self.over = threading.Event()
        self.writer = threading.Thread(target=self._write, daemon=True)

    def tell(self, step: str | None, share: float | None) -> None:
        self.step, self.share = step, share
        if not self.writer.is_alive() and not self.over.is_set():
            self.writer.start()

    def clear(self) -> None:
        self.over.set()
        if self.writer.is_alive():
            self.writer.join()

    def _write(self) -> None:
        shown = False
        wait = _WAIT if self.terminal else _PLAIN
        while not self.over.wait(wait):
            wait = _AGAIN if self.terminal else _PLAIN
            start, end = ("\r\x1b[2K", "") if self.terminal else ("", "\n")
            with suppress(OSError, ValueError):  # closed or full: the answer matters more
                print(start, self._said(), sep="", end=end, file=sys.stderr, flush=True)
            shown = True
        if shown and self.terminal:
            print("\r\x1b[2K", end="", file=sys.stderr, flush=True)

    def _said(self) -> str:
        step = (self.step or _("working")).replace("_", " ")
        done = "" if self.share is None or self.share >= 1 else f" {self.share:.0%}"
        return f"{step}{done} · {perf_counter() - self.since:.0f} s"
