"""Which of the versions that somebody may read are the heads: nothing they may read was written over them (L2, D4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar


class Versioned(Protocol):
    """What a version must tell to have its place among the others of its record."""

    @property
    def id(self) -> str: ...
    @property
    def labels(self) -> tuple[str, ...]: ...
    @property
    def version(self) -> int: ...
    @property
    def token(self) -> str: ...
    @property
    def bases(self) -> tuple[str, ...]: ...


V = TypeVar("V", bound=Versioned)


def heads_of(versions: Sequence[V]) -> tuple[V, ...]:
    """The heads among ``versions``, all of one record and all readable by one reader; in the order given.

    A version is a head when none of the others names it as base and none is later in its own line. Heads under
    unlike labels stand side by side: the newest never wins, or an edit by somebody who may not see the restricted
    text would hide that text from those who may.
    """
    if len(versions) == 1:
        return tuple(versions)
    named = {base for version in versions for base in version.bases}
    last: dict[tuple[str, ...], int] = {}
    for version in versions:
        last[version.labels] = max(version.version, last.get(version.labels, 0))
    return tuple(v for v in versions if v.token not in named and v.version == last[v.labels])


def with_ancestors(tokens: Iterable[str], versions: Iterable[V]) -> set[str]:
    """``tokens`` and all that they were written over, as far as ``versions`` tell."""
    bases = {version.token: version.bases for version in versions}
    found: set[str] = set()
    waiting = list(tokens)
    while waiting:
        token = waiting.pop()
        if token not in found:
            found.add(token)
            waiting.extend(bases.get(token, ()))
    return found
