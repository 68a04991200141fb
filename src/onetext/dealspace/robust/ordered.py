"""Drawing weights that known orders tie together: each by its own distribution, given that every order holds.

Of ranges that is the uniform distribution on the polytope of admissible weights. Weights tied to one another make a
group. The line is cut into cells, fine between any two bounds of the group; a weight is the middle of its cell.

- Where the orders of a group, those that follow from others left out, form a tree (a chain above all), the draw is
  exact on the cells: sums over the cells of what lies below or above run from the leaves to the root, and the weights
  are drawn from the root back to the leaves (forward filtering, backward sampling, as in hidden Markov models;
  Rabiner 1989, Koller and Friedman 2009, ch. 10). Two weights in one cell count half, since either may be heavier.
- Where they form a circle (a above b and c, both above d), a spanning tree is drawn like that, and drawn again until
  the orders left out hold too: exact still.
- Where fewer than 1 draw in 50 would hold, each draw is the end of a chain of its own of Gibbs steps (Geman and Geman
  1984), 20 sweeps a weight of the group and at least 200, from a draw of the tree raised until the orders hold:
  approximate, by how much the chains forget their start.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from onetext.dealspace.robust.shapes import Floats, below
from onetext.dealspace.robust.unknowns import Unknown
from onetext.dealspace.scenario import Choice

Cells = npt.NDArray[np.intp]
_CELLS = 4096
_FEWEST = 16
"""Cells of a group, and of the stretch between two of its bounds."""
_TRIED = 4000
_WORTH = 0.02
"""Share of draws of a tree that must hold the other orders for drawing again to be worth it."""
_SWEEPS = 200
_SWEEPS_A_WEIGHT = 20


@dataclass(frozen=True)
class _Branch:
    """A weight of the tree below its parent; ``lighter``: the parent weighs at least as much, else at most."""

    weight: int
    parent: int
    lighter: bool


@dataclass(frozen=True)
class Group:
    """Weights that orders tie together, numbered from 0.

    ``orders`` are pairs of heavy and light, none following from the others; ``branches`` a spanning tree from the root
    outwards, ``rest`` the orders outside it. ``own`` is each weight's mass by cell, ``sums`` the running sums of its
    mass with all that hangs on it.
    """

    middles: Floats
    orders: tuple[Choice, ...]
    root: int
    branches: tuple[_Branch, ...]
    rest: tuple[Choice, ...]
    own: Floats
    sums: Floats
    gibbs: bool

    @classmethod
    def of(cls, unknowns: Sequence[Unknown], orders: Sequence[Choice]) -> Group:
        edges = _edges(unknowns)
        own = np.array([np.maximum(np.diff(below(unknown, edges)), 0) for unknown in unknowns])
        middles = (edges[:-1] + edges[1:]) / 2
        for row, unknown in zip(own, unknowns, strict=True):
            row[(middles < unknown.low) | (middles > unknown.high)] = 0
        reduced = _reduced(orders)
        branches = _tree(0, reduced)
        taken = {(b.parent, b.weight) if b.lighter else (b.weight, b.parent) for b in branches}
        rest = tuple(order for order in reduced if order not in taken)
        group = cls(middles, reduced, 0, branches, rest, own, _upwards(own, branches), gibbs=False)
        if rest and group._holding() < _WORTH:
            return cls(middles, reduced, 0, branches, rest, own, group.sums, gibbs=True)
        return group

    def drawn(self, count: int, rng: np.random.Generator) -> Floats:
        """Weights, (weights of the group, count)."""
        if self.gibbs:
            cells = self._by_gibbs(count, rng)
        elif self.rest:
            cells = self._again(count, rng)
        else:
            cells = self._from_tree(count, rng)
        found: Floats = self.middles[cells]
        return found

    def _from_tree(self, count: int, rng: np.random.Generator) -> Cells:
        share = rng.random((len(self.own), count))
        cells = np.empty((len(self.own), count), dtype=np.intp)
        cells[self.root] = _picked(self.sums[self.root], 0.0, share[self.root] * self.sums[self.root][-1])
        for branch in self.branches:
            sums, at = self.sums[branch.weight], cells[branch.parent]
            half = _halves(sums)[at]
            start, width = (0.0, half) if branch.lighter else (half, sums[-1] - half)
            picked = _picked(sums, start, share[branch.weight] * width)
            cells[branch.weight] = np.minimum(picked, at) if branch.lighter else np.maximum(picked, at)
        return cells

    def _again(self, count: int, rng: np.random.Generator) -> Cells:
        found = self._from_tree(count, rng)
        while len(wrong := np.flatnonzero(~self._holds(found))):
            found[:, wrong] = self._from_tree(len(wrong), rng)
        return found

    def _holds(self, cells: Cells) -> npt.NDArray[np.bool_]:
        holds = np.ones(cells.shape[1], dtype=bool)
        for heavy, light in self.rest:
            holds &= cells[heavy] >= cells[light]
        return holds

    def _holding(self) -> float:
        return float(self._holds(self._from_tree(_TRIED, np.random.Generator(np.random.Philox(0)))).mean())

    def _by_gibbs(self, count: int, rng: np.random.Generator) -> Cells:
        cells = self._from_tree(count, rng)
        for heavy, light in _from_light_up(self.orders):
            cells[heavy] = np.maximum(cells[heavy], cells[light])
        sums = np.cumsum(self.own, axis=1)
        for _ in range(max(_SWEEPS, _SWEEPS_A_WEIGHT * len(self.own))):
            for weight, row in enumerate(sums):
                self._step(cells, weight, row, rng)
        return cells

    def _step(self, cells: Cells, weight: int, sums: Floats, rng: np.random.Generator) -> None:
        """One weight drawn again between its neighbours; where they leave it no mass it stays."""
        low = np.max([cells[light] for heavy, light in self.orders if heavy == weight] or [0 * cells[0]], axis=0)
        last = len(sums) - 1
        high = np.min([cells[heavy] for heavy, light in self.orders if light == weight] or [0 * low + last], axis=0)
        start = np.where(low > 0, sums[low - 1], 0.0)
        width = sums[high] - start
        picked = np.clip(_picked(sums, start, rng.random(len(low)) * width), low, high)
        cells[weight] = np.where(width > 0, picked, cells[weight])


def groups(weights: Sequence[int], orders: Sequence[Choice]) -> list[list[int]]:
    """The weights that orders tie together, directly or through others, each group in the order of the file."""
    leader = {weight: weight for weight in weights}

    def found(weight: int) -> int:
        while leader[weight] != weight:
            weight = leader[weight]
        return weight

    for heavy, light in orders:
        leader[max(found(heavy), found(light))] = min(found(heavy), found(light))
    gathered: dict[int, list[int]] = {}
    for weight in weights:
        gathered.setdefault(found(weight), []).append(weight)
    return list(gathered.values())


def _edges(unknowns: Sequence[Unknown]) -> Floats:
    """Cell edges: every bound is one, and each stretch between two bounds has equally many cells."""
    ends = np.unique([end for unknown in unknowns for end in (unknown.low, unknown.high)])
    cells = max(_FEWEST, _CELLS // (len(ends) - 1))
    parts = [np.linspace(low, high, cells, endpoint=False) for low, high in pairwise(ends)]
    return np.concatenate([*parts, ends[-1:]])


def _picked(sums: Floats, start: Floats | float, offset: Floats) -> Cells:
    found: Cells = np.minimum(np.searchsorted(sums, start + offset, side="right"), len(sums) - 1)
    return found


def _halves(sums: Floats) -> Floats:
    """The mass below each cell and half of its own."""
    return sums - np.diff(sums, prepend=0.0) / 2


def _upwards(own: Floats, branches: Sequence[_Branch]) -> Floats:
    """Running sums of each weight's mass, times the mass that its branches leave possible, from the leaves up."""
    mass = own / own.sum(axis=1, keepdims=True)
    for branch in reversed(branches):
        sums = np.cumsum(mass[branch.weight])
        message = _halves(sums) if branch.lighter else sums[-1] - _halves(sums)
        product = mass[branch.parent] * message
        mass[branch.parent] = product / product.sum()
    return np.cumsum(mass, axis=1)


