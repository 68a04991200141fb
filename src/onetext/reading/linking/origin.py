"""Where a suggestion comes from: the article, its day, whom it says people act for, and which sources it copies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Origin:
    """``same`` are the ids of sources of the case that hold this very text; ``parties`` sides of persons by name."""

    id: str | None = None
    outlet: str | None = None
    on: str | None = None
    text: str = ""
    same: frozenset[str] = frozenset()
    parties: Mapping[str, str] = field(default_factory=dict)

    def party_of(self, name: str | None) -> str | None:
        return self.parties.get(name) if name else None
