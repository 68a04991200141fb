"""Proof that chains are whole (L3): nothing changed, missing, added, swapped or cut off.

One chain per label set. What the chains themselves cannot show (a tail cut off together with the list of heads beside
it, a chain lost whole) shows against a list of heads kept elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from onetext.files.faults import Fault
from onetext.ledger.entry import ERASURE, FIRST, Entry, Labels, commit, entry_hash, labels_text

MOST_FAULTS = 100


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found: how many entries, the head of each chain, and every fault (the first hundred of them)."""

    entries: int
    heads: Mapping[Labels, str]
    faults: tuple[Fault, ...]

    @property
    def whole(self) -> bool:
        return not self.faults


class _Version(NamedTuple):
    id: str
    kind: str
    labels: Labels
    recorded: str
    address: str
    payload: bool


class Check:
    """Takes entries one by one, each chain in its order, and remembers what they must agree on."""

    def __init__(self, heads: Mapping[Labels, str] | None = None) -> None:
        self.listed = dict(heads or {})
        self.faults: list[Fault] = []
        self.entries = 0
        self.heads: dict[Labels, str] = {}
        self._recorded: dict[Labels, str] = {}
        self._count: dict[Labels, int] = {}
        self._lines: dict[tuple[Labels, str], tuple[int, str]] = {}
        self._versions: dict[str, _Version] = {}
        self._waiting: list[tuple[str, Entry, str]] = []
        self._erasures: list[tuple[str, Entry, str]] = []
        self._met: set[Labels] = set()

    @property
    def full(self) -> bool:
        """Whether enough faults were found to stop."""
        return len(self.faults) >= MOST_FAULTS

    def fault(self, address: str, problem: str, remedy: str = "compare it with a copy from another hand") -> None:
        if not self.full:
            self.faults.append(Fault(address, problem, remedy))

    def take(self, entry: Entry) -> None:
        """The next entry of its chain."""
        count = self._count[entry.labels] = self._count.get(entry.labels, 0) + 1
        address = f"chain {labels_text(entry.labels)}, entry {count}"
        self.entries += 1
        self._check_link(entry, address)
        self._check_payload(entry, address)
        self._check_line(entry, address)
        self.heads[entry.labels] = entry.hash
        if self.listed.get(entry.labels) == entry.hash:
            self._met.add(entry.labels)

    def proof(self) -> Proof:
        """The result, once all entries were taken."""
        for token, entry, address in self._waiting:
            base = self._versions.get(token)
            if base is None:
                self.fault(address, "is written over a version that is missing")
            elif base.labels == entry.labels:
                self.fault(address, "is written over a version that comes after it")
            else:
                self._check_base(base, entry, address)
        self._check_erasures()
        for labels, head in sorted(self.listed.items()):
            if labels not in self.heads:
                self.fault(f"chain {labels_text(labels)}", "is lost whole: the list of heads names it")
            elif labels not in self._met:
                self.fault(
                    f"chain {labels_text(labels)}", f"does not contain the listed head {head}: cut off or rewritten"
                )
        return Proof(self.entries, dict(sorted(self.heads.items())), tuple(self.faults))

    def _check_link(self, entry: Entry, address: str) -> None:
        if entry_hash(entry) != entry.hash:
            self.fault(address, "was changed: its hash is another")
        if entry.previous != self.heads.get(entry.labels, FIRST):
            self.fault(address, "does not follow the entry before it: one is missing, added or swapped")
        if entry.recorded < self._recorded.get(entry.labels, ""):
            self.fault(address, "is older than the entry before it")
        self._recorded[entry.labels] = entry.recorded

    def _check_payload(self, entry: Entry, address: str) -> None:
        if entry.payload is not None and (entry.salt is None or commit(entry.salt, entry.payload) != entry.commitment):
            self.fault(address, "its payload was changed")
        if entry.token in self._versions:
            self.fault(address, f"stands twice: here and at {self._versions[entry.token].address}")
        self._versions[entry.token] = _Version(
            entry.id, entry.kind, entry.labels, entry.recorded, address, entry.payload is not None
        )
        if entry.kind == ERASURE and entry.payload is not None:
            self._erasures.append((_erased_token(entry.payload), entry, address))

    def _check_line(self, entry: Entry, address: str) -> None:
        version, token = self._lines.get((entry.labels, entry.id), (0, ""))
        if entry.version != version + 1 or (token and token not in entry.bases):
            self.fault(address, f"is not the version after {version} of {entry.id}")
        self._lines[entry.labels, entry.id] = (entry.version, entry.token)
        for base in entry.bases:
            known = self._versions.get(base)
            if known is None or base == entry.token:
                self._waiting.append((base, entry, address))
            else:
                self._check_base(known, entry, address)

    def _check_base(self, base: _Version, entry: Entry, address: str) -> None:
        if base.id != entry.id or (base.labels == entry.labels and base.kind != entry.kind):
            self.fault(address, "is written over another record")
        if not set(base.labels) <= set(entry.labels):
            self.fault(address, "names a version whose labels it does not carry (D12)")
        if base.recorded > entry.recorded:
            self.fault(address, "is older than what it is written over")

    def _check_erasures(self) -> None:
        said = set()
        for token, entry, address in self._erasures:
            version = self._versions.get(token)
            if version is None or version.labels != entry.labels or version.kind == ERASURE:
                self.fault(address, "says that a version was destroyed which is not in this chain")
            elif version.payload:
                self.fault(address, "says that a payload was destroyed which is still there")
            else:
                said.add(token)
        for token, version in self._versions.items():
            if not version.payload and token not in said:
                self.fault(version.address, "has no payload, and no entry says that it was destroyed")


def verify(entries: Iterable[Entry], heads: Mapping[Labels, str] | None = None) -> Proof:
    """Checks entries that come chain by chain, as ``Store.chains`` gives them, against a list of heads if there is one.

    A chain may have grown since its head was listed; it may not have lost it.
    """
    check = Check(heads)
    for entry in entries:
        check.take(entry)
    return check.proof()


def _erased_token(payload: bytes) -> str:
    try:
        return str(json.loads(payload)["token"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
