"""Going through the packages: any number of parties, rules and interactions, up to a million packages."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from onetext.dealspace.efficient import efficient
from onetext.dealspace.field import Frontier
from onetext.dealspace.scenario import Box, Choice, Package, Rule, inside
from onetext.dealspace.tally import Tally, Vector, box_of

MOST_PACKAGES = 1_000_000
_TAIL = 2000
_CANDIDATES = 50_000

_Role = tuple[bool, ...]
Found = tuple[int, int, Vector]
"""Which head, which tail, and what the package gives each party."""


class Enumeration:
    """The issues are cut in two: for each *head* all *tails* are weighed at once from sums made beforehand.

    Heads are the first issues of the file, so packages come in the order of the file. For the frontier, a half that
    another beats is passed over when both meet every rule and interaction across the cut alike.
    """

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        sizes = [len(row) for row in tally.own[0]]
        cut = len(sizes)
        while cut > 0 and math.prod(sizes[cut - 1 :]) <= _TAIL:
            cut -= 1
        self.cut = cut
        self.heads: list[Package] = list(product(*(range(size) for size in sizes[:cut])))
        self.tails: list[Package] = list(product(*(range(size) for size in sizes[cut:])))
        self.sums = [self._tail_sums(party) for party in range(tally.parties)]
        self.across: list[tuple[int, Box, set[int], int]] = []
        """Interactions with options on both sides: party, options of the head, tails that hold the rest, worth."""
        self.within: list[tuple[int, Box, int]] = []
        """Interactions with options of the head only."""
        for party, rows in enumerate(tally.extras):
            for box, worth in rows:
                self._place(party, box, worth)
        self.rules = [_HalvedRule.of(rule, self) for rule in tally.rules]
        self.tops = [max(sums) for sums in self.sums]

    def frontier(self) -> Frontier:
        found = self._efficient(self.walk(self.tally.needs, everything=False))
        if found:
            return Frontier(found, acceptable=True)
        return Frontier(self._efficient(self.walk(None, everything=False)), acceptable=False)

    def count_from(self, floors: Vector) -> int | None:
        return len({vector for _, _, vector in self.walk(floors)})

    def reach(self) -> Vector | None:
        lowest = tuple(
            base + sum(min(row) for row in own) + sum(worth for _, worth in added if worth < 0)
            for base, own, added in zip(self.tally.base, self.tally.own, self.tally.extras, strict=True)
        )
        most: list[int] | None = None
        for _, _, vector in self.walk(lowest, everything=False):
            most = list(map(max, most, vector)) if most else list(vector)
        return tuple(most) if most else None

    def walk(self, floors: Vector | None, *, everything: bool = True) -> Iterator[Found]:
        """Packages that break no rule; with ``floors`` only those without a red line that reach them.

        Without ``everything``, some that others beat are left out.
        """
        red = self.tally.red_lines if floors is not None else frozenset()
        tails = _free_of(red, self.tails, self.cut)
        heads = _free_of(red, self.heads, 0)
        if not everything:
            tails = self._efficient_half(tails, self._tail_worth, self._tail_role)
            heads = self._efficient_half(heads, self._head_worth, self._head_role)
        for head in heads:
            yield from self._under(head, tails, floors)

    def package(self, head: int, tail: int) -> Package:
        return self.heads[head] + self.tails[tail]

    def _efficient(self, found: Iterator[Found]) -> dict[Vector, Package]:
        first: dict[Vector, tuple[int, int]] = {}
        limit = _CANDIDATES
        for head, tail, vector in found:
            first.setdefault(vector, (head, tail))
            if len(first) >= limit:
                first = {vector: first[vector] for vector in efficient(first)}
                limit = _CANDIDATES + 2 * len(first)
        return {vector: self.package(*first[vector]) for vector in efficient(first)}

    def _efficient_half(
        self, halves: list[int], worth: Callable[[int], Vector], role: Callable[[int], _Role]
    ) -> list[int]:
        """Of the halves that play the same role across the cut, those no other beats, in the order of the file."""
        groups: dict[_Role, dict[Vector, int]] = {}
        for half in halves:
            groups.setdefault(role(half), {}).setdefault(worth(half), half)
        return sorted(first[vector] for first in groups.values() for vector in efficient(first))

    def _under(self, head: int, tails: list[int], floors: Vector | None) -> Iterator[Found]:
        package, bases = self.heads[head], self._head_worth(head)
        added: list[list[tuple[set[int], int]]] = [[] for _ in bases]
        for party, choices, held, worth in self.across:
            if inside(choices, package):
                added[party].append((held, worth))
        if floors is not None and not self._may_reach(floors, bases, added):
            return
        broken: set[int] = set().union(*(rule.broken_under(package) for rule in self.rules))
        left = [tail for tail in tails if tail not in broken] if broken else tails
        rows = [_raised(sums, more) for sums, more in zip(self.sums, added, strict=True)]
        if floors is not None:
            for row, base, floor in zip(rows, bases, floors, strict=True):
                left = [tail for tail in left if row[tail] + base >= floor]
        parts = list(zip(rows, bases, strict=True))
        capped = [(party, cap) for party, cap in enumerate(self.tally.caps) if cap is not None]
        for tail in left:
            vector = [row[tail] + base for row, base in parts]
            for party, cap in capped:
                vector[party] = min(vector[party], cap)
            yield head, tail, tuple(vector)

    def _may_reach(self, floors: Vector, bases: Vector, added: list[list[tuple[set[int], int]]]) -> bool:
        """Whether the best tail of each party would do, and no cap forbids it."""
        for top, base, more, floor, cap in zip(self.tops, bases, added, floors, self.tally.caps, strict=True):
            if top + base + sum(worth for _, worth in more if worth > 0) < floor or (cap is not None and cap < floor):
                return False
        return True

    def _head_worth(self, head: int) -> Vector:
        package = self.heads[head]
        worth = [
            base + sum(own[issue][option] for issue, option in enumerate(package))
            for base, own in zip(self.tally.base, self.tally.own, strict=True)
        ]
        for party, choices, added in self.within:
            if inside(choices, package):
                worth[party] += added
        return tuple(worth)

    def _tail_worth(self, tail: int) -> Vector:
        return tuple(sums[tail] for sums in self.sums)

    def _head_role(self, head: int) -> _Role:
        package = self.heads[head]
        role = [inside(choices, package) for _, choices, _, _ in self.across]
        return tuple(role + [part for rule in self.rules for part in rule.role_of_head(package)])

    def _tail_role(self, tail: int) -> _Role:
        role = [tail in held for _, _, held, _ in self.across]
        return tuple(role + [part for rule in self.rules for part in rule.role_of_tail(tail)])

    def _tail_sums(self, party: int) -> list[int]:
        sums = [0]
        for row in self.tally.own[party][self.cut :]:
            sums = [at + added for at in sums for added in row]
        return sums

    def _place(self, party: int, box: Box, worth: int) -> None:
        first, tails = self.in_box(box)
        if len(first) == len(box):
            self.within.append((party, first, worth))
        elif first:
            self.across.append((party, first, tails, worth))
        else:
            self.sums[party] = _raised(self.sums[party], [(tails, worth)])

    def in_box(self, box: Box) -> tuple[Box, set[int]]:
        """The part of the box among the heads' issues, and the tails that lie in the rest of it."""
        rest = tuple((issue - self.cut, options) for issue, options in box if issue >= self.cut)
        first = tuple(side for side in box if side[0] < self.cut)
        held: Iterable[int] = range(len(self.tails))
        for issue, options in rest:
            held = [number for number in held if self.tails[number][issue] in options]
        return first, set(held)

    def holding_any(self, choices: Iterable[Choice]) -> tuple[list[Choice], set[int]]:
        """The choices among the heads' issues, and the tails that hold any of the others."""
        known = list(choices)
        rest = [(issue - self.cut, option) for issue, option in known if issue >= self.cut]
        first = [choice for choice in known if choice[0] < self.cut]
        return first, {number for number, tail in enumerate(self.tails) if _holds_any(rest, tail)}


