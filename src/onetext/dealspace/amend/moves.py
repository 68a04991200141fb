"""Every way of changing one, two or three points of a draft, and exactly what each is worth to every party.

A change of several points gives what its parts give, plus what boxes of options (interactions, rectangles, rules) give
or take when their last missing option comes in or their first one goes: by box that is a matter of how many of its
issues still lie outside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from onetext.dealspace.amend.forbidden import forbidden_boxes
from onetext.dealspace.scenario import Box, Choice, Package
from onetext.dealspace.tally import Tally, Vector

Array = npt.NDArray[Any]
OPEN = -1
"""The option of an issue that a draft leaves open."""
_SAFE = 2**62
MOST_SETS = 20_000_000
"""Changes of one size that are gone through; with more, that size is left out, and said to be."""
_MOST_TIED = 1_500
"""Single changes up to which what two of them do together is kept in a table."""


@dataclass(frozen=True)
class Sets:
    """Many sets of changes at once, each of one size: for each place the numbers of the moves that stand there.

    ``gains`` by party, over the draft, in its units; ``breaches``: how many red lines and rules the result breaks.
    """

    moves: tuple[Array, ...]
    gains: Array
    breaches: Array


class Moves:
    """The single changes of a draft, numbered in the order of the file.

    ``draft`` may leave issues open: they give nothing, and are not changed. ``fixed`` issues are not changed either.
    Numbers that could overflow are computed with Python's whole numbers: slower, as exact (S1).
    """

    def __init__(self, tally: Tally, draft: Package, fixed: frozenset[int] = frozenset()) -> None:
        self.tally = tally
        self.draft = draft
        self.choices: list[Choice] = [
            (issue, option)
            for issue, row in enumerate(tally.own[0])
            if draft[issue] != OPEN and issue not in fixed
            for option in range(len(row))
            if option != draft[issue]
        ]
        sizes = tuple(len(row) for row in tally.own[0])
        red = [[[int((i, o) in tally.red_lines) for o in range(size)] for i, size in enumerate(sizes)]]
        self._columns = [*tally.own, *red]
        """Worth by party; last, as if it were a party, the breaches."""
        breaking = tuple((box, 1) for box in forbidden_boxes(tally.rules, sizes))
        self._boxes = [_Tied(box, worth, at, self) for at, boxes in enumerate((*tally.extras, breaking))
                       for box, worth in boxes]  # fmt: skip
        self._boxes = [tied for tied in self._boxes if tied.near]
        self.worth = (*raw_worth(tally, draft), self._breaches(sizes))
        """What the draft gives, uncapped, and how much it breaks."""
        self.dtype: Any = np.int64 if self._fits() else object
        self.issues = np.array([issue for issue, _ in self.choices], dtype=np.int64)

    def _breaches(self, sizes: tuple[int, ...]) -> int:
        red = sum(choice in self.tally.red_lines for choice in enumerate(self.draft))
        return red + sum(
            all(self.draft[issue] in options for issue, options in box)
            for box in forbidden_boxes(self.tally.rules, sizes)
        )

    def _fits(self) -> bool:
        most = 0
        for at, (start, rows) in enumerate(zip(self.worth, self._columns, strict=True)):
            reach = abs(start) + 2 * sum(max(map(abs, row)) for row in rows)
            most = max(most, reach + sum(8 * abs(tied.worth) for tied in self._boxes if tied.column == at))
        return most + max((cap for cap in self.tally.caps if cap is not None), default=0) < _SAFE

    @property
    def start(self) -> Vector:
        """What the draft gives each party."""
        return capped_vector(self.tally, self.worth[:-1])

    @property
    def breaches(self) -> int:
        return self.worth[-1]

    @cached_property
    def single(self) -> Array:
        """What each move adds by itself, by column and move."""
        rows = [
            [column[issue][option] - column[issue][self.draft[issue]] for issue, option in self.choices]
            for column in self._columns
        ]
        found = np.array(rows, dtype=self.dtype).reshape(len(rows), len(self.choices))
        for tied in self._boxes:
            found[tied.column, tied.moves] += tied.weighed(tied.one())
        return found

    @cached_property
    def _together(self) -> Array | None:
        """What two moves add together beyond what each adds; None where no box ties issues."""
        if not any(tied.issues > 1 for tied in self._boxes):
            return None
        count = len(self.choices)
        found = np.zeros((len(self._columns), count, count), dtype=self.dtype)
        for tied in self._boxes:
            if tied.issues > 1:
                found[tied.column][np.ix_(tied.moves, tied.moves)] += tied.weighed(tied.two())
        return found

    def countable(self, size: int) -> bool:
        """Whether the sets of this size are few enough to go through."""
        return self.count(size) <= MOST_SETS and (size == 1 or not self._boxes or len(self.choices) <= _MOST_TIED)

    def count(self, size: int) -> int:
        ways = [1, 0, 0, 0]
        for issue in dict.fromkeys(issue for issue, _ in self.choices):
            options = len(self.tally.own[0][issue]) - 1
            ways = [ways[0]] + [ways[k] + ways[k - 1] * options for k in (1, 2, 3)]
        return ways[size]

    def sets(self, size: int) -> Iterator[Sets]:
        """All sets of ``size`` (1 to 3) moves on unlike issues, in the order of the file, many at a time."""
        if not self.choices:
            return
        if size == 1:
            yield self._made((np.arange(len(self.choices)),), self.single)
            return
        for first in range(len(self.choices)):
            found = self._pairs_from(first) if size == 2 else self._triples_from(first)
            if found is not None and len(found.breaches):
                yield found

    def _pairs_from(self, first: int) -> Sets | None:
        second = np.arange(self._after[first], len(self.choices))
        added = self.single[:, [first]] + self.single[:, second]
        if self._together is not None:
            added = added + self._together[:, first, second]
        return self._made((np.full(len(second), first), second), added)

    def _triples_from(self, first: int) -> Sets | None:
        start = int(self._pair_starts[self._after[first]])
        one, other = self._pairs[0][start:], self._pairs[1][start:]
        added = self._pair_sums[:, start:] + self.single[:, [first]]
        if self._together is not None:
            with_first = self._together[:, first, :]
            added += with_first[:, one]
            added += with_first[:, other]
            beyond = self._beyond_pairs(first)
            if beyond is not None:
                added += beyond[:, one, other]
        return self._made((np.full(len(one), first), one, other), added)

    @cached_property
    def _after(self) -> Array:
        """For each move, the first move on a later issue."""
        return np.searchsorted(self.issues, self.issues, side="right")

    @cached_property
    def _pairs(self) -> tuple[Array, Array]:
        count = len(self.choices)
        one = np.repeat(np.arange(count), count - self._after)
        other = np.concatenate([np.arange(after, count) for after in self._after])
        return one, other

    @cached_property
    def _pair_starts(self) -> Array:
        """Where the pairs with each move as their first begin; one more entry for their end."""
        return np.concatenate([[0], np.cumsum(len(self.choices) - self._after)])

    @cached_property
    def _pair_sums(self) -> Array:
        one, other = self._pairs
        found = self.single[:, one] + self.single[:, other]
        return found if self._together is None else found + self._together[:, one, other]

    def _beyond_pairs(self, first: int) -> Array | None:
        """What a third move adds beyond all pairs; only a box of three issues and more can do that."""
        tied_here = [tied for tied in self._boxes if tied.issues > 2 and first in tied.places]
        if not tied_here:
            return None
        count = len(self.choices)
        found = np.zeros((len(self._columns), count, count), dtype=self.dtype)
        for tied in tied_here:
            found[tied.column][np.ix_(tied.moves, tied.moves)] += tied.weighed(tied.three(tied.places[first]))
        return found

    def _made(self, moves: tuple[Array, ...], added: Array) -> Sets:
        gains = added[:-1]
        if any(cap is not None for cap in self.tally.caps):
            gains = np.array([self._capped(party, row) for party, row in enumerate(gains)], dtype=self.dtype)
        return Sets(moves, gains, added[-1] + self.worth[-1])

    def _capped(self, party: int, added: Array) -> Array:
        cap = self.tally.caps[party]
        if cap is None:
            return added
        raised: Array = np.minimum(added + self.worth[party], cap) - min(self.worth[party], cap)
        return raised

    def changed(self, moves: tuple[int, ...]) -> Package:
        """The draft with these moves made."""
        package = list(self.draft)
        for move in moves:
            issue, option = self.choices[move]
            package[issue] = option
        return tuple(package)


class _Tied:
    """A box seen from a draft: how many of its issues the draft has outside it, and what each move does to that."""

    def __init__(self, box: Box, worth: int, column: int, moves: Moves) -> None:
        inside = dict(box)
        self.worth = worth
        self.column = column
        self.issues = len(box)
        self.missing = sum(moves.draft[issue] not in options for issue, options in box)
        within = [number for number, (issue, _) in enumerate(moves.choices) if issue in inside]
        self.near = bool(within) and self.missing <= 3
        """Whether three moves can bring the package in or out."""
        self.moves = np.array(within, dtype=np.int64)
        self.places = {move: place for place, move in enumerate(within)}
        steps = [
            int(moves.choices[move][1] in inside[moves.choices[move][0]])
            - int(moves.draft[moves.choices[move][0]] in inside[moves.choices[move][0]])
            for move in within
        ]
        self.steps = np.array(steps, dtype=np.int64)
        """By move: 1 brings its issue in, -1 takes it out."""

    def _change(self, steps: Array) -> Array:
        found: Array = (steps == self.missing).astype(np.int64) - int(self.missing == 0)
        return found

    def one(self) -> Array:
        return self._change(self.steps)

    def two(self) -> Array:
        """What pairs do beyond what their moves do."""
        one = self.one()
        return self._change(self.steps[:, None] + self.steps) - one[:, None] - one

    def three(self, place: int) -> Array:
        """What triples with the move at ``place`` do beyond what their pairs and moves do."""
        one, two = self.one(), self.two()
        all_three = self._change(self.steps[place] + self.steps[:, None] + self.steps)
        found: Array = all_three - two[place][:, None] - two[place] - two - one[place] - one[:, None] - one
        return found

    def weighed(self, change: Array) -> Array:
        return change * self.worth if abs(self.worth) < _SAFE // 8 else change.astype(object) * self.worth


def raw_worth(tally: Tally, draft: Package) -> Vector:
    """What the settled part of a draft gives, before any cap."""
    worth = []
    for base, own, extras in zip(tally.base, tally.own, tally.extras, strict=True):
        at = base + sum(row[option] for row, option in zip(own, draft, strict=True) if option != OPEN)
        worth.append(at + sum(w for box, w in extras if all(draft[issue] in options for issue, options in box)))
    return tuple(worth)


def capped_vector(tally: Tally, worth: Vector) -> Vector:
    return tuple(at if cap is None else min(at, cap) for at, cap in zip(worth, tally.caps, strict=True))
