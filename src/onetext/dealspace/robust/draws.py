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
from onetext.dealspace.tally import Tally, box_of, tally
from onetext.dealspace.worth import best_value, contributions

_GRID = 1_000_000
_WHOLE = 2**62
_FINEST = 1_000_000_000


@dataclass(frozen=True)
class Draw:
    """Some draws: ``values`` (unknowns, draws), and what they make of the deal space, in steps.

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
        return len(self.own)

    def part(self, start: int, stop: int) -> Draw:
        cut = slice(start, stop)
        return Draw(
            self.values[:, cut],
            self.own[cut],
            self.base[cut],
            tuple(extra[cut] for extra in self.extras),
            self.floors[cut],
            self.usable[cut],
        )


@dataclass(frozen=True)
class _Settled:
    """A party of which only the reservation may be unknown, in exact steps."""

    own: Floats
    base: int
    extras: Floats


_Rows = tuple[Ints, Ints]
"""Places in a party's table, and the rows of ``values`` whose numbers go there."""


@dataclass(frozen=True)
class _Party:
    """What is the same in every draw, and the rows of ``values`` that take its place.

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
    rows: dict[str, _Rows]


@dataclass(frozen=True)
class Plan:
    """How to draw; the same for every block of draws. It can be sent to other processes.

    ``free`` are the unknowns drawn by themselves; ``tied`` groups of weights with their places among them.
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
        """The block's draws, (unknowns, count); each block has a random stream of its own (S6)."""
        rng = np.random.Generator(np.random.Philox(np.random.SeedSequence(seed, spawn_key=(block,))))
        free = drawn([self.unknowns[row] for row in self.free], count, rng)
        if not self.tied:
            return free
        found = np.empty((len(self.unknowns), count))
        found[list(self.free)] = free
        for rows, group in self.tied:
            found[list(rows)] = group.drawn(count, rng)
        return found

    def draw(self, values: Floats) -> Draw:
        """The deal spaces that these values make."""
        count, parties = values.shape[1], len(self.parties)
        own = np.empty((count, parties, len(self.sizes), max(self.sizes)), dtype=np.int64)
        base, floors = np.empty((2, count, parties), dtype=np.int64)
        extras, usable = [], np.ones(count, dtype=bool)
        for number, party in enumerate(self.parties):
            column = _of_party(party, values, self.grid)
            own[:, number] = column.own.transpose(2, 0, 1)
            base[:, number] = column.base
            floors[:, number] = column.floors
            extras.append(np.ascontiguousarray(column.extras.T).astype(np.int64))
            usable &= column.usable
        return Draw(values, own, base, tuple(extras), floors, usable)

    def middles(self) -> Floats:
        """One draw: everything at its middle, within what the orders leave."""
        at = [min(max(float(u.value.middle), u.low), u.high) for u in self.unknowns]
        return np.array(at).reshape(len(at), 1)

    def worth(self, draw: Draw, packages: Packages) -> Ints:
        """What packages give in each draw, (draws, parties, packages), in steps."""
        return np.stack(
            [
                worth_of(draw.own[:, p], draw.base[:, p], party.boxes, draw.extras[p], self.cap(p), packages)
                for p, party in enumerate(self.parties)
            ],
            axis=1,
        )

    def tally(self, draw: Draw, number: int) -> Tally:
        """One draw as a scenario of its own, in steps; every party with its reservation."""
        parties = range(len(self.parties))
        return Tally(
            (self.grid,) * len(self.parties),
            tuple(
                tuple(tuple(row[:size]) for row, size in zip(draw.own[number, party].tolist(), self.sizes, strict=True))
                for party in parties
            ),
            tuple(draw.base[number].tolist()),
            tuple(tuple(zip(self.parties[p].boxes, draw.extras[p][number].tolist(), strict=True)) for p in parties),
            tuple(map(self.cap, parties)),
            tuple(draw.floors[number].tolist()),
            (True,) * len(self.parties),
            frozenset().union(*self.red_lines),
            self.rules,
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
    own = np.zeros((len(sizes), max(sizes)))
    for issue, row in enumerate(contributions(party)):
        own[issue, : sizes[issue]] = [int(at * factor) for at in row]
    extras = [int(worth * factor) for _, worth in _extras(party)]
    return _Settled(own, int(_base(party) * factor), np.array(extras, dtype=np.float64))


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
    rows: dict[str, _Rows] = {}
    for kind in ("weight", "score", "interaction", "reservation"):
        mine = [at for at, u in enumerate(found) if u.party == number and u.kind == kind]
        if mine:
            rows[kind] = (np.array([_place(found[at], max(sizes)) for at in mine]), np.array(mine))
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
        rows,
    )


def _place(unknown: Unknown, widest: int) -> int:
    """Where its number goes: the issue, the cell of the table of scores, the extra; a reservation has one place."""
    if unknown.kind == "score":
        issue, option = unknown.at
        return issue * widest + option
    return unknown.at[0] if unknown.at else 0


@dataclass(frozen=True)
class _Column:
    """One party's part of some draws, in whole steps held as floats.

    ``own`` (issues, options, draws), ``extras`` (boxes, draws), the others (draws).
    """

    own: Floats
    base: Floats
    extras: Floats
    floors: Ints
    usable: Bools


def _of_party(party: _Party, values: Floats, grid: int) -> _Column:
    count = values.shape[1]
    if party.settled is not None:
        own = np.broadcast_to(party.settled.own[..., None], (*party.settled.own.shape, count))
        extras = np.broadcast_to(party.settled.extras[:, None], (len(party.boxes), count))
        base, usable = np.full(count, float(party.settled.base)), np.ones(count, dtype=bool)
    else:
        own, base, extras, usable = _rounded(party, values, grid)
    known = party.settled is not None or party.scale is not None
    top = np.full(count, float(grid)) if known else party.touched.best(own, extras)
    return _Column(own, base, extras, _floors(party, values, top), usable)


def _rounded(party: _Party, values: Floats, grid: int) -> tuple[Floats, Floats, Floats, Bools]:
    weights = _filled(party, "weight", party.weights, values)
    scores = _filled(party, "score", party.scores, values)
    added = _filled(party, "interaction", party.worths, values)
    worth = scores * (weights / 100)[:, None]
    count = values.shape[1]
    best = np.full(count, party.scale) if party.scale is not None else party.touched.best(worth, added)
    usable = best > 0
    factor = grid / np.where(usable, best, 1.0)
    worth *= factor
    return np.rint(worth, out=worth), np.rint(party.base * factor), np.rint(added * factor), usable


def _filled(party: _Party, kind: str, middle: Floats, values: Floats) -> Floats:
    filled = np.empty((middle.size, values.shape[1]))
    filled[:] = middle.reshape(-1, 1)
    if kind in party.rows:
        places, rows = party.rows[kind]
        filled[places] = values[rows]
    return filled.reshape(*middle.shape, values.shape[1])


def _floors(party: _Party, values: Floats, top: Floats) -> Ints:
    """The fewest steps that reach the reservation: a share of what the best package is worth in steps."""
    if "reservation" in party.rows:
        floors: Ints = np.ceil(values[party.rows["reservation"][1][0]] * top).astype(np.int64)
        return floors
    above, below = party.floor.numerator, party.floor.denominator
    if above * int(top.max()) < _WHOLE:
        return -(-above * top.astype(np.int64) // below)
    return np.array([-(-above * int(at) // below) for at in top], dtype=np.int64)
