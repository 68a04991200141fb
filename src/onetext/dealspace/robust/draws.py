"""Draws of all that is not known, each a deal space of its own in whole numbers.

In a draw a party's best package is worth ``grid`` steps of utility, and every option's and extra's worth is rounded to
a step (S1); so re-solving a draw is exact, and what is rounded is what was drawn. A party of which everything is known
but the reservation is not rounded at all where its whole scale fits into the grid, which is chosen for that.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from onetext.dealspace.robust.ordered import Group, groups
from onetext.dealspace.robust.shapes import Floats, drawn
from onetext.dealspace.robust.unknowns import Unknown, known_weights, reservation, unknowns
from onetext.dealspace.robust.worths import Bools, Ints, Packages, Touched, worth_of
from onetext.dealspace.scenario import Box, Preferences, Rule, Scenario
from onetext.dealspace.tally import box_of, tally
from onetext.dealspace.worth import best_value, contributions

_GRID = 1_000_000
_FINEST = 1_000_000_000


@dataclass(frozen=True)
class Draw:
    """Some draws: ``values`` (draws, unknowns), and what they make of the deal space, in steps.

    ``own`` (draws, parties, issues, options), ``base`` and ``floors`` (draws, parties), ``extras`` by party (draws,
    boxes). ``usable`` says of each draw whether every party's best package is worth anything in it.
    """

    values: Floats
    own: Ints
    base: Ints
    extras: tuple[Ints, ...]
    floors: Ints
    usable: Bools

    def __len__(self) -> int:
        return len(self.values)

    def part(self, start: int, stop: int) -> Draw:
        cut = slice(start, stop)
        return Draw(
            self.values[cut],
            self.own[cut],
            self.base[cut],
            tuple(extra[cut] for extra in self.extras),
            self.floors[cut],
            self.usable[cut],
        )


@dataclass(frozen=True)
class _Settled:
    """A party of which only the reservation may be unknown, in exact steps."""

    own: Ints
    base: int
    extras: Ints


_Columns = tuple[Ints, Ints]
"""Places in a party's table, and the columns of ``values`` whose numbers go there."""


@dataclass(frozen=True)
class _Party:
    """What is the same in every draw, and the columns of ``values`` that take its place.

    Reservations that are known stand in ``floor`` as a fraction.
    """

    weights: Floats
    scores: Floats
    worths: Floats
    base: float
    boxes: tuple[Box, ...]
    touched: Touched
    scale: float | None
    floor: Fraction
    settled: _Settled | None
    columns: dict[str, _Columns]


@dataclass(frozen=True)
class Plan:
    """How to draw; the same for every block of draws. It can be sent to other processes.

    ``free`` are the columns drawn by themselves; ``tied`` groups of weights with their columns.
    """

    sizes: tuple[int, ...]
    unknowns: tuple[Unknown, ...]
    parties: tuple[_Party, ...]
    rules: tuple[Rule, ...]
    red_lines: tuple[frozenset[tuple[int, int]], ...]
    grid: int
    free: tuple[int, ...]
    tied: tuple[tuple[tuple[int, ...], Group], ...]

    @property
    def additive(self) -> bool:
        """Whether a package's worth is the sum of its options' and no rule ties options together."""
        return not self.rules and not any(p.boxes or p.scale is not None for p in self.parties)

    def allowed(self) -> list[list[int]]:
        """The options by issue that are nobody's red line."""
        red = frozenset().union(*self.red_lines)
        return [[o for o in range(size) if (issue, o) not in red] for issue, size in enumerate(self.sizes)]

    def values(self, seed: int, block: int, count: int) -> Floats:
        """The block's draws, (count, unknowns); each block has a random stream of its own (S6)."""
        rng = np.random.Generator(np.random.Philox(np.random.SeedSequence(seed, spawn_key=(block,))))
        found = np.empty((count, len(self.unknowns)))
        found[:, self.free] = drawn([self.unknowns[column] for column in self.free], count, rng)
        for columns, group in self.tied:
            found[:, columns] = group.drawn(count, rng)
        return found

    def draw(self, values: Floats) -> Draw:
        """The deal spaces that these values make."""
        made = [_of_party(party, values, self.grid) for party in self.parties]
        usable = np.all([usable for *_, usable in made], axis=0)
        return Draw(
            values,
            np.stack([own for own, *_ in made], axis=1),
            np.stack([base for _, base, *_ in made], axis=1),
            tuple(extras for _, _, extras, *_ in made),
            np.stack([floors for *_, floors, _ in made], axis=1),
            usable,
        )

    def middles(self) -> Floats:
        """One draw: everything at its middle, within what the orders leave."""
        at = [min(max(float(u.value.middle), u.low), u.high) for u in self.unknowns]
        return np.array([at]).reshape(1, len(at))

    def worth(self, draw: Draw, packages: Packages) -> Ints:
        """What packages give in each draw, (draws, parties, packages), in steps."""
        return np.stack(
            [
                worth_of(draw.own[:, p], draw.base[:, p], party.boxes, draw.extras[p], self.cap(p), packages)
                for p, party in enumerate(self.parties)
            ],
            axis=1,
        )

    def cap(self, party: int) -> int | None:
        return None if self.parties[party].scale is None else self.grid


