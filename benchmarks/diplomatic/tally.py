"""Counting what a reading has right, and pairing it with the gold record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from benchmarks.diplomatic.gold import Names, Span, Text

Found = dict[str, Any]
G = TypeVar("G")
F = TypeVar("F")


@dataclass(slots=True)
class Tally:
    """Counts of one kind, and which; ``invented`` = how many have nothing in the gold behind them."""

    right: int = 0
    gold: int = 0
    found: int = 0
    invented: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.gold + self.found
        return 2 * self.right / both if both else 1.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right,
            self.gold + other.gold,
            self.found + other.found,
            self.invented + other.invented,
            self.missed + other.missed,
            self.extra + other.extra,
        )


def paired(golds: Sequence[G], founds: Sequence[F], value: Callable[[G, F], float]) -> list[tuple[int, int]]:
    """Pairs of indices, best value first, each index once; a value of 0 is no pair."""
    ranked = sorted(((-value(ours, theirs), i, j) for i, ours in enumerate(golds) for j, theirs in enumerate(founds)))
    pairs: dict[int, int] = {}
    for rank, i, j in ranked:
        if rank < 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())


def tally(
    golds: Sequence[G],
    founds: Sequence[F],
    pairs: list[tuple[int, int]],
    said: Callable[[G], str] = str,
    read: Callable[[F], str] = str,
) -> Tally:
    mine, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
    extra = [read(one) for j, one in enumerate(founds) if j not in theirs]
    missed = [said(one) for i, one in enumerate(golds) if i not in mine]
    return Tally(len(pairs), len(golds), len(founds), len(extra), missed, extra)


def overlap(ours: Sequence[Span], theirs: Sequence[int] | None) -> float:
    """Shared characters over those of both."""
    if not theirs:
        return 0.0
    shared = sum(max(0, min(end, theirs[1]) - max(start, theirs[0])) for start, end in ours)
    return shared / (sum(end - start for start, end in ours) + theirs[1] - theirs[0] - shared)


def people_of(item: Text) -> list[str]:
    return [person.name for person in item.gold.persons]


def acting(item: Text, names: Names) -> Names:
    """The names, and the parties for which the persons among them act."""
    return names + tuple(party for person in item.gold.persons if person.name in names for party in person.party)
