"""A fault in an input: where it is, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from typing import Literal

Level = Literal["error", "warning"]
_MOST_CHARACTERS = 1000
_MOST_SHOWN = 60
_MOST_WORDS = 20


@dataclass(frozen=True)
class Fault:
    """One thing wrong with an input, at an address a person can find.

    Whatever the input held, each part is one line of printable characters: a fault is shown on terminals and pages.
    """

    address: str
    problem: str
    remedy: str
    level: Level = "error"

    def __post_init__(self) -> None:
        for name in ("address", "problem", "remedy"):
            object.__setattr__(self, name, _one_line(getattr(self, name), _MOST_CHARACTERS))

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


def shown(value: object) -> str:
    """A value out of a bad input, short enough to stand in a sentence."""
    return _one_line(str(value), _MOST_SHOWN)


def _one_line(text: str, most: int) -> str:
    cut = text if len(text) <= most else text[: most - 1] + "…"
    if cut.isprintable():
        return cut
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in cut)


def nearest(word: str, words: Iterable[str]) -> str:
    """The remedy for a word outside a closed list: the nearest word, else the list; of a long one, its beginning."""
    known = list(words)
    close = get_close_matches(word[:_MOST_SHOWN], known, n=1, cutoff=0.5)
    if close:
        return f"did you mean '{close[0]}'?"
    more = f" and {len(known) - _MOST_WORDS:,} more" if len(known) > _MOST_WORDS else ""
    return "use one of: " + ", ".join(known[:_MOST_WORDS]) + more