def plan_of(scenario: Scenario) -> Plan:
    """Raises ``Faults`` when a party's interactions are too many to search through."""
    found = unknowns(scenario)
    grid, settled = _grid(scenario, found)
    tied = tuple(_tied(scenario, found))
    taken = {column for columns, _ in tied for column in columns}
    return Plan(
        tuple(len(issue.options) for issue in scenario.issues),
        found,
        tuple(_party(scenario, number, found, settled.get(number)) for number in range(len(scenario.parties))),
        tuple(rule for rule in scenario.rules if rule.constrains),
        tuple(party.red_lines for party in scenario.parties),
        grid,
        tuple(column for column in range(len(found)) if column not in taken),
        tied,
    )


def _tied(scenario: Scenario, found: Sequence[Unknown]) -> Iterator[tuple[tuple[int, ...], Group]]:
    for number, party in enumerate(scenario.parties):
        column = {u.at[0]: place for place, u in enumerate(found) if u.party == number and u.kind == "weight"}
        orders = [
            (heavy, light)
            for heavy, light in party.orders
            if heavy in column and light in column and found[column[heavy]].low < found[column[light]].high
        ]
        for group in groups(sorted({issue for order in orders for issue in order}), orders):
            place = {issue: at for at, issue in enumerate(group)}
            inner = [(place[heavy], place[light]) for heavy, light in orders if heavy in place]
            columns = tuple(column[issue] for issue in group)
            yield columns, Group.of([found[at] for at in columns], inner)


