"""The model every search shares: options that differ, boxes of options, and each party's worth in small whole numbers.

Rules become boxes that may not be held. Options that are the same to everybody become one, the first in the file; an
option that another one beats in the same boxes is left out where no cap can make the two equal.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from onetext.dealspace.scenario import Box, Package, Rule
from onetext.dealspace.tally import Tally, Vector, box_of

MOST = 1 << 36
"""Largest worth of a party inside a search; finer numbers are rounded up there; what is found is checked exactly."""

Sides = tuple[tuple[int, frozenset[int]], ...]


@dataclass(frozen=True)
class Model:
    """``options`` by issue: the numbers in the file of those that are kept. ``own`` by issue, kept option and party.

    A package is worth to a party ``offsets`` plus ``units`` times what is counted here; ``rounded`` where that is only
    a bound from above. ``possible`` is False where rules and red lines leave no option of some issue.
    """

    tally: Tally
    options: tuple[tuple[int, ...], ...]
    own: tuple[tuple[Vector, ...], ...]
    boxes: tuple[tuple[Sides, Vector, bool], ...]
    offsets: Vector
    units: Vector
    rounded: bool
    possible: bool

    @classmethod
    def of(cls, tally: Tally, allowed: Sequence[Sequence[int]]) -> Model:
        """Over these options of each issue."""
        return _Building(tally, [list(options) for options in allowed]).model()

    def floor(self, party: int, amount: int) -> int:
        """The least count that can be worth this amount."""
        return -((self.offsets[party] - amount) // self.units[party])

    @cached_property
    def ranges(self) -> Vector:
        """More than anything a party's count can be, whichever sign."""
        return tuple(
            1
            + sum(max(abs(row[party]) for row in rows) for rows in self.own if rows)
            + sum(abs(worth[party]) for _, worth, _ in self.boxes)
            for party in range(self.tally.parties)
        )

    @property
    def lowest(self) -> Vector:
        """Floors that every package reaches."""
        low = (offset - unit * span for offset, unit, span in zip(self.offsets, self.units, self.ranges, strict=True))
        return tuple(at if cap is None else min(at, cap) for at, cap in zip(low, self.tally.caps, strict=True))

    def package(self, kept: Iterable[int]) -> Package:
        return tuple(options[index] for options, index in zip(self.options, kept, strict=True))


