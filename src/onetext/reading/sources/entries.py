"""Paths to entries, one after the other: never more than one file, and of a corpus one line, in memory."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from onetext.files.faults import Faults, refuse
from onetext.files.opening import read_bytes
from onetext.reading.records import Source
from onetext.reading.sources import corpus, letters, markup, references
from onetext.reading.sources.encoding import article_text
from onetext.reading.sources.entry import Entry, filled

MOST_BYTES = 16 * 1024 * 1024
_PLAIN = frozenset({".txt", ".text", ".md", ".markdown"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_CORPUS = frozenset({".jsonl", ".ndjson"})
READ_IN_FOLDERS = _PLAIN | _PAGES | _CORPUS | {".eml", ".ris"}


def entries(paths: Sequence[Path], own: Path | None = None, left_out: dict[str, int] | None = None) -> Iterator[Entry]:
    """The texts of files and folders in order; in a folder by name, folders within it too.

    ``own`` is a file that is never read: what this run writes. Files of a folder whose ending nobody knows are counted
    by it in ``left_out``. What cannot be read is an entry with its fault; nothing is raised.
    """
    for path in paths:
        if path.is_dir():
            yield from _folder(path, own, {} if left_out is None else left_out)
        else:
            yield from _file(path, path.name)


def _folder(folder: Path, own: Path | None, left_out: dict[str, int]) -> Iterator[Entry]:
    found = 0
    for path, name in _inside(folder):
        suffix = path.suffix.lower()
        if own is not None and path.resolve() == own:
            continue
        if suffix not in READ_IN_FOLDERS:
            left_out[suffix] = left_out.get(suffix, 0) + 1
            continue
        found += 1
        yield from _file(path, name)
    if not found:
        fault = refuse(
            str(folder), "no file to read in this folder", f"read are {', '.join(sorted(READ_IN_FOLDERS))}"
        ).faults[0]
        yield Entry(Source(file=folder.name), str(folder), fault=fault)


def _inside(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files below a folder with their names from there, hidden ones aside; links to folders are not followed."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if not name.startswith("."):
                yield path, PurePosixPath(path.relative_to(folder)).as_posix()


def _file(path: Path, name: str) -> Iterator[Entry]:
    source, suffix = Source(file=name), path.suffix.lower()
    try:
        if suffix in _CORPUS:
            yield from corpus.lines(path, name)
        elif suffix == ".ris":
            text, encoding = article_text(read_bytes(path, MOST_BYTES), str(path))
            found = references.references(text, path, name)
            yield from (replace(each, encoding=encoding) for each in found)
        elif suffix == ".eml":
            yield letters.letter(read_bytes(path, MOST_BYTES), source, str(path))
        elif suffix in _PAGES:
            yield markup.page(read_bytes(path, MOST_BYTES), source, str(path))
        else:
            text, encoding = article_text(read_bytes(path, MOST_BYTES), str(path))
            yield Entry(source, str(path), filled(text, str(path)), encoding=encoding)
    except Faults as faults:
        yield Entry(source, str(path), fault=faults.faults[0])
