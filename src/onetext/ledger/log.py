"""The log ``ledger/1``: chains as JSON lines, to hand on, to prove whole, and to open again as a store.

First a header, then the entries chain by chain in order of label names (the order over all chains stays in the
store, D4), at last the heads. There is one way to write a line and any other is refused, so that no byte can
change unseen. A signature over the last line is a later matter: it would stand in a file of its own beside the log,
as lists of heads do (``read_heads``).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from onetext.files.faults import Faults, refuse
from onetext.files.opening import read_text
from onetext.files.writing import write_whole
from onetext.ledger.chain import Check, Proof
from onetext.ledger.entry import (
    SALT_BYTES,
    Entry,
    Labels,
    compact,
    is_partial_date,
    is_word,
    label_set,
    labels_text,
    parse_labels,
    payload_bytes,
)
from onetext.ledger.store import Store

HEADER = b'{"onetext":"ledger/1"}\n'
MOST_LINE_BYTES = 64 * 1024 * 1024
_FIELDS = tuple(Entry.__dataclass_fields__)
_HASH = re.compile(r"[0-9a-f]{64}")
_TIME = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]\.[0-9]{6}Z")


def write_log(path: Path, store: Store, permitted: Collection[Labels] | None = None) -> None:
    """Writes the chains of the permitted label sets (all, when left out) as a log, whole or not at all.

    Who may read a label set may read those within it; with such sets nothing that an entry names is missing.
    """
    write_whole(path, b"".join(log_lines(store, permitted)))


def log_lines(store: Store, permitted: Collection[Labels] | None = None) -> Iterator[bytes]:
    """The lines of that log, each with its line end; one state of the store."""
    heads: dict[Labels, str] = {}
    entries = 0
    yield HEADER
    for entry in store.chains(permitted):
        yield _entry_line(entry)
        heads[entry.labels] = entry.hash
        entries += 1
    yield _heads_line(entries, heads)


def verify_log(path: Path, heads: Path | None = None) -> dict[str, Any]:
    """Whether a log is whole: ``{"whole", "entries", "heads", "faults"}`` as ``verify`` prints it.

    ``heads`` names a file with a list of heads kept elsewhere. Raises ``Faults`` when a file cannot be opened or the
    list is not one; whatever is wrong inside the log is told in the result.
    """
    proof = _prove(path, _nothing, read_heads(heads) if heads else None)
    return {
        "whole": proof.whole,
        "entries": proof.entries,
        "heads": {labels_text(labels): head for labels, head in proof.heads.items()},
        "faults": [fault.as_dict() for fault in proof.faults],
    }


def import_log(
    path: Path, store: Store, search_text: Callable[[Entry], str], heads: Mapping[Labels, str] | None = None
) -> int:
    """Opens a log in an empty store, whole or not at all; gives the number of entries.

    ``search_text`` gives the shown fields of an entry, which a log does not hold. Raises ``Faults`` when the log is
    not whole or the store is not empty.
    """
    entries: list[Entry] = []
    proof = _prove(path, entries.append, heads)
    if not proof.whole:
        raise Faults(proof.faults)
    # times tie the chains together again: what is written over a version comes after it, and carries its labels
    entries.sort(key=lambda entry: (entry.recorded, len(entry.labels), entry.labels))
    with store.writing() as writer:
        if writer.labelsets():
            raise refuse(str(path), "the store is not empty", "open the log in a new store")
        for entry in entries:
            writer.put(entry, search_text(entry))
        for (labels, author), count in Counter((entry.labels, entry.author) for entry in entries).items():
            writer.set_drawn(labels, author, count)
    return len(entries)


def read_heads(path: Path) -> dict[Labels, str]:
    """A list of heads, ``{"heads": {label names: hash}}``, as the last line of a log and ``verify`` have it."""
    address = str(path)
    remedy = 'write {"heads": {"public": "…64 hexadecimal digits…"}}'
    try:
        found = json.loads(read_text(path))["heads"]
        if all(isinstance(head, str) and _HASH.fullmatch(head) for head in found.values()):
            return {parse_labels(text): head for text, head in found.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise refuse(address, "this is not a list of heads", remedy) from error
    raise refuse(address, "a head is not a hash", remedy)


def _prove(path: Path, take: Callable[[Entry], object], heads: Mapping[Labels, str] | None) -> Proof:
    check = Check(heads)
    try:
        if not path.exists():
            raise refuse(str(path), "there is no such file", "check the path")
        if not path.is_file():
            raise refuse(str(path), "this is not a log or a store", "name an exported log, or a workspace's store")
        with path.open("rb") as file:
            if file.readline(len(HEADER)) != HEADER:
                check.fault(f"{path.name}, line 1", "this is not a log of form ledger/1", "name an exported log")
            else:
                _prove_lines(file, path.name, check, take)
    except OSError as error:
        raise refuse(str(path), f"the file cannot be read: {error.strerror}", "check its permissions") from error
    return check.proof()


def _prove_lines(file: BinaryIO, name: str, check: Check, take: Callable[[Entry], object]) -> None:
    """The lines after the header. The last one is not an entry; whatever follows it is a fault."""
    number, line = 1, b""
    chain: Labels = ()
    for number, line in enumerate(iter(lambda: file.readline(MOST_LINE_BYTES), b""), start=2):
        if check.full:
            return
        if line.startswith(b'{"entries":'):
            break
        try:
            entry = _read_entry(line, f"{name}, line {number}")
        except Faults as fault:
            check.faults.extend(fault.faults)
        else:
            if entry.labels < chain:
                check.fault(f"{name}, line {number}", "its chain stands before the one above: swapped")
            chain = entry.labels
            check.take(entry)
            take(entry)
    if line != _heads_line(check.entries, check.heads):
        check.fault(f"{name}, line {number}", "the heads at the end are missing or do not fit: cut off or changed")
    elif file.read(1):
        check.fault(f"{name}, line {number + 1}", "something stands after the end of the log")


def _entry_line(entry: Entry) -> bytes:
    fields = {name: getattr(entry, name) for name in _FIELDS}
    fields["payload"] = None if entry.payload is None else entry.payload.decode("utf-8", "backslashreplace")
    fields["salt"] = None if entry.salt is None else entry.salt.hex()
    return compact(fields) + b"\n"


def _heads_line(entries: int, heads: Mapping[Labels, str]) -> bytes:
    listed = {labels_text(labels): head for labels, head in sorted(heads.items())}
    return compact({"entries": entries, "heads": listed}) + b"\n"


def _read_entry(line: bytes, address: str) -> Entry:
    """The entry on a line. Raises ``Faults`` unless it is one, written in the one way."""
    try:
        fields = json.loads(line.decode("utf-8"))
        entry = _entry(fields, address)
        written = _entry_line(entry)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise refuse(address, "this is not an entry", "compare it with a copy from another hand") from error
    if written != line:
        raise refuse(address, "this entry is not written as a log writes it", "compare it with another copy")
    return entry


def _entry(fields: dict[str, Any], address: str) -> Entry:
    """An entry from what stood on a line. Raises ``Faults`` or what ``_read_entry`` catches."""
    if not _fits(fields):
        raise refuse(address, "a field of this entry cannot be right", "compare it with a copy from another hand")
    payload, salt = fields["payload"], fields["salt"]
    read = {
        "labels": label_set(fields["labels"]),
        "needs": tuple(fields["needs"]),
        "bases": tuple(fields["bases"]),
        "payload": None if payload is None else payload_bytes(address, payload.encode("utf-8")),
        "salt": None if salt is None else bytes.fromhex(salt),
    }
    return Entry(**{**fields, **read})


def _fits(fields: dict[str, Any]) -> bool:
    """Whether each field is of its kind; then nothing that works with the entry can fail."""
    return (
        all(is_word(fields[name]) for name in ("kind", "id", "author"))
        and all(type(fields[name]) is int and 1 <= fields[name] < 2**53 for name in ("version", "schema"))
        and all(fields[name] is None or is_partial_date(fields[name]) for name in ("on", "known_from"))
        and isinstance(fields["gone"], bool)
        and _TIME.fullmatch(fields["recorded"]) is not None
        and all(_is_hash(fields[name]) for name in ("previous", "commitment", "hash"))
        and all(isinstance(fields[name], list) for name in ("labels", "needs", "bases"))
        and all(map(is_word, [*fields["labels"], *fields["needs"]]))
        and all(map(_is_hash, fields["bases"]))
        and (fields["payload"] is None) == (fields["salt"] is None)
        and (fields["salt"] is None or len(fields["salt"]) == 2 * SALT_BYTES)
    )


def _is_hash(text: object) -> bool:
    return isinstance(text, str) and _HASH.fullmatch(text) is not None


def _nothing(_entry: Entry) -> None:
    """Proving a log keeps none of its entries."""
