"""Files and corpora to documents: what cannot be opened is one clear fault in its own document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from onetext.files.faults import Fault, Faults, refuse
from onetext.files.opening import read_text as open_text
from onetext.reading.reading import read_text
from onetext.reading.records import Document, Source
from onetext.reading.rendering import as_data

MOST_BYTES = 16 * 1024 * 1024
_CORPUS = frozenset({".jsonl", ".ndjson"})
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_HALVES = re.compile("[\ud800-\udfff]")
_FIELDS = ("outlet", "date", "url", "language", "title")


def read_documents(paths: Sequence[Path], *, with_model: bool | None = None) -> dict[str, Any]:
    """``{"documents": […]}`` of all files; a file of JSON lines gives one document a line.

    Raises ``Faults`` when no document at all could be read.
    """
    found = list(read_files(paths, with_model=with_model))
    if all(document.error is not None for document in found):
        raise Faults([document.error for document in found if document.error] or [_nothing()])
    return {"documents": [as_data(document) for document in found]}


def _nothing() -> Fault:
    return Fault("read", "there is nothing to read", "name at least one file with text in it")


def read_files(paths: Sequence[Path], *, with_model: bool | None = None) -> Iterator[Document]:
    """The documents of the files, one after the other, so that a large corpus need not be held whole."""
    for path in paths:
        if path.suffix.lower() in _CORPUS:
            yield from _corpus(path, with_model)
        else:
            yield _file(path, with_model)


def _file(path: Path, with_model: bool | None) -> Document:
    source = Source(file=path.name)
    try:
        text = _filled(open_text(path, MOST_BYTES), str(path))
    except Faults as faults:
        return unread(source, faults.faults[0])
    return read_text(text, source, with_model=with_model)


def _filled(text: str, address: str) -> str:
    if not text.strip():
        raise refuse(address, "the file is empty", "name a file with text in it")
    return text


def unread(source: Source, fault: Fault) -> Document:
    """The document of what could not be read."""
    return Document(source, chars=0, language=None, engine="none", limits=(), read_to=0, error=fault)


def _corpus(path: Path, with_model: bool | None) -> Iterator[Document]:
    try:
        text = open_text(path, 4 * MOST_BYTES)
    except Faults as faults:
        yield unread(Source(file=path.name), faults.faults[0])
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _line(line, path, number, with_model)


def _line(line: str, path: Path, number: int, with_model: bool | None) -> Document:
    address = f"{path}, line {number}"
    source = Source(file=path.name)
    try:
        entry = _entry(line, address)
        source = _source(entry, path, address)
        return read_text(_filled(entry["text"], address), source, with_model=with_model)
    except Faults as faults:
        return unread(source, faults.faults[0])


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


def _source(entry: dict[str, Any], path: Path, address: str) -> Source:
    values: dict[str, str | None] = {}
    for name in _FIELDS:
        value = entry.get(name)
        if value is not None and not isinstance(value, str):
            raise refuse(address, f"the field '{name}' is no text", f"write '{name}' as text, or leave it out")
        values[name] = value or None
    known = entry.get("id")
    return Source(file=path.name, id=None if known is None else str(known), **values)