def _tree(root: int, orders: Sequence[Choice]) -> tuple[_Branch, ...]:
    """Every weight of the group reached from the root, breadth first."""
    branches: list[_Branch] = []
    seen, waiting = {root}, [root]
    while waiting:
        at = waiting.pop(0)
        for heavy, light in orders:
            other = light if heavy == at else heavy
            if at in {heavy, light} and other not in seen:
                branches.append(_Branch(other, at, lighter=heavy == at))
                seen.add(other)
                waiting.append(other)
    return tuple(branches)


def _reduced(orders: Sequence[Choice]) -> tuple[Choice, ...]:
    """Without the orders that follow from others."""
    reach = _reach(orders)
    direct: dict[int, set[int]] = {}
    for heavy, light in orders:
        direct.setdefault(heavy, set()).add(light)
    return tuple(
        (heavy, light)
        for heavy, light in dict.fromkeys(orders)
        if not any(light in reach[other] for other in direct[heavy])
    )


def _reach(orders: Sequence[Choice]) -> dict[int, set[int]]:
    """For each weight all that weigh at most as much, directly or through others."""
    lighter: dict[int, set[int]] = {}
    for heavy, light in orders:
        lighter.setdefault(heavy, set()).add(light)
    reach: dict[int, set[int]] = {}
    for weight in TopologicalSorter(lighter).static_order():
        direct = lighter.get(weight, set())
        reach[weight] = direct.union(*(reach[other] for other in direct))
    return reach


def _from_light_up(orders: Sequence[Choice]) -> list[Choice]:
    """The orders so that those below a weight come before those above it."""
    reach = _reach(orders)
    return sorted(orders, key=lambda order: len(reach[order[0]]))
