"""Which clauses of two drafts belong together, where no record says: by point, by words, by place, by number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from onetext.case.plan import Clause
from onetext.wording.overlap import Overlap, overlap, traits_of

RELATED = 0.1
"""Several clauses on one point are matched by likeness when at least this much is common."""
SURELY = 0.5
ALIKE = 0.25
"""Clauses belong together when this much of what tells them from others is common (``wording.overlap``); and a clause
is a part of another when this much of it stands there, and not in what the other was matched with. What is sure goes
first, so that no half of a clause is taken for a rewritten other one."""
NEAR = 0.12
"""The same, where the clauses before them or after them belong together too: then their place speaks for them."""
LEAST_TRAITS = 7
"""Of a clause that may be a part of another: four words, and their three pairs."""

_START, _END = -1, -2
Pairs = list[tuple[int, int]]


@dataclass(frozen=True)
class Group:
    """Clauses that belong together, as places in the older and in the newer row; one side may be empty."""

    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()


def groups_by_text(old: Sequence[Clause], new: Sequence[Clause]) -> list[Group]:
    """Every clause of both rows in one group.

    First by point: one with one, else the most alike, then those of one number, then as they stand. Then, without
    regard to numbers, the most alike of those that are left and do not speak of two points; then verbatim clauses that
    stand in another, which makes that one split, or them merged. Then, where no number moved, equal numbers (T2). Then
    the first two again with less in common, for what stands at the same place among those that are matched already.
    """
    rows = _Rows(old, new)
    rows.by_point()
    for least in (SURELY, ALIKE):
        rows.pair(rows.most_alike(rows.left(0), rows.left(1), least))
        rows.parts(least)
    if rows.numbers_stayed():
        rows.pair(rows.numbered(*(rows.pointless(side) for side in (0, 1))))
    rows.pair(rows.most_alike(rows.left(0), rows.left(1), NEAR, rows.neighbours().are_two))
    rows.parts(NEAR, rows.neighbours().is_beside)
    rest = [*(Group(old=(i,)) for i in rows.left(0)), *(Group(new=(j,)) for j in rows.left(1))]
    return [*rows.groups, *rest]


class _Rows:
    """Both rows, and the groups found so far. A side is 0 for the older row and 1 for the newer one."""

    def __init__(self, old: Sequence[Clause], new: Sequence[Clause]) -> None:
        self.rows = (old, new)
        self.groups: list[Group] = []
        self.group_of: tuple[dict[int, int], dict[int, int]] = ({}, {})
        """The group of each place that has one."""

    @cached_property
    def overlaps(self) -> tuple[Overlap, Overlap]:
        """Of the older with the newer row, and of the newer with the older."""
        old, new = ([traits_of(clause.text or "") for clause in row] for row in self.rows)
        found = overlap(old, new)
        return found, found.turned()

    def left(self, side: int) -> list[int]:
        return [place for place in range(len(self.rows[side])) if place not in self.group_of[side]]

    def pointless(self, side: int) -> list[int]:
        return [place for place in self.left(side) if self.rows[side][place].point is None]

    def pair(self, pairs: Iterable[tuple[int, int]]) -> None:
        for i, j in pairs:
            self.group_of[0][i] = self.group_of[1][j] = len(self.groups)
            self.groups.append(Group((i,), (j,)))

    def by_point(self) -> None:
        for point in dict.fromkeys(clause.point for clause in self.rows[0] if clause.point):
            for choose in (_alone, self._related, self.numbered, _placed):
                old, new = ([at for at in self.left(side) if self.rows[side][at].point == point] for side in (0, 1))
                self.pair(choose(old, new) if old and new else [])

    def _related(self, old: Sequence[int], new: Sequence[int]) -> Pairs:
        return self.most_alike(old, new, RELATED)

    def most_alike(
        self, old: Sequence[int], new: Sequence[int], least: float, may: Callable[[int, int], bool] | None = None
    ) -> Pairs:
        """Those of equal texts in their order, then the most alike; never of two points."""
        equal = [(i, j) for i, j in self._equal(old, new) if may is None or may(i, j)]
        olds = [i for i in old if i not in dict(equal)]
        news = set(new).difference(j for _, j in equal)
        if not olds or not news:
            return equal
        shared = self.overlaps[0]
        return equal + shared.pairs(olds, news, least, lambda i, j: self._may_be_one(i, j) and (not may or may(i, j)))

    def _equal(self, old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Clauses of the very same text: the first with the first, and so on."""
        same: dict[str, list[int]] = {}
        for j in reversed(new):
            same.setdefault(self.rows[1][j].text or "", []).append(j)
        for i in old:
            those = same.get(self.rows[0][i].text or "")
            if those and self.rows[0][i].text and self._may_be_one(i, those[-1]):
                yield i, those.pop()

    def _may_be_one(self, i: int, j: int) -> bool:
        points = {self.rows[0][i].point, self.rows[1][j].point}
        return len(points) == 1 or None in points

    def numbered(self, old: Sequence[int], new: Sequence[int]) -> Pairs:
        named = {self.rows[1][j].number: j for j in new}
        return [(i, named.pop(self.rows[0][i].number)) for i in old if self.rows[0][i].number in named]

    def numbers_stayed(self) -> bool:
        single = [group for group in self.groups if len(group.old) == len(group.new) == 1]
        return all(self.rows[0][group.old[0]].number == self.rows[1][group.new[0]].number for group in single)

    def parts(self, least: float, may: Callable[[int, int, int], bool] | None = None) -> None:
        """Widens groups by verbatim clauses that are left and whose words stand on the other side of the group.

        ``may`` is asked with the side and place of the part, and the group.
        """
        for side in (0, 1):
            for place in self.left(side):
                index = self._whole(side, place, least, may)
                if index is not None:
                    group = self.groups[index]
                    self.group_of[side][place] = index
                    own = tuple(sorted([*(group.old, group.new)[side], place]))
                    self.groups[index] = Group(own, group.new) if side == 0 else Group(group.old, own)

    def _whole(self, side: int, place: int, least: float, may: Callable[[int, int, int], bool] | None) -> int | None:
        """The group on whose other side stands the most of this clause that its own side does not have."""
        found = self.overlaps[side]
        if self.rows[side][place].basis != "verbatim" or len(found.a[place]) < LEAST_TRAITS:
            return None
        shares = [(0.0, 0, -1)]
        for whole in found.holders(place, least):
            index = self.group_of[1 - side].get(whole)
            if index is not None and (may is None or may(side, place, index)) and self._is_verbatim(index):
                own = (self.groups[index].old, self.groups[index].new)[side]
                shares.append((found.held(place, whole, own), -whole, index))
        share, _, index = max(shares)
        return index if share >= least else None

    def _is_verbatim(self, index: int) -> bool:
        group = self.groups[index]
        clauses = [*(self.rows[0][i] for i in group.old), *(self.rows[1][j] for j in group.new)]
        return all(clause.basis == "verbatim" for clause in clauses)

    def neighbours(self) -> _Neighbours:
        return _Neighbours(*(_around(self.group_of[side], len(self.rows[side])) for side in (0, 1)))


@dataclass(frozen=True)
class _Neighbours:
    """For each place of both rows the nearest groups before and after it."""

    old: Sequence[tuple[int, int]]
    new: Sequence[tuple[int, int]]

    def are_two(self, i: int, j: int) -> bool:
        """Whether the two stand behind or before the same group."""
        return any(a == b for a, b in zip(self.old[i], self.new[j], strict=True))

    def is_beside(self, side: int, place: int, group: int) -> bool:
        return group in (self.old, self.new)[side][place]


def _around(group_of: dict[int, int], size: int) -> list[tuple[int, int]]:
    before, after = [_START], [_END]
    for place in range(size):
        before.append(group_of.get(place, before[-1]))
        after.append(group_of.get(size - 1 - place, after[-1]))
    return list(zip(before[:-1], after[-2::-1], strict=True))


def _alone(old: Sequence[int], new: Sequence[int]) -> Pairs:
    return [(old[0], new[0])] if len(old) == len(new) == 1 else []


def _placed(old: Sequence[int], new: Sequence[int]) -> Pairs:
    return list(zip(old, new, strict=False))
