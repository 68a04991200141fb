"""A frontier in arrays: millions of points are looked at through them, and become tuples one at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from onetext.dealspace.frontier.layout import PLACES, Layout
from onetext.dealspace.frontier.reduction import Reduction
from onetext.dealspace.scenario import Package
from onetext.dealspace.tally import Tally, Vector

Array = Any
"""A numpy array of whole numbers."""
Made = Callable[[], Array]
_BLOCK = 1 << 16
"""Points made at a time: what they take stays near the processor."""


class TooLargeError(Exception):
    """More room or time than allowed would be needed."""


@dataclass(frozen=True)
class Climbed:
    """Keys and codes of the efficient packages; ``chain``: the codes of each stage where codes are chained."""

    keys: Array
    codes: Array
    chain: tuple[Array, ...]

    def chosen(self, reduced: Reduction, plan: Layout, places: Array) -> Sequence[Array]:
        """By step in file order, the options of the packages at some places."""
        if plan.lifts is not None:
            found = self.codes[places]
            return [
                (found >> np.uint64(lift)) & np.uint64((1 << (len(step.options) - 1).bit_length()) - 1)
                for step, lift in zip(reduced.steps, plan.lifts, strict=True)
            ]
        chosen, below = [], np.uint64((1 << PLACES) - 1)
        for stage in reversed(self.chain):
            found = stage[places]
            chosen.append(found >> np.uint64(PLACES))
            places = found & below
        return chosen


class Reached(Protocol):
    """Efficient packages by place, however they are held."""

    @property
    def keys(self) -> Array: ...

    def chosen(self, reduced: Reduction, plan: Layout, places: Array) -> Sequence[Array]: ...


class Points(Mapping[Vector, Package]):
    """The efficient vectors, falling by party, each with its package.

    ``vectors`` is an array of points by parties, of the narrowest whole numbers that hold them (32 or 64 bits, else
    Python's), made when it is first asked for.
    """

    def __init__(self, reduced: Reduction, plan: Layout, climbed: Reached, order: Array | None, vectors: Made) -> None:
        """``order``: where the label of each vector is among those climbed to; None where they are in order."""
        self._reduced, self._plan, self.climbed, self._order, self._made = reduced, plan, climbed, order, vectors

    @classmethod
    def of(cls, tally: Tally, reduced: Reduction, plan: Layout, climbed: Reached) -> Points:
        if any(by > 1 for by in reduced.rounding):
            vectors = _rounded(tally, reduced, plan, climbed)
            places = np.lexsort([-vectors[:, party] for party in reversed(range(tally.parties))])
            vectors = vectors[places]
            return cls(reduced, plan, climbed, places, lambda: vectors)
        order = _falling(plan, climbed)
        return cls(reduced, plan, climbed, order, lambda: _vectors(tally, reduced, plan, climbed, order))

    @cached_property
    def vectors(self) -> Array:
        return self._made()

    def reaching(self, floors: Vector) -> Points:
        """Those that give every party its floor."""
        enough = np.logical_and.reduce([self.vectors[:, party] >= floor for party, floor in enumerate(floors)])
        places, vectors = np.flatnonzero(enough), self.vectors[enough]
        order = places if self._order is None else self._order[places]
        return Points(self._reduced, self._plan, self.climbed, order, lambda: vectors)

    def __len__(self) -> int:
        return len(self.climbed.keys if self._order is None else self._order)

    def __iter__(self) -> Iterator[Vector]:
        for start in range(0, len(self), 4096):
            yield from map(tuple, self.vectors[start : start + 4096].tolist())

    def __getitem__(self, vector: Vector) -> Package:
        place = bisect_left(_Falling(self.vectors), tuple(-at for at in vector))
        if place == len(self) or tuple(self.vectors[place].tolist()) != vector:
            raise KeyError(vector)
        return self.package(place)

    def package(self, place: int) -> Package:
        """The package of the point at a place, counted from 0."""
        places = np.array([place if self._order is None else self._order[place]])
        chosen = self.climbed.chosen(self._reduced, self._plan, places)
        return self._reduced.filled([int(options[0]) for options in chosen])


def _vectors(tally: Tally, reduced: Reduction, plan: Layout, climbed: Reached, order: Array | None) -> Array:
    """What exact packages give each party, row by row, in order; a block at a time, so no other array is as long."""
    size, kind = len(climbed.keys), _kind(tally)
    fields = {dimension: at for at, dimension in enumerate(plan.dimensions)}
    vectors = np.empty((size, len(reduced.sides)), kind)
    for start in range(0, size, _BLOCK):
        block = slice(start, start + _BLOCK)
        keys = climbed.keys[block] if order is None else climbed.keys[order[block]]
        for party, side in enumerate(reduced.sides):
            if side.dimension is None:
                vectors[block, party] = side.shift
            else:
                at = fields[side.dimension]
                worths = (keys >> plan.offsets[at]) & ((1 << plan.widths[at]) - 1)
                vectors[block, party] = worths.astype(kind) * side.factor + side.shift
    return vectors


def _rounded(tally: Tally, reduced: Reduction, plan: Layout, climbed: Reached) -> Array:
    """What packages found on a grid really give each party, row by row, in the order they were found in."""
    size, kind = len(climbed.keys), _kind(tally)
    chosen = climbed.chosen(reduced, plan, np.arange(size))
    columns = [_reached(tally, party, reduced, chosen, np.zeros(size, kind)) for party in range(tally.parties)]
    return np.stack(columns, 1)


def _falling(plan: Layout, climbed: Reached) -> Array | None:
    """The places of exact vectors in falling order; None where they are in it already, as keys of all parties are."""
    if plan.dimensions == tuple(range(len(plan.dimensions))):
        return None
    below = np.zeros(len(climbed.keys), np.int64)
    fields = sorted(zip(plan.dimensions, plan.offsets, plan.widths, strict=True))
    for _, up, width in fields:
        below = (below << width) | ((climbed.keys >> up) & ((1 << width) - 1))
    return np.argsort(np.negative(below, out=below))


def _reached(tally: Tally, party: int, reduced: Reduction, chosen: Sequence[Array], total: Array) -> Array:
    """Added to zeros, what a party has of the packages."""
    own, free = tally.own[party], {step.issue for step in reduced.steps}
    total += tally.base[party]
    total += sum(row[reduced.package[issue]] for issue, row in enumerate(own) if issue not in free)
    for step, options in zip(reduced.steps, chosen, strict=True):
        total += np.array([own[step.issue][option] for option in step.options], total.dtype)[options]
    return total


def _kind(tally: Tally) -> Any:
    """The narrowest type that every sum fits, all that leads to it, and what it is above or below a floor."""
    sums = (abs(base) + sum(max(map(abs, row)) for row in own) for base, own in zip(tally.base, tally.own, strict=True))
    most = max(*sums, *map(abs, tally.floors))
    return np.int32 if most < 1 << 29 else np.int64 if most < 1 << 61 else object


class _Falling:
    """Rows as rising tuples, for bisection."""

    def __init__(self, vectors: Array) -> None:
        self.vectors = vectors

    def __len__(self) -> int:
        return len(self.vectors)

    def __getitem__(self, place: int) -> tuple[int, ...]:
        return tuple(-at for at in self.vectors[place].tolist())