class _Building:
    def __init__(self, tally: Tally, left: list[list[int]]) -> None:
        self.tally = tally
        self.left = left
        self.parties = range(tally.parties)
        self.own: list[dict[int, list[int]]] = [
            {option: [tally.own[party][issue][option] for party in self.parties] for option in options}
            for issue, options in enumerate(left)
        ]
        self.base = list(tally.base)
        self.soft: dict[Sides, list[int]] = {}
        self.hard: dict[Sides, None] = {}
        self.possible = True

    def model(self) -> Model:
        self._strike_out()
        self._place()
        for issue in range(len(self.left)):
            self._merge(issue)
        self._renumber()
        return self._reduced()

    def _strike_out(self) -> None:
        """Rules over a single issue take options out, and that may bring others down to a single issue."""
        rules = [self._sides(box) for rule in self.tally.rules for box in _broken(rule, self.tally)]
        changed = True
        while changed:
            changed = False
            self.hard = {}
            for box in rules:
                sides = self._cut(box)
                if sides is None:
                    continue
                if not sides:
                    self.possible = False
                elif len(sides) == 1:
                    issue, inside = sides[0]
                    self.left[issue] = [option for option in self.left[issue] if option not in inside]
                    changed = True
                else:
                    self.hard[sides] = None
        self.possible = self.possible and all(self.left)

    def _sides(self, box: Box) -> Sides:
        return tuple(sorted(box))

    def _cut(self, box: Sides) -> Sides | None:
        """The sides that decide something; None where the box cannot be held."""
        sides = []
        for issue, inside in box:
            held = inside.intersection(self.left[issue])
            if not held:
                return None
            if len(held) < len(self.left[issue]):
                sides.append((issue, held))
        return tuple(sides)

    def _place(self) -> None:
        for party, rows in enumerate(self.tally.extras):
            for box, worth in rows:
                sides = self._cut(self._sides(box))
                if sides is None:
                    continue
                if not sides:
                    self.base[party] += worth
                elif len(sides) == 1:
                    for option in sides[0][1]:
                        self.own[sides[0][0]][option][party] += worth
                else:
                    self.soft.setdefault(sides, [0] * len(self.parties))[party] += worth
        self.soft = {sides: worth for sides, worth in self.soft.items() if any(worth)}

    def _merge(self, issue: int) -> None:
        held: dict[tuple[bool, ...], list[int]] = {}
        members = [side[1] for box in (*self.soft, *self.hard) for side in box if side[0] == issue]
        for option in self.left[issue]:
            held.setdefault(tuple(option in inside for inside in members), []).append(option)
        kept: list[int] = []
        caught = any(cap is not None for cap in self.tally.caps)
        for group in held.values():
            first: dict[tuple[int, ...], int] = {}
            for option in group:
                first.setdefault(tuple(self.own[issue][option]), option)
            rows = list(first)
            if not caught:
                rows = [row for row in rows if not any(_beats(other, row) for other in rows)]
            kept += [first[row] for row in rows]
        self.left[issue] = sorted(kept)

    def _renumber(self) -> None:
        place = [{option: index for index, option in enumerate(options)} for options in self.left]

        def renumbered(box: Sides) -> Sides:
            return tuple(
                (issue, frozenset(place[issue][option] for option in inside if option in place[issue]))
                for issue, inside in box
            )

        self.boxes = [(renumbered(box), worth, False) for box, worth in self.soft.items()]
        self.boxes += [(renumbered(box), [0] * len(self.parties), True) for box in self.hard]

    def _reduced(self) -> Model:
        rows = [[self.own[issue][option] for option in options] for issue, options in enumerate(self.left)]
        lows = [[min((row[party] for row in options), default=0) for options in rows] for party in self.parties]
        offsets = [self.base[party] + sum(lows[party]) for party in self.parties]
        units, rounded = [], False
        for party in self.parties:
            numbers = [row[party] - low for options, low in zip(rows, lows[party], strict=True) for row in options]
            numbers += [worth[party] for _, worth, _ in self.boxes] + [self.tally.floors[party] - offsets[party]]
            unit = math.gcd(*numbers) or 1
            while sum(map(abs, numbers)) // unit > MOST:
                unit, rounded = unit * 2, True
            units.append(unit)
        own = tuple(
            tuple(
                tuple(-((lows[party][issue] - row[party]) // units[party]) for party in self.parties) for row in options
            )
            for issue, options in enumerate(rows)
        )
        boxes = tuple(
            (box, tuple(-(-at // unit) for at, unit in zip(worth, units, strict=True)), hard)
            for box, worth, hard in self.boxes
        )
        return Model(
            self.tally,
            tuple(map(tuple, self.left)),
            own,
            boxes,
            tuple(offsets),
            tuple(units),
            rounded,
            self.possible and all(self.left),
        )


def _broken(rule: Rule, tally: Tally) -> list[Box]:
    """Boxes that hold exactly the packages that break the rule."""
    found = [box_of((*rule.when, choice)) for choice in rule.then_not]
    for issue, option in rule.then:
        others = frozenset(range(len(tally.own[0][issue]))) - {option}
        when = dict(box_of(rule.when))
        when[issue] = when.get(issue, others) & others
        found.append(tuple(sorted(when.items())))
    return found


def _beats(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))


def arrays(model: Model) -> Any:
    """The model as the kernel takes it."""
    import numpy as np  # noqa: PLC0415  # a small file from the shell does not wait for it

    from onetext.dealspace.logic.search_kernel import Data  # noqa: PLC0415  # numba is not loaded before it is needed

    parties = model.tally.parties
    first = np.cumsum([0, *map(len, model.own)])
    own = np.array([row for rows in model.own for row in rows], dtype=np.int64).reshape(-1, parties)
    start: list[int] = [0]
    issue: list[int] = []
    place: list[int] = []
    inside: list[bool] = []
    near: list[list[tuple[int, int]]] = [[] for _ in model.own]
    for at, (box, _, _) in enumerate(model.boxes):
        for number, held in box:
            near[number].append((at, len(issue)))
            issue.append(number)
            place.append(len(inside))
            inside += [option in held for option in range(len(model.own[number]))]
        start.append(len(issue))
    return Data(
        first.astype(np.int64),
        own,
        np.array(start, dtype=np.int64),
        np.array(issue, dtype=np.int64),
        np.array(place, dtype=np.int64),
        np.array(inside, dtype=np.bool_),
        np.array([worth for _, worth, _ in model.boxes], dtype=np.int64).reshape(-1, parties),
        np.array([hard for _, _, hard in model.boxes], dtype=np.bool_),
        np.cumsum([0, *map(len, near)]).astype(np.int64),
        np.array([box for row in near for box, _ in row], dtype=np.int64),
        np.array([side for row in near for _, side in row], dtype=np.int64),
    )
