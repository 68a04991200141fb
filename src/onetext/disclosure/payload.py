"""Records as the ledger stores them: JSON without labels, which are the entry's own; and the text that is searched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from onetext.case.case import Head
from onetext.case.kinds import BY_KIND
from onetext.case.record import Model, Record, UnknownRecord
from onetext.case.snapshot import record_data
from onetext.case.source import Statement
from onetext.disclosure.attribution import attributed
from onetext.files.faults import Faults, refuse, shown
from onetext.ledger.entry import ERASURE, Entry, compact
from onetext.ledger.words import words_of

HEAD = "case"
"""The kind of the entry that holds the case's head."""
UNKNOWN = "unknown:"
"""Before the section's name, the kind of an entry for a record of an unknown kind."""
SCHEMA = 1


def payload_of(record: Record) -> bytes:
    """The stored bytes; equal records give equal bytes. Raises ``Faults`` on text that no UTF-8 file can hold."""
    data = record_data(record)
    data.pop("labels", None)
    try:
        return compact(data)
    except UnicodeEncodeError as error:
        raise refuse(
            f"{record.kind} {record.id}",
            f"'{shown(error.object[max(error.start - 20, 0) : error.end + 20])}' is not UTF-8 text",
            "type the words again, or save their file as UTF-8",
        ) from error


def record_of(kind: str, payload: bytes, labels: tuple[str, ...]) -> Record:
    """The record in a stored payload, under its entry's labels. Raises ``Faults`` for a damaged one."""
    model = BY_KIND.get(kind, UnknownRecord)
    try:
        return model.model_validate_json(payload).model_copy(update={"labels": labels})
    except ValidationError as error:
        raise damaged(kind) from error


def head_payload(head: Head) -> bytes:
    return compact(head.model_dump(mode="json", exclude_none=True))


def head_of(payload: bytes) -> Head:
    """The head of the case in a stored payload. Raises ``Faults`` for a damaged one."""
    try:
        return Head.model_validate(json.loads(payload))
    except (ValueError, RecursionError) as error:  # pydantic's is a ValueError too
        raise damaged(HEAD) from error


def damaged(kind: str) -> Faults:
    """What an entry is told by that does not hold what it says."""
    return refuse(
        f"an entry of kind '{kind}'",
        "what it holds is no such record: the store or log is damaged, or of a newer program",
        "run 'onetext verify' on it, and restore it from a backup",
    )


def entry_search_text(entry: Entry) -> str:
    """As ``search_text``, of an entry taken over from a log."""
    if entry.payload is None or entry.gone or entry.kind in (HEAD, ERASURE):
        return ""
    return search_text(record_of(entry.kind, entry.payload, entry.labels))


_SHOWN = (
    "name",
    "title",
    "label",
    "text",
    "quote",
    "outlet",
    "place",
    "caution",
    "note",
    "short",
    "reason",
    "description",
)


def search_text(record: Record) -> str:
    """The words a search may find a record by: its shown fields, never its raw JSON.

    A speaker who is not to be named is not found by name (D8).
    """
    if isinstance(record, Statement) and record.handling not in (None, "on_record"):
        printed = attributed(record, "handout")
        if printed is None:
            return ""
        return " ".join(filter(None, (printed.text, printed.quote, printed.speaker)))
    return " ".join(_words(record))


def holds(record: Record, words: str) -> bool:
    """Whether, for each of the words, one of the record's begins with it."""
    own = words_of(search_text(record))
    return all(any(word.startswith(start) for word in own) for start in words_of(words))


def _words(model: Model) -> Iterator[str]:
    for name, value in model:
        yield from _words_in(name, value)


def _words_in(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if name in _SHOWN:
            yield value
    elif isinstance(value, Model):
        yield from _words(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _words_in(name, part)
