"""Who looked at what (L6): a ledger of its own, in a store of its own, outside the lock of the case.

It is written before the answer leaves and it fails closed: when it cannot be written, nothing is shown. Which items
were shown follows from what is written here, so they are not listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from onetext.ledger.entry import Entry
from onetext.ledger.writing import Change, Ledger

ACCESS = "access"
_LABELS = (ACCESS,)


class Unrecorded(Exception):  # noqa: N818 -- what the answer then is
    """The access could not be written down: the content must not be shown."""


@dataclass(frozen=True, slots=True)
class Access:
    """One look. ``heads`` is the tag of the view; ``at``, ``hindsight``, ``recorded_at`` are the times asked for."""

    reader: str
    clearance: tuple[str, ...]
    surface: str
    heads: str
    program: str
    grants: tuple[str, ...] = ()
    arguments: Mapping[str, Any] = field(default_factory=dict)
    at: str | None = None
    hindsight: bool = False
    recorded_at: str | None = None


@dataclass(frozen=True, slots=True)
class AccessLog:
    """The log in the store of ``ledger``, which holds nothing else."""

    ledger: Ledger

    def record(self, access: Access) -> str:
        """Writes a look down for good; gives the head after it. Raises ``Unrecorded`` whatever the reason."""
        try:
            change = Change(ACCESS, asdict(access), _LABELS)
            return self.ledger.append(change, author=access.reader, may_read=_own).hash
        except Exception as error:
            raise Unrecorded(str(error)) from error

    def accesses(self) -> Iterator[tuple[Entry, Access]]:
        """All looks, oldest first, each with its entry (``recorded`` says when)."""
        names = {known.name for known in fields(Access)}
        for entry in self.ledger.store.chains([_LABELS]):
            data = {name: value for name, value in entry.data().items() if name in names}
            lists = {name: tuple(data[name]) for name in ("clearance", "grants")}
            yield entry, Access(**{**data, **lists})


def _own(labels: frozenset[str]) -> bool:
    return labels == frozenset(_LABELS)
