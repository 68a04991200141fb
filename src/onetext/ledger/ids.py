"""Ids and salts that hidden work does not shift (L4)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable

from onetext.ledger.entry import SALT_BYTES, Labels, compact

Ids = Callable[[str, Labels, int], str]
"""From an author, a label set, and how many ids this author drew under it before: the next id."""

Salts = Callable[[str], bytes]
"""From a text that names the entry (to be ignored, except in a test that wants the same bytes twice): 32 bytes."""


def keyed_ids(key: bytes) -> Ids:
    """Ids as a keyed hash of author, label set and the author's own counter there: 80 bits, beginning with a letter.

    The label set is in it so that what somebody writes in one compartment does not shift the ids that the same
    person gives in the open.
    """

    def next_id(author: str, labels: Labels, counter: int) -> str:
        digest = hmac.digest(key, compact([author, labels, counter]), "sha256")
        return "r" + base64.b32encode(digest[:10]).decode().lower()[1:]

    return next_id


def random_salts(_entry: str) -> bytes:
    """Salts that nobody can compute again once they are destroyed."""
    return secrets.token_bytes(SALT_BYTES)


def keyed_salts(key: bytes) -> Salts:
    """Salts for twin runs: the same entry gets the same salt. Whoever has the key can guess erased payloads."""

    def salt(entry: str) -> bytes:
        return hmac.digest(key, entry.encode(), hashlib.sha256)

    return salt
