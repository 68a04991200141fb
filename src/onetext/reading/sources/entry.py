"""One text that is to be read, or the fault for which it cannot be."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from onetext.files.faults import Fault, refuse
from onetext.reading.records import Source


@dataclass(frozen=True, slots=True)
class Entry:
    """``text`` and ``fault``: one of them is null. ``address`` is how a person finds it again."""

    source: Source
    address: str
    text: str | None = None
    fault: Fault | None = None
    encoding: str | None = None
    """What the file was read as, where that was guessed."""

    @property
    def key(self) -> str:
        """Sixteen hex digits: the same file, the same id (or place) and the same text have the same key."""
        source = self.source
        place = f"id {source.id}" if source.id is not None else f"line {source.line}"
        content = self.text if self.text is not None else f"fault {self.fault}"
        whole = "\0".join((source.file or "", place, content))
        return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def filled(text: str, address: str) -> str:
    """The text. Raises ``Faults`` when it holds nothing but blanks."""
    if not text.strip():
        raise refuse(address, "the file is empty", "name a file with text in it")
    return text
