"""The file a run writes, one document a line; a later run finds what it holds, and does not read that again.

Lines are only ever added, each with one write. A last line that was torn, by a lost machine or a full disk, is taken
away before anything is added.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Self

from onetext.files.faults import refuse
from onetext.files.writing import target_of
from onetext.reading.documents import Read
from onetext.reading.sources.entry import Entry

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]  # a module or nothing

_KEY = re.compile(rb'"key": "([0-9a-f]{16})"')
"""The first in a line is that of its document: what stands before it are values, and quotes in them are escaped."""
_ID = re.compile(rb'\{"id": "(?:[^"\\]|\\.)*+')
_SOURCE = (b'{"source": {"file": ', b'", "source": {"file": ')
"""How a document begins; the second behind an id."""


class Output:
    """``held`` counts documents that were there; ``repaired`` says whether a torn line was taken away.

    Raises ``Faults`` where the file cannot be written, holds something else, or is written by another run.
    """

    def __init__(self, path: Path) -> None:
        self.path = target_of(path)
        self.held = 0
        self.repaired = False
        self._keys: Counter[bytes] = Counter()
        try:
            self._file = FileIO(self.path, "a+")
        except OSError as error:
            raise refuse(str(path), f"cannot be written: {error.strerror}", "choose a folder that exists") from error
        try:
            self._lock(path)
            self._take_in(path)
        except BaseException:
            self._file.close()
            raise

    def _lock(self, path: Path) -> None:
        try:
            if fcntl is not None:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise refuse(str(path), "another run is writing to it", "wait for it, or name another file") from error

    def _take_in(self, path: Path) -> None:
        whole = 0
        with self.path.open("rb") as file:
            for number, line in enumerate(file, 1):
                key = _KEY.search(line) if _is_ours(line) else None
                if key is not None and line.endswith(b"}\n"):
                    self._keys[key.group(1)] += 1
                    self.held += 1
                elif line.endswith(b"\n") or not _is_torn(line):
                    raise refuse(
                        f"{path}, line {number}",
                        "this is no document of a reading",
                        "name a new file, or one that 'onetext read' wrote",
                    )
                else:
                    self.repaired = True
                    break
                whole += len(line)
        if self.repaired:
            self._file.truncate(whole)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def missing(self, texts: Iterable[Entry]) -> Iterator[Entry]:
        """The entries that the file does not hold yet; one that stands twice is held once for each line."""
        for entry in texts:
            key = entry.key.encode()
            if self._keys[key] > 0:
                self._keys[key] -= 1
            else:
                yield entry

    def add(self, read: Read) -> None:
        """Write one document. Raises ``OSError`` with the file's name where the disk refuses it."""
        data = f"{read.line}\n".encode("utf-8", "surrogatepass")
        try:
            while data:
                data = data[self._file.write(data) :]
        except OSError as error:
            error.filename = str(self.path)
            raise


def _is_ours(line: bytes) -> bool:
    return _behind_id(line).startswith(_SOURCE)


def _is_torn(line: bytes) -> bool:
    """The beginning of a line of ours; anything else without an end is somebody's, and stays."""
    rest = _behind_id(line)
    return rest.startswith(_SOURCE) or any(start.startswith(rest) for start in (*_SOURCE, b'{"id": "'))


def _behind_id(line: bytes) -> bytes:
    known = _ID.match(line)
    return line[known.end() :] if known else line
