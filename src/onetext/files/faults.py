"""A fault in an input: where it is, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True)
class Fault:
    """One thing wrong with an input, at an address a person can find."""

    address: str
    problem: str
    remedy: str
    level: Level = "error"

    def as_dict(self) -> dict[str, str]:
        return asdict(self)

    def __str__(self) -> str:
        return f"{self.address}: {self.problem} ({self.remedy})"


class Faults(Exception):  # noqa: N818 -- the field's word for it; it carries many
    """Raised when an input cannot be used; carries every fault found, not only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def refuse(address: str, problem: str, remedy: str) -> Faults:
    """One fault, ready to raise."""
    return Faults([Fault(address, problem, remedy)])


def nearest(word: str, words: Iterable[str]) -> str:
    """The remedy for a word outside a closed list: the nearest word, or all of them."""
    known = list(words)
    close = get_close_matches(word, known, n=1, cutoff=0.5)
    return f"did you mean '{close[0]}'?" if close else "use one of: " + ", ".join(known)
