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


def add(sets: list[int], one: int) -> None:
    """Takes a set in where it holds no other one; those that hold it go."""
    if any(other & one == other for other in sets):
        return
    sets[:] = [other for other in sets if other & one != one]
    sets.append(one)


def hitting(
    sets: Sequence[int],
    weight: Callable[[int], int],
    over: Callable[[], bool],
    forbidden: Sequence[int] = (),
) -> int | None:
    """A set of least weight that meets all ``sets`` and holds none of the ``forbidden`` ones; None where there is none.

    ``weight`` of an element, at least 1. Raises ``Stopped`` when over.
    """
    tree = _Tree(least(sets), weight, over, forbidden)
    tree.descend(0, 0, 0, tree.sets)
    return tree.best


def hitting_below(sets: Sequence[int], size: int, over: Callable[[], bool]) -> int | None:
    """Any set of fewer than ``size`` elements that meets all ``sets``; None where it is proved that there is none."""
    tree = _Tree(list(sets), lambda _: 1, over, ())
    tree.cost, tree.first = size, True
    tree.descend(0, 0, 0, tree.sets)
    return tree.best


def at_least(sets: Sequence[int], looks: int) -> int:
    """A number of elements that it takes to meet all ``sets``; proved, and the better the longer it may look."""
    left = iter(range(looks))
    size = 1
    try:
        while hitting_below(sets, size + 1, lambda: next(left, None) is None) is None:
            size += 1
    except Stopped:
        pass
    return size


class _Tree:
    """``cost``: only what costs less is looked for."""

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
        self.cost = sum(self.weights.values()) + 1
        self.first = False
        self.steps = 0

    def descend(self, taken: int, left_out: int, cost: int, open_: list[int]) -> None:
        self.steps += 1
        if self.steps % _LOOK == 0 and self.over():
            raise Stopped
        if any(one & taken == one for one in self.forbidden):
            return
        if not open_:
            if cost < self.cost:
                self.best, self.cost = taken, cost
            return
        rest = [one & ~left_out for one in open_]
        if not all(rest):
            return
        rest.sort(key=int.bit_count)
        counts = self.counted(rest)
        if cost + self.bound(rest, counts) >= self.cost:
            return
        for bit in sorted(bits(rest[0]), key=lambda bit: (self.weights[bit] / counts[bit], bit)):
            one = 1 << bit
            self.descend(taken | one, left_out, cost + self.weights[bit], [other for other in open_ if not other & one])
            if self.first and self.best is not None:
                return
            left_out |= one

    def counted(self, sets: list[int]) -> dict[int, int]:
        """How many of the sets each element meets."""
        counts: dict[int, int] = {}
        for one in sets:
            while one:
                low = one & -one
                bit = low.bit_length() - 1
                counts[bit] = counts.get(bit, 0) + 1
                one ^= low  # noqa: PLW2901 -- the bits are taken off one by one
        return counts

    def bound(self, sets: list[int], counts: dict[int, int]) -> int:
        """No less than this is needed.

        Sets that share nothing each need an element of their own; and elements meet no more sets than they lie in.
        """
        used = total = 0
        for one in sets:
            if not one & used:
                used |= one
                total += min(self.weights[bit] for bit in bits(one))
        lightest = min(self.weights[bit] for bit in counts)
        left, needed = len(sets), 0
        for count in sorted(counts.values(), reverse=True):
            if left <= 0:
                break
            left -= count
            needed += lightest
        return max(total, needed)