@dataclass(frozen=True)
class _HalvedRule:
    """A rule, its choices parted into those of the head and the tails that answer for the rest."""

    when: tuple[Box, set[int]]
    then: tuple[Box, set[int]]
    then_not: tuple[list[Choice], set[int]]

    @classmethod
    def of(cls, rule: Rule, packages: Enumeration) -> _HalvedRule:
        return cls(
            packages.in_box(box_of(rule.when)), packages.in_box(box_of(rule.then)), packages.holding_any(rule.then_not)
        )

    def broken_under(self, head: Package) -> set[int]:
        """The tails that break the rule together with this head."""
        applies = self.when[1]
        when, then, then_not = self.role_of_head(head)
        if not when:
            return set()
        if then_not or not then:
            return applies
        return (applies & self.then_not[1]) | (applies - self.then[1])

    def role_of_head(self, head: Package) -> _Role:
        """Whether it applies, is met, is broken, as far as the head says."""
        return inside(self.when[0], head), inside(self.then[0], head), _holds_any(self.then_not[0], head)

    def role_of_tail(self, tail: int) -> _Role:
        return tail in self.when[1], tail in self.then[1], tail in self.then_not[1]


def _holds_any(choices: Iterable[Choice], package: Package) -> bool:
    return any(package[issue] == option for issue, option in choices)


def _free_of(red_lines: frozenset[Choice], halves: list[Package], start: int) -> list[int]:
    free = list(range(len(halves)))
    size = len(halves[0])
    for issue, option in red_lines:
        if start <= issue < start + size:
            free = [number for number in free if halves[number][issue - start] != option]
    return free


def _raised(sums: list[int], added: list[tuple[set[int], int]]) -> list[int]:
    """The sums, some raised by what is added to them."""
    if not added:
        return sums
    raised = list(sums)
    for tails, worth in added:
        for tail in tails:
            raised[tail] += worth
    return raised
