"""The cheapest set that meets each of many sets: branch and bound, exact; sets are bits of whole numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onetext.dealspace.conflicts.bits import bits
from onetext.dealspace.conflicts.search import Stopped

_LOOK = 512


def least(sets: Sequence[int]) -> list[int]:
    """The sets that hold no other one, small ones first."""
    kept: list[int] = []
    for one in sorted(set(sets), key=lambda at: (at.bit_count(), at)):
        if not any(other & one == other for other in kept):
            kept.append(one)
    return kept


def hitting(
    sets: Sequence[int],
    weight: Callable[[int], int],
    over: Callable[[], bool],
    forbidden: Sequence[int] = (),
) -> int | None:
    """A set of least weight that meets all ``sets`` and holds none of the ``forbidden`` ones; None where there is none.

    ``weight`` of an element, at least 0. Raises ``Stopped`` when over.
    """
    tree = _Tree(least(sets), weight, over, forbidden)
    tree.descend(0, 0, 0, tree.sets)
    return tree.best


class _Tree:
    def __init__(
        self, sets: list[int], weight: Callable[[int], int], over: Callable[[], bool], forbidden: Sequence[int]
    ) -> None:
        self.sets = sets
        self.over = over
        self.forbidden = forbidden
        every = 0
        for one in sets:
            every |= one
        self.weights = {bit: weight(bit) for bit in bits(every)}
        self.best: int | None = None
        self.cost = 0
        self.steps = 0

    def descend(self, taken: int, left_out: int, cost: int, open_: list[int]) -> None:
        self.steps += 1
        if self.steps % _LOOK == 0 and self.over():
            raise Stopped
        if any(one & taken == one for one in self.forbidden):
            return
        if not open_:
            if self.best is None or cost < self.cost:
                self.best, self.cost = taken, cost
            return
        rest = [one & ~left_out for one in open_]
        if not all(rest) or (self.best is not None and cost + self.bound(rest) >= self.cost):
            return
        smallest = min(rest, key=int.bit_count)
        counts = {bit: sum(one >> bit & 1 for one in rest) for bit in bits(smallest)}
        for bit in sorted(counts, key=lambda bit: (self.weights[bit] / counts[bit], bit)):
            one = 1 << bit
            self.descend(taken | one, left_out, cost + self.weights[bit], [other for other in open_ if not other & one])
            left_out |= one

    def bound(self, sets: list[int]) -> int:
        """No less than this is needed: sets that share nothing each need an element of their own."""
        used = total = 0
        for one in sorted(sets, key=int.bit_count):
            if not one & used:
                used |= one
                total += min(self.weights[bit] for bit in bits(one))
        return total
