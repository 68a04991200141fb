"""An answer that carries its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """Yes or no, and why; the reason is for whoever may ask, never for whoever is refused (D4)."""

    yes: bool
    reason: str

    def __bool__(self) -> bool:
        return self.yes
