"""The smallest sets of changes that do something wanted: no part of such a set does it alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from onetext.dealspace.amend.moves import Array, Moves, Sets
from onetext.dealspace.amend.order import Key, key, leading, sums
from onetext.dealspace.running import Running
from onetext.dealspace.scenario import Choice
from onetext.dealspace.tally import Vector

_KEPT = 20_000
Good = Callable[[Sets], Array]
"""Which of the sets do what is wanted."""


@dataclass(frozen=True)
class Change:
    """Points changed together: issues with the option they get; ``gains`` by party over the draft, in its units."""

    choices: tuple[Choice, ...]
    gains: Vector


@dataclass(frozen=True)
class Found:
    """Of one size: ``minimal`` sets, best first, at most as many as asked for, and ``count`` of them there are.

    ``best`` is the best of the sets that do it, minimal or not, and ``total`` says how many do; ``moves`` holds all of
    those, a column each, None where they are too many. ``complete`` is False where not all sets were looked at.
    """

    size: int
    minimal: tuple[Change, ...]
    count: int
    best: Change | None
    total: int
    moves: Array | None
    complete: bool


def smallest(moves: Moves, good: Good, sizes: int, most: int | None, running: Running) -> Iterator[Found]:
    """Sets of 1 to ``sizes`` (at most 3) changes.

    Every single change is given back; of two and of three ``most``, all of them for None.
    """
    alone = np.zeros(len(moves.choices), dtype=bool)
    paired: Array | None = None
    for size in range(1, sizes + 1):
        minimal, everything = _Best(moves, None if size == 1 else most), _Best(moves, 1)
        complete = moves.countable(size)
        for sets in moves.sets(size) if complete else ():
            does = good(sets)
            everything.take(sets, does)
            new = does & ~_has_part(sets, alone, paired)
            minimal.take(sets, new)
            if size == 1:
                alone[sets.moves[0]] = does
            elif size == 2 and sizes > 2:
                paired = np.zeros((len(alone), len(alone)), dtype=bool) if paired is None else paired
                paired[sets.moves[0], sets.moves[1]] = does
            if running.over():
                complete = False
                break
        best = next(iter(everything.ordered()), None)
        yield Found(size, minimal.ordered(), minimal.count, best, everything.count, everything.whole(size), complete)


def _has_part(sets: Sets, alone: Array, paired: Array | None) -> Array:
    """Which sets hold a smaller one that does it."""
    found = np.zeros(len(sets.breaches), dtype=bool)
    if len(sets.moves) == 1:
        return found
    for place in sets.moves:
        found |= alone[place]
    if len(sets.moves) == 3 and paired is not None:
        one, two, three = sets.moves
        found |= paired[one, two] | paired[one, three] | paired[two, three]
    return found


class _Best:
    """The best sets so far, thinned out now and then."""

    def __init__(self, moves: Moves, most: int | None) -> None:
        self.moves = moves
        self.most = most
        self.count = 0
        self.kept: list[tuple[Array, Array]] = []
        """Moves by place, and gains by party, of the sets kept."""
        self.size = 0

    def take(self, sets: Sets, which: Array) -> None:
        chosen = np.flatnonzero(which)
        if not len(chosen):
            return
        self.count += len(chosen)
        self.size += len(chosen)
        self.kept.append((np.array([place[chosen] for place in sets.moves]), sets.gains[:, chosen]))
        if self.most is not None and self.size > _KEPT + self.most:
            self.kept = [self._thinned(self.most)]
            self.size = self.kept[0][0].shape[1]

    def whole(self, size: int) -> Array | None:
        """The moves of all that were taken; None where they were thinned out."""
        if self.size < self.count:
            return None
        return np.concatenate([np.zeros((size, 0), dtype=np.int64), *(places for places, _ in self.kept)], axis=1)

    def _thinned(self, most: int) -> tuple[Array, Array]:
        places = np.concatenate([places for places, _ in self.kept], axis=1)
        gains = np.concatenate([gains for _, gains in self.kept], axis=1)
        chosen = leading(sums(self.moves.tally, gains), most)
        return places[:, chosen], gains[:, chosen]

    def ordered(self) -> tuple[Change, ...]:
        if not self.kept or self.most == 0:
            return ()
        places, gains = self._thinned(self.count if self.most is None else self.most)
        found: list[tuple[Key, Change]] = []
        for numbers, given in zip(places.T.tolist(), gains.T.tolist(), strict=True):
            choices = tuple(self.moves.choices[number] for number in numbers)
            found.append((key(self.moves.tally, given, choices), Change(choices, tuple(given))))
        found.sort(key=lambda pair: pair[0])
        return tuple(change for _, change in found[: self.most])


def improves(sets: Sets) -> Array:
    """Nobody worse than in the draft, somebody better, no rule broken, no red line held."""
    found: Array = (sets.gains >= 0).all(axis=0) & (sets.gains > 0).any(axis=0) & (sets.breaches == 0)
    return found.astype(bool)
