"""Entries to documents: what cannot be read is one clear fault in its own document, and stops nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onetext.files.faults import Fault, Faults
from onetext.reading.reading import read_text
from onetext.reading.records import Document, Source
from onetext.reading.rendering import as_data
from onetext.reading.settings import Settings
from onetext.reading.sources.entries import entries
from onetext.reading.sources.entry import Entry

if TYPE_CHECKING:
    from onetext.case.case import Case


@dataclass(frozen=True, slots=True)
class Read:
    """One document as a line of JSON, without its end; ``fault`` says why a text was not read."""

    line: str
    fault: Fault | None


def read_documents(paths: Sequence[Path], *, with_model: bool | None = None) -> dict[str, Any]:
    """``{"documents": […]}`` of all files; a file of JSON lines gives one document a line.

    Raises ``Faults`` when no document at all could be read.
    """
    found = list(read_files(paths, with_model=with_model))
    if all(document.error is not None for document in found):
        raise Faults([document.error for document in found if document.error] or [nothing()])
    return {"documents": [as_data(document) for document in found]}


def nothing() -> Fault:
    return Fault("read", "there is nothing to read", "name at least one file with text in it")


def read_files(paths: Sequence[Path], *, with_model: bool | None = None) -> Iterator[Document]:
    """The documents of the files, one after the other, so that a large corpus need not be held whole."""
    settings = Settings(with_model)
    for entry in entries(paths):
        yield read_entry(entry, settings)


def read_entry(entry: Entry, settings: Settings) -> Document:
    """The document of one entry. Whatever happens on its text stays in its document (R5)."""
    source = replace(entry.source, key=entry.key)
    if entry.text is None:
        return unread(source, entry.fault or nothing())
    try:
        document = read_text(entry.text, source, settings)
    except Exception as error:  # noqa: BLE001 -- one text of thousands must not end the run
        return unread(source, _failed(entry.address, f"{type(error).__name__}: {error}"))
    if entry.encoding is None:
        return document
    guessed = _("The file is not in UTF-8; it was read as {encoding}.").format(encoding=entry.encoding)
    return replace(document, limits=(*document.limits, guessed))


def _failed(address: str, why: str) -> Fault:
    return Fault(address, f"reading failed on this text ({why})", "leave it out, and tell the makers of onetext")


def died(entry: Entry) -> Read:
    """What stands for a text on which the process ended that read it."""
    source = replace(entry.source, key=entry.key)
    document = unread(source, _failed(entry.address, "the process that read it ended"))
    return _as_line(document, as_data(document))


def unread(source: Source, fault: Fault) -> Document:
    """The document of what could not be read."""
    return Document(source, chars=0, language=None, engine="none", limits=(), read_to=0, error=fault)


def read_line(entry: Entry, settings: Settings) -> Read:
    """One entry as it is printed; the bytes depend on nothing but the entry and the settings."""
    document = read_entry(entry, settings)
    return _as_line(document, _data(document, entry, settings))


def _data(document: Document, entry: Entry, settings: Settings) -> dict[str, Any]:
    data = as_data(document)
    if settings.codebook is None or entry.text is None:
        return data
    from onetext.reading.coding.applying import with_codes  # noqa: PLC0415 -- a third of the start, seldom asked for

    return with_codes(settings.codebook, data, entry.text)


def _as_line(document: Document, data: dict[str, Any]) -> Read:
    return Read(json.dumps(data, ensure_ascii=False), document.error)


def linked_line(read: Read, entry: Entry, case: Case) -> Read:
    """The same document matched to a case, which is cut for whoever asks (D3)."""
    if read.fault is not None or entry.text is None:
        return read
    from onetext.reading.linking.linking import linked_data  # noqa: PLC0415 -- a third of the start, seldom asked for

    data = linked_data(case, json.loads(read.line), entry.text)
    return replace(read, line=json.dumps(data, ensure_ascii=False))
