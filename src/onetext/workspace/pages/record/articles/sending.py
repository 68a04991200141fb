"""What a person sends, as articles: text files, a folder of them, an archive, JSON lines; what is none is said."""

from __future__ import annotations

import json
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from django.utils.translation import gettext as _

from onetext.files.faults import Faults
from onetext.reading.records import Source as From
from onetext.reading.sources.encoding import article_text
from onetext.reading.sources.entry import Entry
from onetext.reading.sources.letters import letter
from onetext.reading.sources.markup import page
from onetext.reading.sources.references import references

MOST_BYTES = 4 * 1024 * 1024
"""Of one article."""
MOST_SENT = 64 * 1024 * 1024
"""Of one archive or corpus, packed or unpacked."""
MOST_ARTICLES = 2000
_CORPUS = (".jsonl", ".ndjson")
_PAGES = (".html", ".htm", ".xhtml")


class File(Protocol):
    """An uploaded file."""

    @property
    def name(self) -> str | None: ...
    @property
    def size(self) -> int | None: ...
    def read(self) -> bytes: ...


@dataclass(frozen=True)
class Article:
    """A text and where it comes from, as far as it was given."""

    name: str
    text: str
    outlet: str | None = None
    on: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Skipped:
    """What could not be taken as an article, and why."""

    name: str
    why: str


def gather(files: Iterable[File]) -> Iterator[Article | Skipped]:
    """The articles of the files in their order, at most ``MOST_ARTICLES``; never raises on any content (R5)."""
    for number, found in enumerate(one for file in files for one in _of_file(file)):
        if number == MOST_ARTICLES:
            yield Skipped(_("the rest"), _("at most {n} articles are taken at once").format(n=MOST_ARTICLES))
            return
        yield found


def _of_file(file: File) -> Iterator[Article | Skipped]:
    name = file.name or ""
    packed = name.lower().endswith((".zip", *_CORPUS))
    if (file.size or 0) > (MOST_SENT if packed else MOST_BYTES):
        yield Skipped(name, _("larger than {n} MB").format(n=(MOST_SENT if packed else MOST_BYTES) // 2**20))
    elif name.lower().endswith(".zip"):
        yield from _of_archive(name, file.read())
    else:
        yield from _of_bytes(name, file.read())


def _of_bytes(name: str, data: bytes) -> Iterator[Article | Skipped]:
    try:
        if name.lower().endswith(_PAGES) or data[:400].lstrip()[:9].lower().startswith((b"<!doctype", b"<html")):
            yield _of_entry(page(data, From(file=name), name))
            return
        if name.lower().endswith(".eml"):
            yield _of_entry(letter(data, From(file=name), name))
            return
        text, _guessed = article_text(data, name)
        if name.lower().endswith(".ris"):
            yield from map(_of_entry, references(text, Path(name), name))
            return
    except Faults as refused:
        yield from (Skipped(name, f"{fault.problem} ({fault.remedy})") for fault in refused.faults)
        return
    if name.lower().endswith(_CORPUS):
        yield from _of_lines(name, text)
    elif not text.strip():
        yield Skipped(name, _("There is no text yet"))
    else:
        yield Article(name, text)


def _of_entry(entry: Entry) -> Article | Skipped:
    """A saved page, letter or reference, with what it says of itself."""
    source = entry.source
    if entry.text is None:
        return Skipped(source.file or entry.address, entry.fault.problem if entry.fault else "")
    return Article(
        source.file or entry.address, entry.text, source.outlet, source.date, source.title, source.url, source.language
    )


_UNPACKABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, RuntimeError, EOFError, OSError, ValueError,
    LookupError,
)  # fmt: skip
"""What is raised on an archive that is damaged, locked, or packed in a way nobody knows."""


def _of_archive(name: str, data: bytes) -> Iterator[Article | Skipped]:
    """The files of an archive; sizes are checked before anything is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            inside = [one for one in archive.infolist() if not one.is_dir() and not _is_litter(one.filename)]
            if sum(one.file_size for one in inside) > MOST_SENT:
                yield Skipped(name, _("unpacked it is larger than {n} MB").format(n=MOST_SENT // 2**20))
                return
            for one in inside:
                if one.file_size > MOST_BYTES and not one.filename.lower().endswith(_CORPUS):
                    yield Skipped(one.filename, _("larger than {n} MB").format(n=MOST_BYTES // 2**20))
                else:
                    yield from _of_bytes(one.filename, archive.read(one))
    except _UNPACKABLE as error:
        yield Skipped(name, _("the archive cannot be opened: {why}").format(why=error))


def _is_litter(name: str) -> bool:
    """What systems leave beside files."""
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or any(part.startswith(".") for part in parts)


def _of_lines(name: str, text: str) -> Iterator[Article | Skipped]:
    """One article a line: ``text``, and as far as known ``date``, ``outlet``, ``title``, ``url``, ``language``."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield _of_line(f"{name}:{number}", line)


def _of_line(name: str, line: str) -> Article | Skipped:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return Skipped(name, _("this line is no JSON"))
    text = data.get("text") if isinstance(data, dict) else None
    if not isinstance(text, str) or not text.strip():
        return Skipped(name, _("this line has no text"))
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        return Skipped(name, _("larger than {n} MB").format(n=MOST_BYTES // 2**20))
    clean = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")
    given = {own: _said(data.get(other)) for own, other in _FIELDS.items()}
    return Article(name, clean, **given)


_FIELDS = {"outlet": "outlet", "on": "date", "title": "title", "url": "url", "language": "language"}


def _said(value: Any) -> str | None:
    text = value.strip().encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else ""
    return text[:2000] or None
