"""Which of several things changed their place, when most of them kept their order."""

from __future__ import annotations

from collections.abc import Sequence


def moved_among(places: Sequence[tuple[int, int]], weights: Sequence[int]) -> list[int]:
    """The indices of ``places`` (old place, new place) that moved: as little weight as can be.

    What stays is the heaviest set in which the new places rise with the old ones; of equal sets, the one that keeps
    what ends first. All old places differ, and all new ones. Takes n log n steps.
    """
    order = sorted(range(len(places)), key=lambda index: places[index])
    rank = {place: index for index, place in enumerate(sorted(new for _, new in places))}
    best = _Best(len(places))
    before: dict[int, int] = {}
    weight: dict[int, int] = {}
    for index in order:
        new = rank[places[index][1]]
        total, last = best.below(new)
        before[index], weight[index] = last, total + weights[index]
        best.put(new, weight[index], index)
    _, index = best.below(len(places))
    staying: set[int] = set()
    while index >= 0:
        staying.add(index)
        index = before[index]
    return [index for index in range(len(places)) if index not in staying]


class _Best:
    """The greatest weight among the first n places, and whose it is (a Fenwick tree)."""

    def __init__(self, size: int) -> None:
        self._tree = [(0, -1)] * (size + 1)

    def put(self, place: int, weight: int, index: int) -> None:
        place += 1
        while place < len(self._tree):
            if weight > self._tree[place][0]:
                self._tree[place] = (weight, index)
            place += place & -place

    def below(self, place: int) -> tuple[int, int]:
        found = (0, -1)
        while place:
            if self._tree[place][0] > found[0]:
                found = self._tree[place]
            place -= place & -place
        return found
