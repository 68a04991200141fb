"""The entries themselves, for whoever may read their label sets."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from onetext.case.telling import EXPORTS
from onetext.disclosure.exporting import Leaving
from onetext.disclosure.opening import case_store, place_of
from onetext.disclosure.reader import Reader
from onetext.disclosure.store import CaseStore, Clock
from onetext.ledger.log import log_lines, verify_log, write_log


def log_of(store: CaseStore, reader: Reader) -> Leaving:
    """A log of the chains this reader may read whole; the chains of export records are printed nowhere (D6)."""
    labelsets = [
        labels for labels in store.spine.state().labelsets() if EXPORTS not in labels and reader.cleared_for(labels)
    ]
    data = b"".join(log_lines(store.store, labelsets))
    kept = frozenset(labelsets)
    keys = store.spine.state().runs(kept, store.spine.state().kinds(kept))
    return Leaving(data, tuple(dict.fromkeys(key.id for key in keys)))


def proof_of(path: Path, heads: Path | None, clock: Clock) -> dict[str, Any]:
    """Whether the log or store at ``path`` is whole, as ``verify`` prints it (L3)."""
    if place_of(path) != "store":
        return verify_log(path, heads)
    store = case_store(path, clock)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "whole.log"
        write_log(copy, store.store)
        proof = verify_log(copy, heads)
    proof["heads"] = {labels: head for labels, head in proof["heads"].items() if EXPORTS not in labels.split(",")}
    return proof
