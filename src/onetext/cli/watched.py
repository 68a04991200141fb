"""Long work from the shell: progress on standard error, a limit of seconds, and Ctrl-C that keeps what was found."""

from __future__ import annotations

import math
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


@contextmanager
def watched(seconds: float | None) -> Iterator[Running]:
    """A ``Running`` that ends after ``seconds``, or at the first Ctrl-C; a second Ctrl-C ends the command."""
    from onetext.dealspace.running import Running

    line = Line()
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
    """One line on a terminal, written over; nothing where standard error goes elsewhere."""

    def __init__(self) -> None:
        self.since = perf_counter()
        self.shown = 0.0
        self.alive = sys.stderr.isatty()

    def tell(self, step: str, share: float | None) -> None:
        now = perf_counter()
        if not self.alive or now - self.since < _WAIT or now - self.shown < 0.1:
            return
        self.shown = now
        done = "" if share is None else f" {share:.0%}"
        print(f"\r\x1b[2K{step.replace('_', ' ')}{done}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self.shown:
            print("\r\x1b[2K", end="", file=sys.stderr, flush=True)
