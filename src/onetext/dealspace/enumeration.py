"""Every package, one after the other: any number of parties, rules and interactions, up to a million packages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from onetext.dealspace.efficient import efficient
from onetext.dealspace.field import Frontier
from onetext.dealspace.scenario import Choice, Package, Rule
from onetext.dealspace.tally import Tally, Vector

MOST_PACKAGES = 1_000_000
_TAIL = 2000
_CANDIDATES = 50_000

Found = tuple[int, int, Vector]
"""Which head, which tail, and what the package gives each party."""


class Enumeration:
    """The issues are cut in two: for each *head* all *tails* are weighed at once from sums made beforehand.

    Heads are the first issues of the file, so packages come in the order of the file.
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
        self.extras = [
            (party, self._halved(choices), worth) for party, rows in enumerate(tally.extras) for choices, worth in rows
        ]
        self.rules = [_HalvedRule.of(rule, self) for rule in tally.rules]

    def frontier(self) -> Frontier:
        found = self._efficient(self.walk(self.tally.floors))
        if found:
            return Frontier(found, acceptable=True)
        return Frontier(self._efficient(self.walk(None)), acceptable=False)

    def count_from(self, floors: Vector) -> int | None:
        return len({vector for _, _, vector in self.walk(floors)})

    def reach(self) -> Vector | None:
        lowest = tuple(
            sum(min(row) for row in own) + sum(worth for _, worth in added if worth < 0)
            for own, added in zip(self.tally.own, self.tally.extras, strict=True)
        )
        most: list[int] | None = None
        for _, _, vector in self.walk(lowest):
            most = list(map(max, most, vector)) if most else list(vector)
        return tuple(most) if most else None

    def _efficient(self, found: Iterator[Found]) -> dict[Vector, Package]:
        first: dict[Vector, tuple[int, int]] = {}
        limit = _CANDIDATES
        for head, tail, vector in found:
            first.setdefault(vector, (head, tail))
            if len(first) >= limit:
                first = {vector: first[vector] for vector in efficient(first)}
                limit = _CANDIDATES + 2 * len(first)
        return {vector: self.package(*first[vector]) for vector in efficient(first)}

    def package(self, head: int, tail: int) -> Package:
        return self.heads[head] + self.tails[tail]

    def walk(self, floors: Vector | None) -> Iterator[Found]:
        """Packages that break no rule; with ``floors`` only those without a red line that reach them."""
        red = self.tally.red_lines if floors is not None else frozenset()
        tails = [
            number
            for number, tail in enumerate(self.tails)
            if not any((issue, option) in red for issue, option in enumerate(tail, self.cut))
        ]
        for number, head in enumerate(self.heads):
            if not any((issue, option) in red for issue, option in enumerate(head)):
                yield from self._under(number, head, tails, floors)

    def _under(self, number: int, head: Package, tails: list[int], floors: Vector | None) -> Iterator[Found]:
        worth = self._worth(head)
        broken: set[int] = set().union(*(rule.broken_under(head) for rule in self.rules))
        left = [tail for tail in tails if tail not in broken] if broken else tails
        if floors is not None:
            for party, floor in enumerate(floors):
                row = worth[party]
                left = [tail for tail in left if row[tail] >= floor]
        for tail in left:
            yield number, tail, tuple([row[tail] for row in worth])

    def _worth(self, head: Package) -> list[list[int]]:
        """By party and tail, the worth of the whole package."""
        worth = []
        for party, sums in enumerate(self.sums):
            base = sum(self.tally.own[party][issue][option] for issue, option in enumerate(head))
            worth.append([base + at for at in sums])
        for party, (first, second), added in self.extras:
            if _holds(first, head):
                row = worth[party]
                for tail in second:
                    row[tail] += added
        return worth

    def _tail_sums(self, party: int) -> list[int]:
        sums = [0]
        for row in self.tally.own[party][self.cut :]:
            sums = [at + added for at in sums for added in row]
        return sums

    def _halved(self, choices: Sequence[Choice] | frozenset[Choice]) -> tuple[list[Choice], list[int]]:
        """The choices among the heads' issues, and the tails that hold all the others."""
        rest = [(issue - self.cut, option) for issue, option in choices if issue >= self.cut]
        tails = [number for number, tail in enumerate(self.tails) if _holds(rest, tail)]
        return [choice for choice in choices if choice[0] < self.cut], tails

    def holding_any(self, choices: Sequence[Choice]) -> tuple[list[Choice], set[int]]:
        """The choices among the heads' issues, and the tails that hold any of the others."""
        rest = [(issue - self.cut, option) for issue, option in choices if issue >= self.cut]
        tails = {
            number for number, tail in enumerate(self.tails) if any(tail[issue] == option for issue, option in rest)
        }
        return [choice for choice in choices if choice[0] < self.cut], tails

    def holding_all(self, choices: Sequence[Choice]) -> tuple[list[Choice], set[int]]:
        first, tails = self._halved(choices)
        return first, set(tails)


@dataclass(frozen=True)
class _HalvedRule:
    """A rule, its choices parted into those of the head and the tails that answer for the rest."""

    when: tuple[list[Choice], set[int]]
    then: tuple[list[Choice], set[int]]
    then_not: tuple[list[Choice], set[int]]

    @classmethod
    def of(cls, rule: Rule, packages: Enumeration) -> _HalvedRule:
        return cls(
            packages.holding_all(rule.when), packages.holding_all(rule.then), packages.holding_any(rule.then_not)
        )

    def broken_under(self, head: Package) -> set[int]:
        """The tails that break the rule together with this head."""
        first, applies = self.when
        if not _holds(first, head):
            return set()
        if any(head[issue] == option for issue, option in self.then_not[0]) or not _holds(self.then[0], head):
            return applies
        return (applies & self.then_not[1]) | (applies - self.then[1])


def _holds(choices: Sequence[Choice], package: Package) -> bool:
    return all(package[issue] == option for issue, option in choices)
