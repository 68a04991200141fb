"""Workers on this machine: one process each. A process that dies takes one text with it, not the run (R5)."""

from __future__ import annotations

import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Self

from onetext.reading.documents import Read, died, read_line
from onetext.reading.settings import Settings
from onetext.reading.sources.entry import Entry

_GIVEN: list[Settings] = []
"""In a worker: the settings of its run."""


class Processes:
    def __init__(self, size: int, settings: Settings) -> None:
        self.size = size
        self._settings = settings
        self._pool = self._new()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=kind is None, cancel_futures=True)

    def submit(self, batch: list[Entry]) -> Callable[[], list[Read]]:
        """Begin a batch; the answer waits for it."""
        try:
            begun = self._pool.submit(read_batch, batch)
        except BrokenProcessPool:
            self._pool = self._new()
            begun = self._pool.submit(read_batch, batch)
        return lambda: self._ended(begun, batch)

    def _ended(self, begun: Future[list[Read]], batch: list[Entry]) -> list[Read]:
        try:
            return begun.result()
        except BrokenProcessPool:
            return [self._alone(entry) for entry in batch]

    def _alone(self, entry: Entry) -> Read:
        """Read in a process of its own kind once more, so that only the text that ends processes is left out."""
        with self._new(1) as pool:
            try:
                return pool.submit(read_batch, [entry]).result()[0]
            except BrokenProcessPool:
                return died(entry)

    def _new(self, size: int = 0) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            size or self.size, mp_context=get_context("spawn"), initializer=_begin, initargs=(self._settings,)
        )


def _begin(settings: Settings) -> None:
    """A worker lets the one who started it decide when to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _GIVEN[:] = [settings]


def read_batch(batch: list[Entry]) -> list[Read]:
    return [read_line(entry, _GIVEN[0]) for entry in batch]
