"""One version of one record, as it is stored for ever (L1), and what its hashes say (L3).

Three names for an entry, each for its own purpose:

- its *line* is (record id, label set), and ``version`` counts in the line, never over the record (L2, D4);
- its *token* is the salted commitment to the payload. It names this version towards readers (bases, grants, stale
  checks) and depends on nothing but the version itself;
- its *hash* covers everything, the hash of the entry before in its label set's chain too. Hashes are for chains and
  heads; a reader who was granted one version alone never gets its hash, for it moves with what they may not see.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from onetext.files.faults import refuse

Labels = tuple[str, ...]
"""A label set: sorted, without repetition; the empty one is open to the public."""

FIRST = "0" * 64
"""What stands for the hash before the first entry of a chain."""

ERASURE = "erasure"
"""The kind of an entry that says whose payload was destroyed, by whom and why."""

SALT_BYTES = 32
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
_WORD = re.compile(r"[^\s,\x00-\x1f\x7f\ud800-\udfff]{1,200}")
_PARTIAL_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """A version of a record. ``payload`` and ``salt`` are None once destroyed: the entry is then a tombstone."""

    kind: str
    id: str
    labels: Labels
    version: int
    author: str
    recorded: str
    on: str | None
    known_from: str | None
    needs: tuple[str, ...]
    schema: int
    gone: bool
    bases: tuple[str, ...]
    previous: str
    commitment: str
    hash: str
    payload: bytes | None
    salt: bytes | None

    @property
    def token(self) -> str:
        """The name of this version towards those who may read it."""
        return self.commitment

    def data(self) -> dict[str, Any]:
        """The payload as an object; a tombstone has none."""
        found: dict[str, Any] = json.loads(self.payload) if self.payload is not None else {}
        return found


def commit(salt: bytes, payload: bytes) -> str:
    """The salted commitment: 64 hexadecimal digits, from which a short payload cannot be guessed."""
    return hashlib.sha256(b"onetext ledger/1 payload\n" + salt + payload).hexdigest()


def entry_hash(entry: Entry) -> str:
    """The hash an untouched entry has: over every field but payload and salt, which ``commitment`` stands for."""
    fields = [
        *(entry.kind, entry.id, entry.labels, entry.version, entry.author, entry.recorded, entry.on),
        *(entry.known_from, entry.needs, entry.schema, entry.gone, entry.bases, entry.previous, entry.commitment),
    ]
    return hashlib.sha256(b"onetext ledger/1 entry\n" + compact(fields)).hexdigest()


def compact(data: object) -> bytes:
    """The one way JSON is written here: UTF-8, no spaces, keys in the order given.

    Raises ``ValueError`` for what JSON cannot hold (not a number, half a character).
    """
    return _JSON.encode(data).encode("utf-8")


def stamp(moment: datetime) -> str:
    """A moment as the ledger writes it: UTC with microseconds, so that the order of texts is the order of times."""
    if moment.tzinfo is None:
        raise ValueError("the ledger's clock must know its timezone")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def label_set(labels: Iterable[str]) -> Labels:
    """Labels in their one order. Raises ``Faults`` for a label that could not be told from two, or from none."""
    if isinstance(labels, str):
        raise refuse("labels", f"'{labels}' is a word, not a list of labels", "write a list")
    found = tuple(sorted(set(labels)))
    for label in found:
        if not is_word(label) or label == "public":
            raise refuse("labels", f"{label!r} cannot be a label", "use a short word; public is the absence of labels")
    return found


def labels_text(labels: Labels) -> str:
    """A label set as shown to those who may read it."""
    return ",".join(labels) or "public"


def parse_labels(text: str) -> Labels:
    """The label set that ``labels_text`` wrote."""
    return () if text == "public" else label_set(text.split(","))


def is_word(text: object) -> bool:
    """Whether this can be a kind, an id or a label: 1 to 200 characters without spaces, commas, control characters."""
    return isinstance(text, str) and _WORD.fullmatch(text) is not None


def is_partial_date(text: object) -> bool:
    """A year, a month or a day, as digits, that the calendar has."""
    if not isinstance(text, str) or _PARTIAL_DATE.fullmatch(text) is None:
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def payload_bytes(address: str, payload: Mapping[str, Any] | bytes) -> bytes:
    """The bytes to store: given bytes as they are, an object in the one way. Raises ``Faults`` unless an object."""
    try:
        data = payload if isinstance(payload, bytes) else compact(payload)
        found = json.loads(data.decode("utf-8"))
        compact(found)
    except (ValueError, TypeError, RecursionError) as error:
        raise refuse(address, f"the payload is not JSON: {error}", "give a JSON object in UTF-8") from error
    if not isinstance(found, dict):
        raise refuse(address, "the payload is not a JSON object", "give an object with named fields")
    return data
