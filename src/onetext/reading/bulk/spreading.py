"""Reading many texts on workers, given back in the order of the texts, whoever is first: the same bytes anywhere (S6).

Workers here are processes, each of which loads the language model once. A cluster is one of Dask, by its scheduler's
address. Only a few texts a worker are under way at once, so a corpus of any size fits.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self

from onetext.reading.bulk.cluster import Cluster
from onetext.reading.bulk.processes import Processes
from onetext.reading.documents import Read, read_line
from onetext.reading.model import installed
from onetext.reading.settings import Settings
from onetext.reading.sources.entry import Entry

_BATCH_TEXTS = 4
_BATCH_CHARS = 60_000
_AHEAD = 3
"""Batches under way for each worker."""


class Workers(Protocol):
    """Who reads: ``submit`` begins a batch, and what it gives back waits for the end of it."""

    size: int

    def submit(self, batch: list[Entry]) -> Callable[[], list[Read]]: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def read_many(
    texts: Iterable[Entry], settings: Settings, workers: int = 1, cluster: str | None = None
) -> Iterator[Read]:
    """All texts in their order. Raises ``Faults`` where the cluster cannot be had or is gone."""
    settings = settings.settled(installed())
    if cluster is None and workers == 1:
        for entry in texts:
            yield read_line(entry, settings)
        return
    crew: Workers = Processes(workers, settings) if cluster is None else Cluster(cluster, settings)
    with crew:
        yield from _in_order(crew, _batches(texts))


def _in_order(crew: Workers, batches: Iterable[list[Entry]]) -> Iterator[Read]:
    under_way: deque[Callable[[], list[Read]]] = deque()
    for batch in batches:
        under_way.append(crew.submit(batch))
        if len(under_way) >= _AHEAD * crew.size:
            yield from under_way.popleft()()
    while under_way:
        yield from under_way.popleft()()


def _batches(texts: Iterable[Entry]) -> Iterator[list[Entry]]:
    """A few short texts, or one long one: what is worth a journey to a worker."""
    batch: list[Entry] = []
    chars = 0
    for entry in texts:
        batch.append(entry)
        chars += len(entry.text or "")
        if len(batch) == _BATCH_TEXTS or chars >= _BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch
