"""The plain twin of a ledger's heads: all pairs are looked at, nothing is remembered. Imports nothing it checks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Version(NamedTuple):
    """A version as the twin sees it; ``shown`` is false for one that was withdrawn or destroyed."""

    kind: str
    id: str
    labels: tuple[str, ...]
    version: int
    recorded: str
    token: str
    bases: tuple[str, ...]
    shown: bool


def covers(later: Version, earlier: Version) -> bool:
    """Whether ``later`` was written over ``earlier``: it names it, or comes after it in the same line."""
    same_line = (later.id, later.labels) == (earlier.id, earlier.labels)
    return earlier.token in later.bases or (same_line and later.version > earlier.version)


def visible(
    versions: Iterable[Version], permitted: frozenset[tuple[str, ...]], granted: frozenset[str], until: str | None
) -> list[Version]:
    return [
        version
        for version in versions
        if (version.labels in permitted or version.token in granted) and (until is None or version.recorded <= until)
    ]


def heads(seen: Sequence[Version]) -> set[str]:
    """The tokens of the heads among what somebody sees."""
    return {one.token for one in seen if one.shown and not any(covers(other, one) for other in seen)}
