"""A corpus of JSON lines: ``id``, ``text`` and optional facts of the source, one document a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from onetext.files.faults import Faults, refuse
from onetext.files.opening import decode
from onetext.reading.records import Source
from onetext.reading.sources.entry import Entry, filled

MOST_LINE = 16 * 1024 * 1024
"""Bytes of one line."""
_PIECE = 1 << 20
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_HALVES = re.compile("[\ud800-\udfff]")
_FIELDS = ("outlet", "date", "url", "language", "title")


def lines(path: Path, name: str) -> Iterator[Entry]:
    """The documents of the corpus, read line by line. Raises ``Faults`` where the file cannot be opened."""
    try:
        if not path.exists():
            raise refuse(str(path), "there is no such file", "check the path")
        if not path.is_file():
            raise refuse(str(path), "this is not a regular file", "name a file")
        with path.open("rb") as file:
            for number, data in enumerate(_lines(file), 1):
                if data is None or data.strip():
                    yield _line(data, path, name, number)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise refuse(str(path), f"the file cannot be read: {reason}", "check its permissions and path") from error
    except ValueError as error:  # a path with a null byte
        raise refuse(repr(str(path)), "this is not a usable path", "check the path") from error


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Each line without its end; null for one that is longer than anything that is read."""
    while line := file.readline(MOST_LINE + 1):
        if len(line) <= MOST_LINE:
            yield line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(_PIECE)
        yield None


def _line(data: bytes | None, path: Path, name: str, number: int) -> Entry:
    address = f"{path}, line {number}"
    source = Source(file=name, line=number)
    try:
        if data is None:
            raise refuse(address, f"the line has more than {MOST_LINE:,} bytes", "split it into several documents")
        entry = _entry(decode(data, address), address)
        source = _source(entry, name, number, address)
        return Entry(source, address, filled(entry["text"], address))
    except Faults as faults:
        return Entry(source, address, fault=faults.faults[0])


def _entry(line: str, address: str) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise refuse(address, "this line is not JSON", "write one JSON object a line, with id and text") from error
    if not isinstance(entry, dict):
        raise refuse(address, "this line is not a JSON object", "write one JSON object a line, with id and text")
    if not isinstance(entry.get("text"), str):
        raise refuse(address, "the field 'text' is missing or no text", "give each line its 'text'")
    if _HALF.search(line) and _HALVES.search(json.dumps(entry, ensure_ascii=False)):
        raise refuse(address, "half of a pair of code units", "write the character itself")
    return entry


def _source(entry: dict[str, Any], name: str, number: int, address: str) -> Source:
    values: dict[str, str | None] = {}
    for field in _FIELDS:
        value = entry.get(field)
        if value is not None and not isinstance(value, str):
            raise refuse(address, f"the field '{field}' is no text", f"write '{field}' as text, or leave it out")
        values[field] = value or None
    known = entry.get("id")
    return Source(file=name, line=number, id=None if known is None else str(known), **values)
