"""Depth-first search for a package that answers a query, or the best one; exact, on whole numbers of any size.

Every row starts with its slack: what the best options of all issues give over its floor. An option costs a row what it
gives less than the issue's best; a good extra costs its worth when its box is left, a bad one when its box is filled.
A branch ends when a slack falls below 0. Rows added up with the right factors (``multipliers``) make it end early.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

from onetext.dealspace.conflicts.bits import bits
from onetext.dealspace.conflicts.narrowing import narrowed
from onetext.dealspace.conflicts.query import Query, Row
from onetext.dealspace.scenario import Box, Package

_LOOK = 128
"""Steps between two looks at the clock."""
_KERNEL = "onetext.dealspace.conflicts.kernel"
_BEFORE_COMPILED = 4_000
_COMPILED_STEPS = 1_000_000
"""About 10 ms."""
_LARGEST = 1 << 61


@cache
def _numba() -> bool:
    return find_spec("numba") is not None


class Stopped(Exception):  # noqa: N818 -- no error: the time is up, or somebody asked
    """Raised where there was no time to find out."""


class TooLong(Exception):  # noqa: N818 -- no error: another engine takes over
    """Raised when a search has taken all the steps it was given."""


@dataclass(frozen=True)
class _Move:
    """``out``: the boxes that this option leaves, as bits."""

    option: int
    losses: tuple[int, ...]
    out: int


def first_package(
    query: Query, helps: Sequence[Row], over: Callable[[], bool], most: int | None = None
) -> Package | None:
    """A package that answers the query, or None where there is none.

    ``helps`` are rows that every answer reaches anyway. Raises ``TooLong`` after ``most`` steps, ``Stopped`` when over.
    """
    found = _search(query, helps, None, over, most)
    return None if found is None else found[1]


def best_package(
    query: Query, goal: Row, helps: Sequence[Row], over: Callable[[], bool], most: int | None = None
) -> tuple[int, Package] | None:
    """The most that ``goal`` can come to, and a package that gives it; None where no package answers the query."""
    found = _search(query, helps, goal, over, most)
    return None if found is None else (goal.total(found[1]), found[1])


def _search(
    query: Query, helps: Sequence[Row], goal: Row | None, over: Callable[[], bool], most: int | None
) -> tuple[int, Package] | None:
    rows = (*query.rows, *helps)
    if goal is not None:
        rows = (*rows, Row(goal.own, goal.extras, goal.least))
    ready = narrowed(Query(query.domains, rows, query.bans))
    if ready is None:
        return None
    tree = _Tree(ready, goal is not None, over, most)
    if tree.compiles:
        tree.most = 0 if _KERNEL in sys.modules else _BEFORE_COMPILED
        try:
            return tree.run()
        except TooLong:
            return tree.compiled()
    return tree.run()


class _Tree:
    def __init__(self, query: Query, improving: bool, over: Callable[[], bool], most: int | None) -> None:
        self.query = query
        self.improving = improving
        self.over = over
        self.most = most
        self.best = [
            [max(row.own[issue][option] for option in domain) for row in query.rows]
            for issue, domain in enumerate(query.domains)
        ]
        self.start = [
            sum(best[number] for best in self.best)
            + sum(worth for box, worth in row.extras if worth > 0 or not box)
            - row.floor
            for number, row in enumerate(query.rows)
        ]
        self.boxes: list[Box] = []
        self.charges: list[tuple[tuple[int, int], ...]] = []
        """What a box costs the rows when it is left (good) or filled (bad)."""
        self.good = 0
        self.banned = 0
        self._gather()
        self.order = sorted(
            (issue for issue, domain in enumerate(query.domains) if len(domain) > 1), key=self._weight, reverse=True
        )
        self.moves = [self._moves(issue) for issue in self.order]
        self.last = self._last()

    def _gather(self) -> None:
        shared: dict[tuple[Box, bool], list[tuple[int, int]]] = {}
        for number, row in enumerate(self.query.rows):
            for box, worth in row.extras:
                if box:
                    shared.setdefault((box, worth > 0), []).append((number, abs(worth)))
        for (box, good), charges in shared.items():
            self.good |= good << len(self.boxes)
            self.boxes.append(box)
            self.charges.append(tuple(charges))
        for box in self.query.bans:
            self.banned |= 1 << len(self.boxes)
            self.boxes.append(box)
            self.charges.append(())

    def _weight(self, issue: int) -> tuple[int, float]:
        """Issues that boxes tie together first, then those where the choice costs most of a slack."""
        tied = sum(any(side == issue for side, _ in box) for box in self.boxes)
        spreads = [
            (best - min(row.own[issue][option] for option in self.query.domains[issue])) / (1 + slack)
            for best, slack, row in zip(self.best[issue], self.start, self.query.rows, strict=True)
        ]
        return tied, max(spreads, default=0.0)

    def _moves(self, issue: int) -> list[_Move]:
        """The options that cost least, measured by the slacks, first."""
        outs = {
            option: sum(
                1 << number
                for number, box in enumerate(self.boxes)
                if any(side == issue and option not in options for side, options in box)
            )
            for option in self.query.domains[issue]
        }
        moves = [
            _Move(
                option,
                tuple(
                    best - row.own[issue][option] for best, row in zip(self.best[issue], self.query.rows, strict=True)
                ),
                outs[option],
            )
            for option in self.query.domains[issue]
        ]
        return sorted(moves, key=lambda move: (self._cost(move), move.option))

    def _cost(self, move: _Move) -> float:
        return sum(loss / (1 + slack) for loss, slack in zip(move.losses, self.start, strict=True))

    def _last(self) -> list[int]:
        """By depth, the boxes whose last issue is met there."""
        depth = {issue: number for number, issue in enumerate(self.order)}
        last = [0] * len(self.order)
        for number, box in enumerate(self.boxes):
            last[max(depth[issue] for issue, _ in box)] |= 1 << number
        return last

    def run(self) -> tuple[int, Package] | None:
        if not self.order:
            return 0, self._package([])
        found: tuple[int, list[int]] | None = None
        end = len(self.order) - 1
        lift = 0
        slacks = [self.start] + [[]] * end
        alive = [(1 << len(self.boxes)) - 1] + [0] * end
        options = [0] * len(self.order)
        waiting: list[Iterator[_Move]] = [iter(self.moves[0])]
        steps = 0
        while waiting:
            depth = len(waiting) - 1
            move = next(waiting[-1], None)
            if move is None:
                waiting.pop()
                continue
            steps += 1
            if steps % _LOOK == 0:
                self._look(steps)
            left = [slack - loss for slack, loss in zip(slacks[depth], move.losses, strict=True)]
            open_ = alive[depth] & ~move.out
            if not self._paid(left, alive[depth] & move.out & self.good, open_ & self.last[depth] & ~self.good):
                continue
            if left and (min(left) < 0 or (self.improving and left[-1] < lift)):
                continue
            options[depth] = move.option
            if depth < end:
                slacks[depth + 1], alive[depth + 1] = left, open_
                waiting.append(iter(self.moves[depth + 1]))
                continue
            if not self.improving:
                return 0, self._package(options)
            found, lift = (left[-1], list(options)), left[-1] + 1
        return None if found is None else (found[0], self._package(found[1]))

    @property
    def compiles(self) -> bool:
        """Whether the compiled search can take over."""
        return not self.boxes and bool(self.start) and max(self.start) < _LARGEST and _numba()

    def compiled(self) -> tuple[int, Package] | None:
        """The same search from the start, in compiled steps."""
        import numpy as np  # noqa: PLC0415 -- only a search that grows pays for these two

        from onetext.dealspace.conflicts import kernel  # noqa: PLC0415 -- numba takes a second to import

        depths, rows = len(self.order), len(self.start)
        sizes = np.array([len(moves) for moves in self.moves], np.int64)
        losses = np.zeros((depths, int(sizes.max()), rows), np.int64)
        for depth, moves in enumerate(self.moves):
            losses[depth, : len(moves)] = [move.losses for move in moves]
        slacks = np.zeros((depths + 1, rows), np.int64)
        slacks[0] = self.start
        at, best, state = (np.zeros(count, np.int64) for count in (depths, depths, 3))
        arrays = (sizes, losses, slacks, at, state, best)
        while (status := kernel.descend(*arrays, self.improving, _COMPILED_STEPS)) == kernel.PAUSED:
            if self.over():
                raise Stopped
        if status == kernel.EXHAUSTED and not state[2]:
            return None
        return 0, self._package([moves[move].option for moves, move in zip(self.moves, best.tolist(), strict=True)])

    def _look(self, steps: int) -> None:
        if self.over():
            raise Stopped
        if self.most is not None and steps > self.most:
            raise TooLong

    def _paid(self, slacks: list[int], gone: int, filled: int) -> bool:
        """Takes what these boxes cost; False where a ban is filled."""
        if filled & self.banned:
            return False
        for number in bits(gone | filled):
            for row, worth in self.charges[number]:
                slacks[row] -= worth
        return True

    def _package(self, options: list[int]) -> Package:
        chosen = [domain[0] for domain in self.query.domains]
        for issue, option in zip(self.order, options, strict=False):
            chosen[issue] = option
        return tuple(chosen)