def _grid(scenario: Scenario, found: Sequence[Unknown]) -> tuple[int, dict[int, _Settled]]:
    """A million steps or a little more, so that as many settled parties as possible are exact."""
    units = tally(scenario).units
    shared, exact = 1, []
    for number in range(len(scenario.parties)):
        if any(u.party == number and u.kind != "reservation" for u in found):
            continue
        if math.lcm(shared, units[number]) <= _FINEST:
            shared = math.lcm(shared, units[number])
            exact.append(number)
    grid = shared * -(-_GRID // shared)
    sizes = [len(issue.options) for issue in scenario.issues]
    return grid, {number: _settled(scenario.parties[number], grid, sizes) for number in exact}


def _settled(party: Preferences, grid: int, sizes: Sequence[int]) -> _Settled:
    factor = grid / best_value(party)
    own = np.zeros((len(sizes), max(sizes)), dtype=np.int64)
    for issue, row in enumerate(contributions(party)):
        own[issue, : sizes[issue]] = [int(at * factor) for at in row]
    extras = [int(worth * factor) for _, worth in _extras(party)]
    return _Settled(own, int(_base(party) * factor), np.array(extras, dtype=np.int64))


def _extras(party: Preferences) -> list[tuple[Box, Fraction]]:
    """Boxes with what they add, interactions at their middle first; worth outside a box is lost inside."""
    found = [(box_of(interaction.when), interaction.value.middle) for interaction in party.interactions]
    found += [(r.box, -r.worth if r.outside else r.worth) for r in party.rectangles]
    return found


def _base(party: Preferences) -> Fraction:
    return sum((r.worth for r in party.rectangles if r.outside), Fraction(0))


def _party(scenario: Scenario, number: int, found: Sequence[Unknown], settled: _Settled | None) -> _Party:
    party = scenario.parties[number]
    sizes = [len(issue.options) for issue in scenario.issues]
    scores = np.zeros((len(sizes), max(sizes)))
    for issue, row in enumerate(party.scores):
        scores[issue, : sizes[issue]] = [float(score.middle) for score in row]
    extras = _extras(party)
    boxes = tuple(box for box, _ in extras)
    columns: dict[str, _Columns] = {}
    for kind in ("weight", "score", "interaction", "reservation"):
        mine = [at for at, u in enumerate(found) if u.party == number and u.kind == kind]
        if mine:
            columns[kind] = (np.array([_place(found[at], max(sizes)) for at in mine]), np.array(mine))
    return _Party(
        np.array([float((low + high) / 2) for low, high in known_weights(party)]),
        scores,
        np.array([float(worth) for _, worth in extras]),
        float(_base(party)),
        boxes,
        Touched.of(sizes, boxes if party.scale is None else ()),
        None if party.scale is None else float(party.scale),
        reservation(party).middle,
        settled,
        columns,
    )


def _place(unknown: Unknown, widest: int) -> int:
    """Where its number goes: the issue, the cell of the table of scores, the extra; a reservation has one place."""
    if unknown.kind == "score":
        issue, option = unknown.at
        return issue * widest + option
    return unknown.at[0] if unknown.at else 0


def _of_party(party: _Party, values: Floats, grid: int) -> tuple[Ints, Ints, Ints, Ints, Bools]:
    """Own worths, base, extras and floors in steps, and which draws are usable."""
    count = len(values)
    if party.settled is not None:
        own = np.broadcast_to(party.settled.own, (count, *party.settled.own.shape))
        extras = np.broadcast_to(party.settled.extras, (count, len(party.boxes)))
        top = np.full(count, grid)
        base, usable = np.full(count, party.settled.base), np.ones(count, dtype=bool)
    else:
        own, base, extras, usable = _rounded(party, values, grid)
        top = np.full(count, grid)
        if party.scale is None:
            top = party.touched.best(own.astype(np.float64), extras.astype(np.float64)).astype(np.int64)
    return own, base, extras, _floors(party, values, top), usable


def _rounded(party: _Party, values: Floats, grid: int) -> tuple[Ints, Ints, Ints, Bools]:
    weights = _filled(party, "weight", party.weights, values)
    scores = _filled(party, "score", party.scores, values)
    added = _filled(party, "interaction", party.worths, values)
    worth = weights[:, :, None] * scores / 100
    best = np.full(len(values), party.scale) if party.scale is not None else party.touched.best(worth, added)
    usable = best > 0
    factor = grid / np.where(usable, best, 1.0)
    own = np.rint(worth * factor[:, None, None]).astype(np.int64)
    extras = np.rint(added * factor[:, None]).astype(np.int64)
    return own, np.rint(party.base * factor).astype(np.int64), extras, usable


def _filled(party: _Party, kind: str, middle: Floats, values: Floats) -> Floats:
    filled = np.repeat(middle[None], len(values), axis=0)
    if kind in party.columns:
        places, columns = party.columns[kind]
        filled.reshape(len(values), -1)[:, places] = values[:, columns]
    return filled


def _floors(party: _Party, values: Floats, top: Ints) -> Ints:
    """The fewest steps that reach the reservation: a share of what the best package is worth in steps."""
    if "reservation" in party.columns:
        floors: Ints = np.ceil(values[:, party.columns["reservation"][1][0]] * top).astype(np.int64)
        return floors
    above, below = party.floor.numerator, party.floor.denominator
    steps = {int(at): -(-above * int(at) // below) for at in np.unique(top)}
    return np.array([steps[int(at)] for at in top], dtype=np.int64)
