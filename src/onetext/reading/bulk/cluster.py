"""Workers elsewhere: a Dask cluster, by its scheduler's address. They must have this onetext and what it reads with."""

from __future__ import annotations

import threading
from collections.abc import Callable
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import onetext
from onetext.files.faults import Faults, refuse
from onetext.reading.documents import Read, died, read_line
from onetext.reading.model import installed
from onetext.reading.settings import Settings
from onetext.reading.sources.entry import Entry

_PATIENCE = 10.0
"""Seconds a scheduler has to answer."""
_INSTALL = "install it: pip install 'onetext[cluster]'"
_TURN = threading.Lock()
"""In a worker of several threads: the language model is for one at a time."""


class Cluster:
    """Raises ``Faults`` where Dask or the scheduler cannot be had, or its workers would read otherwise than we."""

    def __init__(self, address: str, settings: Settings) -> None:
        if find_spec("distributed") is None:
            raise refuse("--cluster", "a cluster needs Dask's distributed, which is not installed", _INSTALL)
        from distributed import Client  # noqa: PLC0415 -- an extra

        self._address = address
        try:
            self._client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise refuse(
                "--cluster",
                f"there is no Dask scheduler at '{address}': {error}",
                "start one with 'dask scheduler' and 'dask worker', and write its address as tcp://127.0.0.1:8786",
            ) from error
        try:
            self.size = self._checked(settings)
            self._settings = self._client.scatter(settings, broadcast=True, hash=False)
        except BaseException:
            self._client.close()
            raise

    def _checked(self, settings: Settings) -> int:
        size: int = sum(self._client.nthreads().values())
        if size == 0:
            raise refuse("--cluster", f"the scheduler at '{self._address}' has no workers", "start some: 'dask worker'")
        ours, other = _abilities(), "another version of onetext"
        for worker, theirs in self._client.run(_abilities, on_error="return").items():
            if not isinstance(theirs, tuple):
                raise refuse("--cluster", f"the worker {worker} cannot read: {theirs}", "install onetext there")
            if theirs[0] != ours[0] or (settings.with_model and not theirs[1]):
                raise refuse(
                    "--cluster",
                    f"the worker {worker} has {other if theirs[1] else 'no language model'}",
                    "install there what is installed here, so that all read alike",
                )
        return size

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def submit(self, batch: list[Entry]) -> Callable[[], list[Read]]:
        """Begin a batch; the answer waits for it."""
        begun = self._client.submit(read_batch, batch, self._settings, pure=False)
        return lambda: self._ended(begun, batch)

    def _ended(self, begun: Any, batch: list[Entry]) -> list[Read]:
        from distributed import KilledWorker  # noqa: PLC0415 -- an extra

        try:
            found: list[Read] = begun.result()
            return found
        except KilledWorker:
            if len(batch) == 1:
                return [died(batch[0])]
            return [read for entry in batch for read in self.submit([entry])()]
        except Faults:
            raise
        except Exception as error:
            raise refuse(
                "--cluster", f"the cluster at '{self._address}' was lost: {error}", "the same command goes on from here"
            ) from error


def _abilities() -> tuple[str, bool]:
    """What decides how this machine reads: the rules and tables themselves, and whether there is a language model."""
    rules = sha256()
    for folder in ("reading", "wording"):
        place = Path(onetext.__file__).parent / folder
        for path in sorted(place.rglob("*")):
            if path.suffix in {".py", ".txt"}:
                rules.update(path.relative_to(place).as_posix().encode() + b"\0" + path.read_bytes())
    return rules.hexdigest(), installed()


def read_batch(batch: list[Entry], settings: Settings) -> list[Read]:
    with _TURN:
        return [read_line(entry, settings) for entry in batch]
